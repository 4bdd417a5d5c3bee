package quintet.http;

import java.io.IOException;
import java.nio.file.Path;
import quintet.core.FileSystemStorage;
import quintet.core.NotFound;
import quintet.core.Site;
import quintet.core.Storage;
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

    /**
     * A route that serves uploaded files, those of the default storage, while {@code debug} is on; otherwise it finds nothing,
     * since a web server should serve them. Django's {@code static(settings.MEDIA_URL, ...)}.
     *
     * @param prefix the path of the storage's address, such as {@code media/}
     */
    public static Route0 media(String prefix) {
        return Routes.rePath("^" + quoted(prefix) + "(?P<path>.*)$", request -> {
            String path = String.valueOf(request.match().kwargs().get("path"));
            if (!Site.current().settings().debug()
                    || !(Storage.named(Storage.DEFAULT) instanceof FileSystemStorage files)) {
                throw new NotFound("\"" + path + "\" is not served here");
            }
            return FolderFiles.serve(request, files.root(), path, false);
        });
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
        return Routes.rePath(
                "^" + quoted(prefix) + "(?P<path>.*)$",
                request ->
                        handle(request, String.valueOf(request.match().kwargs().get("path"))));
    }

    private static String quoted(String prefix) {
        StringBuilder regex = new StringBuilder();
        prefix.codePoints().forEach(c -> {
            if (!Character.isLetterOrDigit(c) && "/_-".indexOf(c) < 0) {
                regex.append('\\');
            }
            regex.appendCodePoint(c);
        });
        return regex.toString();
    }

    /** The file at this path below the folder, or 404. */
    @Override
    public Response handle(Request request, String path) throws IOException {
        return FolderFiles.serve(request, folder, path, index);
    }
}
