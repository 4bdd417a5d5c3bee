package quintet.http;

import java.io.IOException;
import java.nio.file.Path;
import quintet.http.internal.statics.FolderFiles;

/**
 * Serves the files of a folder, such as uploaded ones while developing: Django's {@code static.serve}.
 *
 * <pre>{@code
 * path("media/<rest>", PATH, FolderView.of(Path.of("media")).withIndex())
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

    /** The file at this path below the folder, or 404. */
    @Override
    public Response handle(Request request, String path) throws IOException {
        return FolderFiles.serve(request, folder, path, index);
    }
}
