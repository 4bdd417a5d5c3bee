package quintet.templates.internal.compile;

import quintet.templates.Context;

/** A condition that says by itself whether it holds. */
@FunctionalInterface
public interface Test {
    /** Whether it holds. */
    boolean test(Context context);
}
