package quintet.core;

import java.time.Duration;

/**
 * A moment by which some work must be done: what waits for others (databases first of all) waits no longer than that. Set for a request
 * by its middleware, or around any code with {@link #within}. Nested ones can only shorten the time.
 */
public final class Deadline {
    private static final ScopedValue<Long> END = ScopedValue.newInstance();

    private Deadline() {}

    /** Runs code that has this long at most. */
    public static <T, X extends Throwable> T within(Duration time, ScopedValue.CallableOp<? extends T, X> code)
            throws X {
        long end = System.nanoTime() + time.toNanos();
        if (END.isBound() && END.get() - end < 0) {
            end = END.get();
        }
        return ScopedValue.where(END, end).call(code);
    }

    /** The nanoseconds that are left, negative when it is over; {@code Long.MAX_VALUE} without a deadline. */
    public static long nanosLeft() {
        return END.isBound() ? END.get() - System.nanoTime() : Long.MAX_VALUE;
    }
}
