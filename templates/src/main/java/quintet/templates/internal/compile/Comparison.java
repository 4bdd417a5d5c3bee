package quintet.templates.internal.compile;

import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.internal.parse.FilterExpression;

/** A condition of two values and what stands between them. */
public interface Comparison extends Test {
    /** The first value. */
    FilterExpression left();

    /** The second value. */
    FilterExpression right();

    /** What stands between. */
    Relation relation();

    /** Whether it holds for values; false if it fails. */
    boolean holds(@Nullable Object left, @Nullable Object right, Context context);
}
