package quintet.orm;

import java.util.List;
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
     */
    public record Statement(String database, String sql, List<@Nullable Object> parameters, long nanos) {}

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

    /** The texts, one a line. */
    @Override
    public String toString() {
        return String.join("\n", sql());
    }
}
