package quintet.templates;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type behave in templates. Register one with {@link EngineBuilder#adapter}; it serves the type and
 * its subtypes (the nearest type wins). Each method has a default that means "as any other Java object".
 *
 * <pre>{@code
 * engine.adapter(Money.class, new ValueAdapter<Money>() {
 *     @Override public Object attribute(Money m, String name) { return name.equals("cents") ? m.cents() : MISSING; }
 *     @Override public String text(Money m) { return m.format(); }
 * });
 * }</pre>
 *
 * @param <T> the type
 */
public interface ValueAdapter<T> {
    /** What lookups return when there is nothing by that name (null is a value: None). */
    Object MISSING = new Object() {
        @Override
        public String toString() {
            return "MISSING";
        }
    };

    /**
     * Dictionary lookup, {@code value["name"]}: tried first.
     *
     * @param value the value
     * @param name the part after the dot
     * @return the item, null for None, or {@link #MISSING}
     */
    default @Nullable Object item(T value, String name) {
        return MISSING;
    }

    /**
     * Attribute lookup, {@code value.name}: tried second. The default reads public fields and accessors.
     *
     * @param value the value
     * @param name the part after the dot
     * @return the attribute, null for None, {@link #MISSING}, or {@link #DEFAULT} to read the Java member
     */
    default @Nullable Object attribute(T value, String name) {
        return DEFAULT;
    }

    /** What {@link #attribute} returns to leave the lookup to public fields and accessors. */
    Object DEFAULT = new Object() {
        @Override
        public String toString() {
            return "DEFAULT";
        }
    };

    /** What {@link #reader} returns for a name that is the Java member of that name, which is then read directly. */
    Function<Object, @Nullable Object> MEMBER = new Function<>() {
        @Override
        public @Nullable Object apply(Object value) {
            return DEFAULT;
        }
    };

    /**
     * What {@link #reader} returns for a Java member that is read after something was done with the value, such as loading
     * what is not there yet.
     *
     * @param <T> the type of the values
     */
    record MemberAfter<T>(Consumer<? super T> prepare) implements Function<T, @Nullable Object> {
        @Override
        public @Nullable Object apply(T value) {
            prepare.accept(value);
            return DEFAULT;
        }
    }

    /**
     * The way to a name that means the same for all values of a class. The engine asks once for each class and place in a
     * template, and then calls the function instead of {@link #item}, {@link #attribute} and {@link #index}: worth it for
     * types that pages are full of.
     *
     * @param type the values' class
     * @param name the part after the dot
     * @return null to ask each value; {@link #MEMBER} for the public field or accessor of that name, {@link MemberAfter} for
     *     one that has to be made ready
     */
    default @Nullable Function<? super T, ? extends @Nullable Object> reader(Class<?> type, String name) {
        return null;
    }

    /**
     * Index lookup, {@code value[0]}: tried last.
     *
     * @param value the value
     * @param index from 0
     * @return the element, null for None, or {@link #MISSING}
     */
    default @Nullable Object index(T value, int index) {
        return MISSING;
    }

    /**
     * Whether and how the value is called when a variable ends on it, as Python calls functions.
     *
     * @param value the value
     * @return what to do
     */
    default Call call(T value) {
        return Call.NOT_CALLABLE;
    }

    /** What happens to a value that can be called. */
    sealed interface Call {
        /** The value is not a function. */
        Call NOT_CALLABLE = new Plain();

        /** A function that changes data or needs arguments: prints as an invalid variable. */
        Call REFUSED = new Refused();

        /** The value stands for itself. */
        record Plain() implements Call {}

        /** The value is not called and renders as {@code string_if_invalid}. */
        record Refused() implements Call {}

        /**
         * The value is called without arguments.
         *
         * @param function gives the result
         */
        record Result(java.util.function.Supplier<? extends @Nullable Object> function) implements Call {}
    }

    /**
     * The data behind a lazy collection (a query): what loops, tests, lengths, indexes and prints use. Called once for
     * each instance and render, so a query runs once however often a template uses it.
     *
     * @param value the value
     * @return a list or other collection; the value itself when there is nothing to load
     */
    default @Nullable Object evaluate(T value) {
        return value;
    }

    /**
     * Truth in {@code {% if %}}.
     *
     * @param value the value
     * @return true unless it counts as empty
     */
    default boolean truth(T value) {
        int length = length(value);
        return length != 0;
    }

    /**
     * Iteration in {@code {% for %}}.
     *
     * @param value the value
     * @return the elements, or null if it cannot be looped over
     */
    default @Nullable Iterator<?> iterate(T value) {
        return value instanceof Iterable<?> all ? all.iterator() : null;
    }

    /**
     * The length.
     *
     * @param value the value
     * @return number of elements, -1 if it has none
     */
    default int length(T value) {
        return value instanceof java.util.Collection<?> all ? all.size() : -1;
    }

    /**
     * The printed form, before escaping; answers to {@code str()}.
     *
     * @param value the value
     * @return text; a {@link SafeString} is not escaped
     */
    default CharSequence text(T value) {
        return String.valueOf(value);
    }

    /**
     * The printed form where variables are escaped; answers to {@code __html__}.
     *
     * @param value the value
     * @return null to escape {@link #text}; by default the own HTML of an {@link HtmlValue}
     */
    default @Nullable SafeString html(T value) {
        return value instanceof HtmlValue own ? own.html() : null;
    }

    /**
     * The form inside printed collections; answers to {@code repr()}.
     *
     * @param value the value
     * @return text
     */
    default String repr(T value) {
        return text(value).toString();
    }

    /**
     * The type's name in error messages.
     *
     * @param value the value
     * @return a name such as {@code Book}
     */
    default String typeName(T value) {
        return value.getClass().getSimpleName();
    }
}
