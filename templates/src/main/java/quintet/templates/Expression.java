package quintet.templates;

import org.jspecify.annotations.Nullable;

/** A compiled expression of a tag: a variable or constant with its filters. Made by {@link Parser#expression}. */
public interface Expression {
    /**
     * The value in a context. A missing variable gives {@code string_if_invalid}, passed through the filters as
     * Django does.
     *
     * @param context the variables
     * @return the value, null for None
     */
    default @Nullable Object resolve(Context context) {
        return resolve(context, false);
    }

    /**
     * The value in a context.
     *
     * @param context the variables
     * @param ignoreFailures whether a missing variable is None rather than {@code string_if_invalid}
     * @return the value, null for None
     */
    @Nullable
    Object resolve(Context context, boolean ignoreFailures);

    /**
     * The source of the expression.
     *
     * @return as written
     */
    String source();
}
