package quintet.conform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tagged values of the recordings (see {@code ../shared/vectors/README.md}) as Java values. */
public final class Tagged {
    private Tagged() {}

    /** Whether an object is a tag: its only or first key starts with a dollar sign. */
    public static @Nullable String tag(@Nullable Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            Object first = map.keySet().iterator().next();
            return first instanceof String name && name.startsWith("$") ? name : null;
        }
        return null;
    }

    /**
     * Decodes the common tags, deeply: numbers, dates, times, durations, UUIDs, bytes, tuples (as lists), sets and
     * dictionaries. An object with an unknown tag is returned as the map it is, its values decoded.
     */
    public static @Nullable Object decode(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> decoded = new ArrayList<>();
            list.forEach(item -> decoded.add(decode(item)));
            return decoded;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        String tag = tag(value);
        Object content = tag == null ? null : map.get(tag);
        return switch (tag) {
            case null -> decodeMap(map);
            case "$int" -> new BigInteger(text(content));
            case "$float" -> decodeFloat(text(content));
            case "$decimal" -> decodeDecimal(text(content));
            case "$date" -> LocalDate.parse(text(content));
            case "$time" -> LocalTime.parse(text(content));
            case "$datetime" -> decodeDateTime(text(content));
            case "$duration_us" -> Duration.of(((Number) decodeNumber(content)).longValue(), ChronoUnit.MICROS);
            case "$uuid" -> UUID.fromString(text(content));
            case "$bytes" -> Base64.getDecoder().decode(text(content));
            case "$str_utf16" -> new String(Base64.getDecoder().decode(text(content)), StandardCharsets.UTF_16BE);
            case "$tuple" -> decode(content);
            case "$set" -> new LinkedHashSet<>((List<?>) decodeList(content));
            case "$dict" -> decodePairs((List<?>) decodeList(content));
            default -> decodeMap(map);
        };
    }

    private static String text(@Nullable Object content) {
        return String.valueOf(content);
    }

    private static Object decodeNumber(@Nullable Object content) {
        Object number = decode(content);
        return number instanceof Number ? number : new BigInteger(text(number));
    }

    private static List<?> decodeList(@Nullable Object content) {
        return decode(content) instanceof List<?> list ? list : List.of();
    }

    private static Map<Object, @Nullable Object> decodeMap(Map<?, ?> map) {
        Map<Object, @Nullable Object> decoded = new LinkedHashMap<>();
        map.forEach((key, item) -> decoded.put(key, decode(item)));
        return decoded;
    }

    private static Map<@Nullable Object, @Nullable Object> decodePairs(List<?> pairs) {
        Map<@Nullable Object, @Nullable Object> decoded = new LinkedHashMap<>();
        for (Object pair : pairs) {
            decoded.put(((List<?>) pair).get(0), ((List<?>) pair).get(1));
        }
        return decoded;
    }

    private static Double decodeFloat(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.valueOf(text);
        };
    }

    /** NaN and infinities have no BigDecimal: they stay doubles. */
    private static Number decodeDecimal(String text) {
        return switch (text) {
            case "Infinity", "-Infinity", "NaN", "-NaN", "sNaN" ->
                decodeFloat(text.replace("Infinity", "inf")
                        .replace("sNaN", "nan")
                        .replace("-NaN", "nan")
                        .replace("NaN", "nan"));
            default -> new BigDecimal(text);
        };
    }

    private static Object decodeDateTime(String text) {
        boolean aware = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d(:\\d\\d)?$");
        return aware ? OffsetDateTime.parse(text) : LocalDateTime.parse(text);
    }
}
