package quintet.orm;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Code around each statement that runs within: it may count, measure, wait or refuse. Answers to Django's {@code execute_wrapper}.
 * {@link CaptureQueries} is simpler where only listening is wanted, and tells the values too.
 *
 * <pre>{@code
 * ExecuteWrapper readOnly = (statement, run) -> {
 *     if (statement.writes()) {
 *         throw new IllegalStateException("This page only reads: " + statement.sql());
 *     }
 *     return run.get();
 * };
 * ExecuteWrapper.within(readOnly, () -> render(page));
 * }</pre>
 */
@FunctionalInterface
public interface ExecuteWrapper {
    /**
     * A statement that is about to run.
     *
     * @param database the alias
     * @param sql its text, with {@code ?} for values
     * @param writes whether it may change rows, or locks them
     */
    record Statement(String database, String sql, boolean writes) {}

    /** Runs it, or not. Must give what {@code run.get()} gave; an exception is what the one who asked gets to see. */
    @Nullable
    Object execute(Statement statement, Supplier<@Nullable Object> run);

    /** Runs code with a wrapper around each of its statements on this thread, within those that are there already. */
    static <T, X extends Throwable> T within(ExecuteWrapper wrapper, ScopedValue.CallableOp<? extends T, X> code)
            throws X {
        return quintet.orm.internal.db.Wrappers.within(wrapper, code);
    }

    /** Runs code that gives nothing. */
    static <X extends Throwable> void within(ExecuteWrapper wrapper, Transactions.Block<X> code) throws X {
        quintet.orm.internal.db.Wrappers.<Boolean, X>within(wrapper, () -> {
            code.run();
            return true;
        });
    }
}
