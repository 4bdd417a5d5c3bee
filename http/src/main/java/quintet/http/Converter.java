package quintet.http;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.PyText;

/**
 * Turns a part of a path into a value and back. {@code path("books/<id>/", INT, Views::detail)} makes the handler take a
 * {@code Long}. Own ones are made with {@link #of}; named in {@link HttpSettings#converters} they may also be written into
 * a path: {@code <year4:year>}.
 *
 * @param <T> the type of the values
 */
public final class Converter<T> {
    /** A whole number that is not negative, {@code int}. Numbers beyond a long do not match. */
    public static final Converter<Long> INT = new Converter<>("int", "[0-9]+", Long::valueOf, null);

    /** Any text without a slash, {@code str}: what a name without a converter means. */
    public static final Converter<String> STR = new Converter<>("str", "[^/]+", s -> s, null);

    /** ASCII letters, digits, hyphens and underscores, {@code slug}. */
    public static final Converter<String> SLUG = new Converter<>("slug", "[-a-zA-Z0-9_]+", s -> s, null);

    /** A UUID in lower case with hyphens, {@code uuid}. */
    public static final Converter<UUID> UUID = new Converter<>(
            "uuid", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", java.util.UUID::fromString, null);

    /** Any text, slashes too, {@code path}. */
    public static final Converter<String> PATH = new Converter<>("path", ".+", s -> s, null);

    private final String name;
    private final String regex;
    private final Function<String, ? extends T> parse;
    private final @Nullable Function<? super T, String> format;

    private Converter(
            String name,
            String regex,
            Function<String, ? extends T> parse,
            @Nullable Function<? super T, String> format) {
        this.name = name;
        this.regex = regex;
        this.parse = parse;
        this.format = format;
    }

    /**
     * A converter.
     *
     * @param name for use in paths
     * @param regex what it matches, in Python's syntax, without groups
     * @param parse the value of a matching text; an IllegalArgumentException means that it does not match after all
     * @param format the text of a value; an IllegalArgumentException means that no URL has it
     */
    public static <T> Converter<T> of(
            String name, String regex, Function<String, ? extends T> parse, Function<? super T, String> format) {
        return new Converter<>(name, regex, parse, format);
    }

    /** The name used in paths. */
    public String name() {
        return name;
    }

    /** What it matches. */
    public String regex() {
        return regex;
    }

    /**
     * The value of a text that matches.
     *
     * @throws IllegalArgumentException when it does not match after all
     */
    public T parse(String text) {
        return parse.apply(text);
    }

    /**
     * The text of a value.
     *
     * @throws IllegalArgumentException when no URL has this value
     */
    @SuppressWarnings("unchecked") // a value of another type fails in the cast, which means that it does not match
    public String format(@Nullable Object value) {
        if (format == null || value == null) return PyText.str(value);
        try {
            return format.apply((T) value);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    "The converter " + name + " does not take a "
                            + value.getClass().getName(),
                    e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
