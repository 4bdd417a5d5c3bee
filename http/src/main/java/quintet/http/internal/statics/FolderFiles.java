package quintet.http.internal.statics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import quintet.core.NotFound;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.internal.Html;

/** Serves files of a folder to a view, with a list of a folder's content where that is wanted. */
public final class FolderFiles {
    private static final String CACHE_CONTROL = "max-age=0, public";

    private FolderFiles() {}

    /**
     * The file at {@code path} below {@code folder}, a list if it is a folder and {@code index} is set, else 404. The address
     * of a folder ends with a slash, since the links of its list are relative to it: one without leads there.
     */
    public static Response serve(Request request, Path folder, String path, boolean index) throws IOException {
        String name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!name.isEmpty() && !StaticNames.isSafe(name))
            throw new NotFound("\"" + path + "\" is not a path of a file");
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) throw new NotFound("\"" + path + "\" is not a path of a file");
        if (Files.isRegularFile(file) && !path.endsWith("/")) {
            return FileResponses.of(request, Content.fresh(new StaticFile.OnDisk(name, file), CACHE_CONTROL));
        }
        if (!Files.isDirectory(file)) throw new NotFound("\"" + path + "\" does not exist");
        if (!index) throw new NotFound("Directory indexes are not allowed here");
        if (!name.isEmpty() && !path.endsWith("/")) {
            return Response.redirect(StaticUrl.plain("./", name.substring(name.lastIndexOf('/') + 1) + "/"));
        }
        return list(name, file);
    }

    private static Response list(String name, Path folder) throws IOException {
        String title = "Index of /" + (name.isEmpty() ? "" : name + "/");
        StringBuilder page = new StringBuilder(
                        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>")
                .append(Html.escape(title))
                .append("</title></head>\n<body>\n<h1>")
                .append(Html.escape(title))
                .append("</h1>\n<ul>\n");
        if (!name.isEmpty()) page.append("<li><a href=\"../\">../</a></li>\n");
        for (String entry : entries(folder)) {
            page.append("<li><a href=\"")
                    .append(Html.escape(StaticUrl.plain("./", entry)))
                    .append("\">")
                    .append(Html.escape(entry))
                    .append("</a></li>\n");
        }
        return Response.ok(page.append("</ul>\n</body>\n</html>\n").toString());
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .filter(entry -> !entry.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
