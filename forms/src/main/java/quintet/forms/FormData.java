package quintet.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.QueryDict;
import quintet.http.Request;
import quintet.http.UploadedFile;

/**
 * What a browser sent: texts and files by name. Widgets read their values from it.
 *
 * @param fields the texts (Django's {@code data})
 * @param files the uploaded files (Django's {@code files})
 */
public record FormData(QueryDict fields, Map<String, List<UploadedFile>> files) {
    /** Nothing. */
    public static final FormData EMPTY = of(QueryDict.empty());

    /** Keeps the files' order. */
    public FormData {
        files = Map.copyOf(files);
    }

    /** Texts without files. */
    public static FormData of(QueryDict fields) {
        return new FormData(fields, Map.of());
    }

    /** Texts and files by name. */
    public static FormData of(QueryDict fields, Map<String, UploadedFile> files) {
        Map<String, List<UploadedFile>> lists = new LinkedHashMap<>();
        files.forEach((name, file) -> lists.put(name, List.of(file)));
        return new FormData(fields, lists);
    }

    /** What a request's body holds. */
    public static FormData of(Request request) {
        return new FormData(request.form(), request.files().lists());
    }

    /** Whether the request's method sends data. */
    static boolean isSubmission(Request request) {
        return request.is("POST") || request.is("PUT") || request.is("PATCH");
    }

    /** Reads {@code a=1&b=2}, as a browser sends it. */
    public static FormData parse(String query) {
        return of(QueryDict.of(query));
    }

    /** The last text by that name, or null. */
    public @Nullable String get(String name) {
        return fields.get(name);
    }

    /** All texts by that name. */
    public List<String> list(String name) {
        return fields.list(name);
    }

    /** Whether a text by that name was sent. */
    public boolean has(String name) {
        return fields.contains(name);
    }

    /** The last file by that name, or null. */
    public @Nullable UploadedFile file(String name) {
        List<UploadedFile> all = files.get(name);
        return all == null || all.isEmpty() ? null : all.getLast();
    }

    /** All files by that name. */
    public List<UploadedFile> fileList(String name) {
        return files.getOrDefault(name, List.of());
    }
}
