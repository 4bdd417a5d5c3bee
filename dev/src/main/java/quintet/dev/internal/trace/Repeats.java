package quintet.dev.internal.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Finds queries that one place of the code asks again and again: an N+1. The one detector for the line of a request in the
 * terminal, for the pages below {@code /_dev/} and for the error page. Safe for several threads.
 */
public final class Repeats {
    /** So many times the same query from one place is a loop that asks for each row, rather than chance. */
    public static final int LEAST = 3;

    private static final int LONGEST_SQL = 120;

    private record Origin(String sql, UserCode.@Nullable Place place) {}

    /**
     * A query that one place asked again and again.
     *
     * @param sql its text
     * @param count how many times
     * @param place the line of the project's code; null if there is none, as within a template
     */
    public record Repeated(String sql, int count, UserCode.@Nullable Place place) {
        /** A sentence for the terminal: how often, where, and what to do. */
        public String sentence() {
            return "N+1: " + count + " times the same query" + (place == null ? "" : " at " + place.path())
                    + ": load the rows at once (selectRelated, prefetchRelated). "
                    + (sql.length() > LONGEST_SQL ? sql.substring(0, LONGEST_SQL) + " ..." : sql);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Origin, Integer> counts = new LinkedHashMap<>();

    /** A statement was run; only those that read count. */
    public void saw(String sql, UserCode.@Nullable Place place) {
        if (!reads(sql)) {
            return;
        }
        lock.lock();
        try {
            counts.merge(new Origin(sql, place), 1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    static boolean reads(String sql) {
        return sql.stripLeading().toUpperCase(Locale.ROOT).startsWith("SELECT");
    }

    /** What was repeated, in the order in which it was asked first. */
    public List<Repeated> found() {
        List<Repeated> found = new ArrayList<>();
        lock.lock();
        try {
            counts.forEach((origin, times) -> {
                if (times >= LEAST) {
                    found.add(new Repeated(origin.sql(), times, origin.place()));
                }
            });
        } finally {
            lock.unlock();
        }
        return found;
    }
}
