package quintet.http;

import java.util.Optional;
import quintet.http.internal.Percent;

/** The Content-Disposition header of downloads (content_disposition_header). */
public final class ContentDisposition {
    private ContentDisposition() {}

    /**
     * The header's value; empty when the file is to be shown and has no name.
     *
     * @param attachment whether the browser saves the file rather than showing it
     * @param fileName the name it suggests; may be empty, may have any characters
     */
    public static Optional<String> of(boolean attachment, String fileName) {
        if (fileName.isEmpty()) return attachment ? Optional.of("attachment") : Optional.empty();
        String quoted = fileName.replace("\\", "\\\\").replace("\"", "\\\"");
        String name = isQuotable(fileName)
                ? "filename=\"" + quoted + '"'
                : "filename*=utf-8''" + Percent.quote(fileName, Percent.safe("/"));
        return Optional.of((attachment ? "attachment; " : "inline; ") + name);
    }

    private static boolean isQuotable(String name) {
        return name.chars().allMatch(c -> c == '\t' || c >= ' ' && c <= '~');
    }
}
