package quintet.dev.internal.trace;

import java.util.Locale;

/** How numbers are written. */
public final class Numbers {
    private Numbers() {}

    /** Nanoseconds as milliseconds: {@code 4.1}. */
    public static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1_000_000.0);
    }

    /** A number with its noun: {@code 1 query}, {@code 2 queries}. */
    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
