package quintet.dev.internal.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that a request ran.
 *
 * @param number its place, from 1
 * @param database the alias
 * @param sql the text
 * @param parameters its values as texts, cut where they are long
 * @param nanos how long it took
 * @param place the line of the project that asked for it, if one is known
 */
public record RanQuery(
        int number, String database, String sql, List<String> parameters, long nanos, UserCode.@Nullable Place place) {
    /** Milliseconds with a decimal. */
    public String ms() {
        return Numbers.millis(nanos);
    }
}
