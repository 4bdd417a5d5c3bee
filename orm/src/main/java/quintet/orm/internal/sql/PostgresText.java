package quintet.orm.internal.sql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.fields.Choices;
import quintet.fields.Range;
import quintet.orm.DataError;

/** The texts in which PostgreSQL takes and gives arrays, hstores and ranges, and the values within them. */
public final class PostgresText {
    private PostgresText() {}

    /** A value as the text of its type. Maps are hstores, unless they stand in an array of JSON. */
    public static String write(Object value) {
        return write(value, false);
    }

    private static String write(Object value, boolean json) {
        return switch (value) {
            case Object given when json && !(given instanceof Collection<?>) -> Json.write(given);
            case Collection<?> items -> array(items, json);
            case Map<?, ?> map -> hstore(map);
            case Range<?> range -> range(range);
            case Boolean flag -> flag ? "t" : "f";
            case BigDecimal decimal -> decimal.toPlainString();
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            case Enum<?> constant -> Choices.valueOf(constant).toString();
            case ZonedDateTime moment -> moment.toOffsetDateTime().toString();
            default -> value.toString();
        };
    }

    /** An array, whose items are JSON values if asked. */
    public static String array(Collection<?> items, boolean json) {
        StringBuilder text = new StringBuilder("{");
        for (Object item : items) {
            text.append(text.length() == 1 ? "" : ",");
            if (item == null) {
                text.append("NULL");
            } else if (item instanceof Collection<?> inner && !json) {
                text.append(array(inner, false));
            } else {
                quote(text, json ? Json.write(item) : write(item));
            }
        }
        return text.append('}').toString();
    }

    private static String hstore(Map<?, ?> map) {
        StringBuilder text = new StringBuilder();
        map.forEach((key, value) -> {
            text.append(text.isEmpty() ? "" : ", ");
            quote(text, key.toString());
            text.append("=>");
            if (value == null) {
                text.append("NULL");
            } else {
                quote(text, value.toString());
            }
        });
        return text.toString();
    }

    private static String range(Range<?> range) {
        if (range.isEmpty()) {
            return "empty";
        }
        StringBuilder text = new StringBuilder().append(range.bounds().charAt(0));
        bound(text, range.lower());
        text.append(',');
        bound(text, range.upper());
        return text.append(range.bounds().charAt(1)).toString();
    }

    private static void bound(StringBuilder text, @Nullable Object value) {
        if (value != null) {
            quote(text, write(value));
        }
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }

    /** The value that a text of a type means. */
    public static Object read(String text, ValueType type) {
        try {
            return switch (type.base()) {
                case ARRAY -> new Reader(text).array(type.item());
                case HSTORE -> new Reader(text).hstore();
                case RANGE -> new Reader(text).range(type.item());
                default -> plain(text, type);
            };
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new DataError(
                    "The database gave '" + text + "', which cannot be read as "
                            + (type.kind() == null ? type.base() : type.kind().djangoName()) + ".",
                    e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the Java type is an enum where isEnum says so
    private static Object plain(String text, ValueType type) {
        if (type.java().isEnum()) {
            Object constant = Choices.find((Class) type.java(), text);
            return constant == null ? text : constant;
        }
        return switch (type.base()) {
            case INTEGER -> whole(text, type.java());
            case FLOAT -> type.java() == Float.class ? (Object) Float.valueOf(text) : Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case BOOLEAN -> text.startsWith("t");
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case DATETIME -> moment(text, type.java());
            case DURATION -> Duration.parse(text);
            case UUID -> UUID.fromString(text);
            case BINARY -> HexFormat.of().parseHex(text.substring(2));
            case JSON -> java.util.Objects.requireNonNullElse(Json.read(text), text);
            default -> text;
        };
    }

    private static Object whole(String text, Class<?> java) {
        if (java == Integer.class) {
            return Integer.valueOf(text);
        }
        return java == Short.class ? (Object) Short.valueOf(text) : Long.valueOf(text);
    }

    private static Object moment(String text, Class<?> java) {
        String iso = text.replace(' ', 'T');
        int sign = Math.max(iso.indexOf('+', 10), iso.indexOf('-', 10));
        if (sign < 0) {
            LocalDateTime local = LocalDateTime.parse(iso);
            return java == LocalDateTime.class ? local : local.toInstant(ZoneOffset.UTC);
        }
        OffsetDateTime moment = OffsetDateTime.parse(iso.length() - sign == 3 ? iso + ":00" : iso);
        if (java == LocalDateTime.class) {
            return LocalDateTime.ofInstant(moment.toInstant(), ZoneOffset.UTC);
        }
        if (java == OffsetDateTime.class) {
            return moment;
        }
        return java == ZonedDateTime.class ? moment.toZonedDateTime() : moment.toInstant();
    }

    /** Goes through a text once. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<@Nullable Object> array(@Nullable ValueType item) {
            // An array that does not start at 1 says so first: [0:1]={...}
            at = text.charAt(0) == '[' ? text.indexOf('=') + 1 : 0;
            return items(item == null ? ValueType.LONG_TEXT : item);
        }

        private List<@Nullable Object> items(ValueType given) {
            ValueType item = given;
            List<@Nullable Object> items = new ArrayList<>();
            at++;
            while (text.charAt(at) != '}') {
                if (text.charAt(at) == ',') {
                    at++;
                } else if (text.charAt(at) == '{') {
                    ValueType inner = item.base() == ValueType.Base.ARRAY ? item.item() : item;
                    items.add(items(inner == null ? ValueType.LONG_TEXT : inner));
                } else if (text.charAt(at) == '"') {
                    items.add(PostgresText.read(quoted(), item));
                } else {
                    String word = until(",}");
                    items.add(word.equals("NULL") ? null : PostgresText.read(word, item));
                }
            }
            at++;
            return Collections.unmodifiableList(items);
        }

        Map<String, @Nullable String> hstore() {
            Map<String, @Nullable String> map = new LinkedHashMap<>();
            while (at < text.length()) {
                String key = quoted();
                at += 2;
                String value = null;
                if (text.charAt(at) == '"') {
                    value = quoted();
                } else {
                    at += 4;
                }
                map.put(key, value);
                at += 2;
            }
            return Collections.unmodifiableMap(map);
        }

        Range<Object> range(@Nullable ValueType item) {
            if (text.equals("empty")) {
                return Range.empty();
            }
            ValueType type = item == null ? ValueType.LONG_TEXT : item;
            boolean lowerInc = text.charAt(at++) == '[';
            Object lower = bound(type);
            at++;
            Object upper = bound(type);
            return new Range<>(lower, upper, lowerInc, text.charAt(at) == ']', false);
        }

        private @Nullable Object bound(ValueType type) {
            if (text.charAt(at) == '"') {
                return PostgresText.read(quoted(), type);
            }
            String word = until(",])");
            return word.isEmpty() ? null : PostgresText.read(word, type);
        }

        private String until(String ends) {
            int start = at;
            while (ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        /** A text in quotes, in which a backslash goes before a quote or a backslash. */
        private String quoted() {
            StringBuilder value = new StringBuilder();
            at++;
            while (text.charAt(at) != '"') {
                if (text.charAt(at) == '\\') {
                    at++;
                }
                value.append(text.charAt(at++));
            }
            at++;
            return value.toString();
        }
    }
}
