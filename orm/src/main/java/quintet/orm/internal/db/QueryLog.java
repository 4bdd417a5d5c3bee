package quintet.orm.internal.db;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.orm.CaptureQueries;
import quintet.orm.Db;

/** Tells those who listen about each statement. Costs next to nothing when nobody does. */
public final class QueryLog {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.orm.sql");
    private static final ScopedValue<Listener> LISTENER = ScopedValue.newInstance();

    private QueryLog() {}

    /** Those who listen, from the inside out. */
    private record Listener(
            Consumer<CaptureQueries.Statement> consumer,
            @Nullable Listener outer) {
        void tell(CaptureQueries.Statement statement) {
            for (Listener listener = this; listener != null; listener = listener.outer) {
                listener.consumer.accept(statement);
            }
        }
    }

    /** Runs code and tells a listener about its statements. */
    public static <T, X extends Throwable> T listen(
            Consumer<CaptureQueries.Statement> consumer, ScopedValue.CallableOp<? extends T, X> code) throws X {
        Listener outer = LISTENER.isBound() ? LISTENER.get() : null;
        return ScopedValue.where(LISTENER, new Listener(consumer, outer)).call(code);
    }

    /** The present moment if somebody listens, else 0. */
    public static long start() {
        return LISTENER.isBound() || LOG.isDebugEnabled() ? System.nanoTime() : 0;
    }

    /** Tells about a statement that was run. */
    public static void end(Db db, String sql, long start, @Nullable Object @Nullable [] parameters) {
        if (start == 0) {
            return;
        }
        long nanos = System.nanoTime() - start;
        if (LISTENER.isBound()) {
            LISTENER.get()
                    .tell(new CaptureQueries.Statement(db.alias(), sql, list(parameters), nanos, UserCode.here()));
        }
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "({} ms) {}; {}", nanos / 1_000_000.0, sql, parameters == null ? "" : Arrays.toString(parameters));
        }
    }

    private static List<@Nullable Object> list(@Nullable Object @Nullable [] values) {
        return values == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values)));
    }
}
