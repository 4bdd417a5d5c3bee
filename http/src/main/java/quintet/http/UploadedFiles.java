package quintet.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The uploaded files of a form by field.
 *
 * @param lists field names with their files in order
 */
public record UploadedFiles(Map<String, List<UploadedFile>> lists) {
    /** No files. */
    public static final UploadedFiles NONE = new UploadedFiles(Map.of());

    /** The last file of this field, or null. */
    public @Nullable UploadedFile get(String field) {
        List<UploadedFile> files = lists.get(field);
        return files == null ? null : files.getLast();
    }

    /** All files of this field. */
    public List<UploadedFile> list(String field) {
        return lists.getOrDefault(field, List.of());
    }

    /** The fields that have files. */
    public Set<String> names() {
        return lists.keySet();
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return lists.isEmpty();
    }
}
