package quintet.orm.internal.db;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.orm.Database;

/** Reports connections that are out for too long: which thread has them, what it is doing, and where in its own code. */
final class Leaks {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.orm.connections");

    private static final int FRAMES = 40;

    private final String alias;
    private final Duration limit;
    private final LongAdder reported = new LongAdder();

    Leaks(Database settings) {
        this.alias = settings.alias();
        this.limit = settings.options().leakAfter();
    }

    /** Starts to watch a connection that the current thread took; null if nobody wants to know. */
    @Nullable
    ScheduledFuture<?> taken() {
        if (limit.isZero()) {
            return null;
        }
        Thread owner = Thread.currentThread();
        return Watch.later(() -> report(owner), limit.toNanos());
    }

    private void report(Thread owner) {
        reported.increment();
        StackTraceElement[] stack = owner.getStackTrace();
        StringBuilder text = new StringBuilder();
        for (StackTraceElement frame : List.of(stack).subList(0, Math.min(FRAMES, stack.length))) {
            text.append("\n    at ").append(frame);
        }
        LOG.warn(
                "A connection of the database {} has been in use for {} ms by the thread '{}', in {}. It is doing:{}",
                alias,
                limit.toMillis(),
                owner.getName(),
                UserCode.in(stack),
                stack.length == 0 ? " nothing, the thread has ended without giving it back" : text);
    }

    static void back(@Nullable ScheduledFuture<?> watch) {
        if (watch != null) {
            watch.cancel(false);
        }
    }

    long reported() {
        return reported.sum();
    }
}
