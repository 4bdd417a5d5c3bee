package quintet.templates;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A filter with its rules. Immutable; the {@code with} methods return changed copies.
 *
 * <pre>{@code
 * Filter.text(s -> s.toUpperCase(Locale.ROOT)).safe();            // {{ v|shout }}
 * Filter.of((value, arg) -> ...);                                 // {{ v|times:3 }}
 * Filter.of((value, arg, context) -> ...).optional("default");    // {{ v|x }} or {{ v|x:"y" }}
 * }</pre>
 */
public final class Filter {
    private final Function function;
    private final int required;
    private final int accepted;
    private final @Nullable Object absent;
    private final boolean safe;
    private final boolean text;
    private final boolean localTime;
    private final boolean builtin;

    /** The work of a filter. */
    @FunctionalInterface
    public interface Function {
        /**
         * Filters a value.
         *
         * @param value the value, null for None
         * @param argument the argument; where the template gives none, the one of {@link Filter#optional}
         * @param context the render, for escaping, language and zone
         * @return the filtered value
         */
        @Nullable
        Object apply(@Nullable Object value, @Nullable Object argument, Context context);
    }

    private Filter(
            Function function,
            int required,
            int accepted,
            @Nullable Object absent,
            boolean safe,
            boolean text,
            boolean localTime,
            boolean builtin) {
        this.function = function;
        this.required = required;
        this.accepted = accepted;
        this.absent = absent;
        this.safe = safe;
        this.text = text;
        this.localTime = localTime;
        this.builtin = builtin;
    }

    /**
     * A filter without argument.
     *
     * @param function the work
     * @return a filter
     */
    public static Filter of(java.util.function.Function<@Nullable Object, @Nullable Object> function) {
        return new Filter((v, a, c) -> function.apply(v), 1, 1, null, false, false, false, false);
    }

    /**
     * A filter that needs an argument.
     *
     * @param function the work
     * @return a filter
     */
    public static Filter of(BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> function) {
        return new Filter((v, a, c) -> function.apply(v, a), 2, 2, null, false, false, false, false);
    }

    /**
     * A filter that sees the render and needs an argument; call {@link #noArgument} or {@link #optional} to change
     * that. Answers to {@code needs_autoescape}.
     *
     * @param function the work
     * @return a filter
     */
    public static Filter of(Function function) {
        return new Filter(function, 2, 2, null, false, false, false, false);
    }

    /**
     * A filter from text to text without argument; other values are printed first. Answers to
     * {@code stringfilter}.
     *
     * @param function the work
     * @return a filter
     */
    public static Filter text(UnaryOperator<String> function) {
        return new Filter((v, a, c) -> function.apply(String.valueOf(v)), 1, 1, null, false, true, false, false);
    }

    /** The same filter without argument. */
    public Filter noArgument() {
        return new Filter(function, 1, 1, null, safe, text, localTime, builtin);
    }

    /**
     * The same filter with an argument that may be left out.
     *
     * @param otherwise the argument then
     * @return a filter
     */
    public Filter optional(@Nullable Object otherwise) {
        return new Filter(function, 1, 2, otherwise, safe, text, localTime, builtin);
    }

    /** The same filter, known to keep safe text safe; answers to {@code is_safe}. */
    public Filter safe() {
        return new Filter(function, required, accepted, absent, true, text, localTime, builtin);
    }

    /** The same filter with its value turned to text first; answers to {@code stringfilter}. */
    public Filter onText() {
        return new Filter(function, required, accepted, absent, safe, true, localTime, builtin);
    }

    /** The same filter with times in the current zone; answers to {@code expects_localtime}. */
    public Filter onLocalTime() {
        return new Filter(function, required, accepted, absent, safe, text, true, builtin);
    }

    /** The same filter, given lazy collections as loaded ones. */
    Filter builtin() {
        return new Filter(function, required, accepted, absent, safe, text, localTime, true);
    }

    /** The work. */
    public Function function() {
        return function;
    }

    /** Whether the filter keeps safe text safe. */
    public boolean isSafe() {
        return safe;
    }

    /** Whether values become text first. */
    public boolean isOnText() {
        return text;
    }

    /** Whether times come in the current zone. */
    public boolean isOnLocalTime() {
        return localTime;
    }

    /** Whether lazy collections are loaded before. */
    public boolean isBuiltin() {
        return builtin;
    }

    /** The argument when the template gives none. */
    public @Nullable Object absent() {
        return absent;
    }

    /**
     * Checks the number of arguments.
     *
     * @param name the filter's name, for the message
     * @param given 1 for the value alone, 2 with an argument
     */
    public void check(String name, int given) {
        if (given < required || given > accepted) {
            throw new TemplateSyntaxError(name + " requires " + required + " arguments, " + given + " provided");
        }
    }
}
