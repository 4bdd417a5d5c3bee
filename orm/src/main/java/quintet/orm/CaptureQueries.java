package quintet.orm;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.db.QueryLog;

/**
 * Listens to the queries of some code: for tests, and for counting them in a request.
 *
 * <pre>{@code
 * var queries = CaptureQueries.of(() -> render(page));
 * assertThat(queries.count()).isEqualTo(2);
 * }</pre>
 */
public final class CaptureQueries {
    /**
     * A statement that was run.
     *
     * @param database the alias
     * @param sql its text
     * @param parameters the values of its {@code ?}, as far as they are known: rows that are inserted are not
     * @param nanos how long it took
     * @param line the line of the application's code that led to it, as {@code library.Views.list(Views.java:31)}; "" if there is none, as
     *     within a template
     */
    public record Statement(String database, String sql, List<@Nullable Object> parameters, long nanos, String line) {}

    /**
     * A statement that one line ran again and again, which peers of a result could not help: the sign of a query in a loop.
     *
     * @param sql its text
     * @param line the line; "" if unknown
     * @param count how often
     */
    public record Repeated(String sql, String line, int count) {
        /** What to look at. */
        @Override
        public String toString() {
            return count + " times" + (line.isEmpty() ? "" : " at " + line) + ": " + sql;
        }
    }

    private final List<Statement> statements = new CopyOnWriteArrayList<>();

    private CaptureQueries() {}

    /** Runs code and listens to what it asks, on this thread. */
    public static <X extends Throwable> CaptureQueries of(Transactions.Block<X> code) throws X {
        CaptureQueries capture = new CaptureQueries();
        QueryLog.<Void, X>listen(capture.statements::add, () -> {
            code.run();
            return null;
        });
        return capture;
    }

    /** Runs code and tells a listener of each statement when it is done, on the thread that ran it. */
    public static <T, X extends Throwable> T listen(
            Consumer<Statement> listener, ScopedValue.CallableOp<? extends T, X> code) throws X {
        return QueryLog.listen(listener, code);
    }

    /** How many statements were run. */
    public int count() {
        return statements.size();
    }

    /** The statements in order. */
    public List<Statement> statements() {
        return List.copyOf(statements);
    }

    /** The texts in order. */
    public List<String> sql() {
        return statements.stream().map(Statement::sql).toList();
    }

    /**
     * The statements that were run at least this often from the same line, most often first: N+1 queries. Load what they ask for with the
     * result instead ({@code selectRelated}, {@code prefetchRelated}), or with one query before the loop ({@code inBulk}).
     */
    public List<Repeated> repeated(int least) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        statements.forEach(s -> counts.merge(List.of(s.sql(), s.line()), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .map(entry -> new Repeated(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .sorted(Comparator.comparingInt(Repeated::count).reversed())
                .toList();
    }

    /** The texts, one a line. */
    @Override
    public String toString() {
        return String.join("\n", sql());
    }
}
