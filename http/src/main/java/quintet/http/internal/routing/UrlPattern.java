package quintet.http.internal.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a path is compared with. */
public sealed interface UrlPattern permits PathPattern, RegexPattern {
    /** The pattern as it was written. */
    String text();

    /** The same as a regular expression in Python's syntax. */
    String regexText();

    /** The pieces of a path pattern; null for a regular expression. */
    @Nullable
    List<Segment> segments();

    /**
     * Compares the path from here on.
     *
     * @param captures takes the captured values
     * @return where the match ends, -1 if there is none
     */
    int match(String path, int from, Captures captures);
}
