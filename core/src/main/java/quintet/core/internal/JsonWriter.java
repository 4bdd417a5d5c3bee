package quintet.core.internal;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;

/** Plain Java values to JSON text, in the form Python's json module gives them. */
public final class JsonWriter {
    private static final int MAX_DEPTH = 500;

    private final Json.Style style;
    private final int indent;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    /**
     * Creates a writer for one value.
     *
     * @param indent spaces a level; negative for one line
     */
    public JsonWriter(Json.Style style, int indent) {
        this.style = style;
        this.indent = indent;
    }

    /** Writes the value and returns all. */
    public String write(@Nullable Object value) {
        value(value);
        return out.toString();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> string(text);
            case Boolean bool -> out.append(bool ? "true" : "false");
            case Double number -> floating(number);
            case Float number -> floating(Double.parseDouble(number.toString()));
            case BigDecimal decimal -> string(PythonNumbers.decimal(decimal));
            case Number number -> integer(number);
            case Map<?, ?> map -> object(map);
            case Iterable<?> items -> array(items.iterator());
            case Optional<?> optional -> value(optional.orElse(null));
            case Object array when array.getClass().isArray() && !(array instanceof byte[]) -> array(iterator(array));
            default -> string(DjangoJsonText.of(value));
        }
    }

    private void integer(Number number) {
        if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger) {
            out.append(number);
        } else {
            out.append(number.longValue());
        }
    }

    private void floating(double number) {
        if (Double.isNaN(number)) {
            out.append("NaN");
        } else if (Double.isInfinite(number)) {
            out.append(number > 0 ? "Infinity" : "-Infinity");
        } else {
            out.append(PythonNumbers.repr(number));
        }
    }

    private void object(Map<?, ?> map) {
        open('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            next(first);
            first = false;
            string(key(entry.getKey()));
            out.append(style.keySeparator());
            value(entry.getValue());
        }
        close('}', first);
    }

    private static String key(@Nullable Object key) {
        return switch (key) {
            case null -> "null";
            case String text -> text;
            case Boolean bool -> bool ? "true" : "false";
            case Double number -> PythonNumbers.repr(number);
            case Number number -> number.toString();
            default -> DjangoJsonText.of(key);
        };
    }

    private void array(Iterator<?> items) {
        open('[');
        boolean first = true;
        while (items.hasNext()) {
            next(first);
            first = false;
            value(items.next());
        }
        close(']', first);
    }

    private static Iterator<?> iterator(Object array) {
        return java.util.stream.IntStream.range(0, Array.getLength(array))
                .mapToObj(index -> Array.get(array, index))
                .iterator();
    }

    private void open(char bracket) {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "This value is nested more than " + MAX_DEPTH + " levels deep; does it contain itself?");
        }
        out.append(bracket);
    }

    private void next(boolean first) {
        if (!first) {
            out.append(
                    indent < 0 ? style.itemSeparator() : style.itemSeparator().stripTrailing());
        }
        newLine();
    }

    private void close(char bracket, boolean empty) {
        depth--;
        if (!empty) {
            newLine();
        }
        out.append(bracket);
    }

    private void newLine() {
        if (indent >= 0) {
            out.append('\n').repeat(' ', indent * depth);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c < 0x20 || (style.ascii() && c > 0x7E)) {
                        unicode(c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void unicode(char c) {
        out.append("\\u");
        String hex = Integer.toHexString(c);
        out.repeat('0', 4 - hex.length()).append(hex);
    }

    /** How Django's encoder writes values that JSON has no form for. */
    private static final class DjangoJsonText {
        private static final List<Class<?>> TEXTS = List.of(UUID.class, CharSequence.class, java.net.URI.class);

        static String of(Object value) {
            return switch (value) {
                case LocalDate date -> date.toString();
                case LocalTime time -> PythonTimes.time(time);
                case LocalDateTime dateTime -> PythonTimes.dateTime(dateTime);
                case OffsetDateTime dateTime ->
                    PythonTimes.dateTime(dateTime.toLocalDateTime()) + PythonTimes.offset(dateTime.getOffset());
                case ZonedDateTime dateTime ->
                    PythonTimes.dateTime(dateTime.toLocalDateTime()) + PythonTimes.offset(dateTime.getOffset());
                case Instant instant -> PythonTimes.dateTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
                case Duration duration -> PythonTimes.isoDuration(duration);
                case Enum<?> constant -> constant.name();
                default -> {
                    if (TEXTS.stream().anyMatch(type -> type.isInstance(value))) {
                        yield value.toString();
                    }
                    throw new IllegalArgumentException("A " + value.getClass().getName()
                            + " cannot be written as JSON. Give a Map, List, String, number, date or boolean.");
                }
            };
        }
    }
}
