package quintet.orm.internal.db;

import java.time.Duration;
import quintet.core.Deadline;

/** How long a statement may run: the shortest of the database's, the query's and the request's time. */
public final class Limits {
    private static final ScopedValue<Long> QUERY = ScopedValue.newInstance();

    private Limits() {}

    /** Runs code whose statements have this long at most, each. */
    public static <T, X extends Throwable> T within(Duration limit, ScopedValue.CallableOp<? extends T, X> code)
            throws X {
        return ScopedValue.where(QUERY, limit.toNanos()).call(code);
    }

    /** The nanoseconds a statement has; {@code Long.MAX_VALUE}: as many as it wants. */
    static long nanos(long database) {
        long limit = Math.min(database, Deadline.nanosLeft());
        return QUERY.isBound() ? Math.min(limit, QUERY.get()) : limit;
    }
}
