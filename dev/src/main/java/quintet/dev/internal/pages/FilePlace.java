package quintet.dev.internal.pages;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file that can be opened.
 *
 * @param shown the file's name for people, relative to the project
 * @param line the line
 * @param link the link that opens it in the editor; null if there is none
 * @param command what the endpoint that opens it takes, {@code path:line}; null if the editor is not a command
 */
public record FilePlace(
        String shown,
        int line,
        @Nullable String link,
        @Nullable String command) {
    /** The place of a file; without a path it can only be shown. */
    public static FilePlace of(Editor editor, String shown, @Nullable Path path, int line) {
        boolean byCommand = path != null && editor.isCommand();
        return new FilePlace(shown, line, editor.link(path, line), byCommand ? path + ":" + line : null);
    }

    /** The file with its line. */
    @Override
    public String toString() {
        return shown + (line > 0 ? ":" + line : "");
    }
}
