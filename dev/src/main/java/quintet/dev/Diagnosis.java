package quintet.dev;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An error or warning of the compiler.
 *
 * @param file the source file; null when it is about none
 * @param line counted from 1; 0 when unknown
 * @param column counted from 1; 0 when unknown
 * @param message what the compiler says
 * @param source the line as it stands in the file; empty when unknown
 * @param hint what may have been meant; empty when nothing is near
 * @param isError false for warnings
 */
public record Diagnosis(
        @Nullable Path file, long line, long column, String message, String source, String hint, boolean isError) {
    /** The same with a path that starts at a folder, for people who work there. */
    public Diagnosis below(Path folder) {
        return file == null || !file.startsWith(folder)
                ? this
                : new Diagnosis(folder.relativize(file), line, column, message, source, hint, isError);
    }

    /** {@code path:line: message}, the line, a caret under the column, and the hint. */
    @Override
    public String toString() {
        String place = file == null ? "" : file + (line > 0 ? ":" + line : "") + ": ";
        String extract = source.isBlank()
                ? ""
                : "\n    " + source + (column > 0 ? "\n    " + " ".repeat((int) column - 1) + "^" : "");
        return place
                + (isError ? "error: " : "warning: ")
                + message
                + extract
                + (hint.isEmpty() ? "" : "\n    " + hint);
    }
}
