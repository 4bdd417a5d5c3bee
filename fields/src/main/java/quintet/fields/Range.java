package quintet.fields;

import org.jspecify.annotations.Nullable;

/**
 * The values between two bounds, as PostgreSQL's range columns hold them. Answers to psycopg's {@code Range}. Immutable.
 *
 * <pre>{@code
 * Range.of(3, 7)                    // 3, 4, 5, 6: with the lower bound, without the upper one
 * Range.closed(3, 7)                // with both
 * Range.from(LocalDate.of(2026, 1, 1))   // without an end
 * }</pre>
 *
 * @param lower the lower bound; null: there is none
 * @param upper the upper bound; null: there is none
 * @param lowerInc whether the lower bound belongs to it
 * @param upperInc whether the upper bound belongs to it
 * @param isEmpty whether no value is in it
 * @param <T> the type of the values, which must be {@link Comparable}
 */
public record Range<T>(@Nullable T lower, @Nullable T upper, boolean lowerInc, boolean upperInc, boolean isEmpty) {
    /** Bounds that are missing do not belong to it; the lower bound may not be above the upper one. */
    public Range {
        if (isEmpty) {
            lower = null;
            upper = null;
        }
        lowerInc = lowerInc && lower != null;
        upperInc = upperInc && upper != null;
        if (lower != null && upper != null && compare(lower, upper) > 0) {
            throw new IllegalArgumentException("The lower bound of a range, " + lower + ", is above its upper bound, "
                    + upper + ". Write the smaller one first.");
        }
    }

    /** From the lower bound up to, but without, the upper one: {@code [)}. */
    public static <T> Range<T> of(@Nullable T lower, @Nullable T upper) {
        return new Range<>(lower, upper, true, false, false);
    }

    /** Bounds belong to it where their bracket is square: {@code Range.of(1, 5, "[]")}. */
    public static <T> Range<T> of(@Nullable T lower, @Nullable T upper, String bounds) {
        if (!bounds.matches("[\\[(][\\])]")) {
            throw new IllegalArgumentException("The bounds of a range are [), [], (] or (), not '" + bounds + "'.");
        }
        return new Range<>(lower, upper, bounds.startsWith("["), bounds.endsWith("]"), false);
    }

    /** With both bounds: {@code []}. */
    public static <T> Range<T> closed(@Nullable T lower, @Nullable T upper) {
        return new Range<>(lower, upper, true, true, false);
    }

    /** Without its bounds: {@code ()}. */
    public static <T> Range<T> open(@Nullable T lower, @Nullable T upper) {
        return new Range<>(lower, upper, false, false, false);
    }

    /** From a value on, without an end. */
    public static <T> Range<T> from(T lower) {
        return new Range<>(lower, null, true, false, false);
    }

    /** Up to, but without, a value. */
    public static <T> Range<T> until(T upper) {
        return new Range<>(null, upper, false, false, false);
    }

    /** All values. */
    public static <T> Range<T> all() {
        return new Range<>(null, null, false, false, false);
    }

    /** No value. */
    public static <T> Range<T> empty() {
        return new Range<>(null, null, false, false, true);
    }

    /** Whether there is no lower bound. */
    public boolean lowerInf() {
        return lower == null && !isEmpty;
    }

    /** Whether there is no upper bound. */
    public boolean upperInf() {
        return upper == null && !isEmpty;
    }

    /** The brackets of its bounds, such as {@code [)}. */
    public String bounds() {
        return (lowerInc ? "[" : "(") + (upperInc ? "]" : ")");
    }

    /** Whether a value is in it. */
    public boolean contains(T value) {
        if (isEmpty) {
            return false;
        }
        int low = lower == null ? 1 : compare(value, lower);
        int high = upper == null ? -1 : compare(value, upper);
        return (low > 0 || (low == 0 && lowerInc)) && (high < 0 || (high == 0 && upperInc));
    }

    @SuppressWarnings("unchecked") // documented: values are comparable
    private static int compare(Object a, Object b) {
        if (!(a instanceof Comparable<?> comparable)) {
            throw new IllegalArgumentException(
                    "The values of a range must be comparable; " + a.getClass().getSimpleName() + " is not.");
        }
        return ((Comparable<Object>) comparable).compareTo(b);
    }

    /** As PostgreSQL writes it, such as {@code [3,7)}. */
    @Override
    public String toString() {
        if (isEmpty) {
            return "empty";
        }
        return bounds().charAt(0) + (lower == null ? "" : lower.toString()) + "," + (upper == null ? "" : upper)
                + bounds().charAt(1);
    }
}
