package quintet.core;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import quintet.core.internal.JsonReader;
import quintet.core.internal.JsonWriter;

/**
 * Reads and writes JSON by Django's rules, where a signature or a stored row depends on each byte. Values are plain
 * Java: Map (keys in order), List or any Iterable, arrays, String, Boolean, numbers and null; dates, times, durations,
 * decimals, UUIDs, enums with labels and lazy texts are written as Django's {@code DjangoJSONEncoder} writes them.
 */
public final class Json {
    /** How JSON text is laid out. */
    public enum Style {
        /** No spaces, only ASCII: what is signed, and what sessions hold. */
        COMPACT_ASCII(",", ":", true),
        /** No spaces, UTF-8: what the REST layer answers. */
        COMPACT(",", ":", false),
        /** A space after commas and colons, only ASCII: Python's default, used by Django's {@code JsonResponse}. */
        SPACED_ASCII(", ", ": ", true),
        /** A space after commas and colons, UTF-8. */
        SPACED(", ", ": ", false);

        private final String itemSeparator;
        private final String keySeparator;
        private final boolean ascii;

        Style(String itemSeparator, String keySeparator, boolean ascii) {
            this.itemSeparator = itemSeparator;
            this.keySeparator = keySeparator;
            this.ascii = ascii;
        }

        /** What stands between two items. */
        public String itemSeparator() {
            return itemSeparator;
        }

        /** What stands between a key and its value. */
        public String keySeparator() {
            return keySeparator;
        }

        /** Whether everything beyond ASCII is escaped. */
        public boolean ascii() {
            return ascii;
        }
    }

    private Json() {}

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException for a value JSON cannot hold; the message names its class and place
     */
    public static String write(@Nullable Object value, Style style) {
        return new JsonWriter(style, -1).write(value);
    }

    /** Writes a value over several lines, {@code indent} spaces a level, as Python's {@code json.dumps(indent=...)}. */
    public static String writeIndented(@Nullable Object value, Style style, int indent) {
        return new JsonWriter(style, indent).write(value);
    }

    /**
     * Reads one value: LinkedHashMap, ArrayList, String, Long or BigInteger, Double, Boolean or null. Nesting, number
     * length and text length are limited.
     *
     * @throws IllegalArgumentException for text that is not JSON; the message has line and column
     */
    public static @Nullable Object read(String text) {
        return JsonReader.read(text);
    }

    /** Reads one value from UTF-8 bytes; the stream is not closed. */
    public static @Nullable Object read(InputStream bytes) {
        return JsonReader.read(bytes);
    }
}
