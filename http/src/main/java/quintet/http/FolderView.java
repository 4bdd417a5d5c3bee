package quintet.http;

import java.io.IOException;
import java.nio.file.Path;
import quintet.http.internal.statics.FolderFiles;

/**
 * Serves the files of a folder, such as uploaded ones while developing: Django's {@code static.serve}.
 *
 * <pre>{@code
 * FolderView.of(Path.of("media")).withIndex().at("media/")
 * }</pre>
 */
public final class FolderView implements Handler1<String> {
    private final Path folder;
    private final boolean index;

    private FolderView(Path folder, boolean index) {
        this.folder = folder.toAbsolutePath().normalize();
        this.index = index;
    }

    /** Serves this folder and what is below it; folders themselves are not found. */
    public static FolderView of(Path folder) {
        return new FolderView(folder, false);
    }

    /** Also lists folders: for development only. */
    public FolderView withIndex() {
        return new FolderView(folder, true);
    }

    /**
     * A route that serves the folder behind a prefix, the folder itself too: Django's {@code static(prefix, document_root=...)}.
     *
     * @param prefix ends with a slash, such as {@code media/}
     */
    public Route0 at(String prefix) {
        StringBuilder regex = new StringBuilder("^");
        prefix.codePoints().forEach(c -> {
            if (!Character.isLetterOrDigit(c) && "/_-".indexOf(c) < 0) {
                regex.append('\\');
            }
            regex.appendCodePoint(c);
        });
        return Routes.rePath(
                regex + "(?P<path>.*)$",
                request ->
                        handle(request, String.valueOf(request.match().kwargs().get("path"))));
    }

    /** The file at this path below the folder, or 404. */
    @Override
    public Response handle(Request request, String path) throws IOException {
        return FolderFiles.serve(request, folder, path, index);
    }
}
