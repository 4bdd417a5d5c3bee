package quintet.templates.internal.compile;

import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.internal.parse.FilterExpression;

/** A condition of two values and what stands between them. */
public interface Comparison extends Test {
    /** Whole numbers below this are the same as a double. */
    long EXACT = 1L << 53;

    /** The right side if it is a number that any number compares with exactly, and the relation is one of numbers. */
    static @Nullable Number constant(Comparison comparison) {
        if (!comparison.relation().isNumeric() || !comparison.right().isConstant()) {
            return null;
        }
        Object value = comparison.right().variable().value();
        if (value instanceof Long n) {
            return n > -EXACT && n < EXACT ? n : null;
        }
        return value instanceof Double d ? d : null;
    }

    /** The first value. */
    FilterExpression left();

    /** The second value. */
    FilterExpression right();

    /** What stands between. */
    Relation relation();

    /** Whether it holds for values; false if it fails. */
    boolean holds(@Nullable Object left, @Nullable Object right, Context context);
}
