package quintet.orm.internal.migrations.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values turned to text the way Django's database layer does. */
final class Literals {
    private Literals() {}

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** {@code 12:30:00} or {@code 12:30:00.000001}. */
    static String time(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern(
                time.equals(time.truncatedTo(ChronoUnit.SECONDS)) ? "HH:mm:ss" : "HH:mm:ss.SSSSSS"));
    }

    /** A date and time with the given separator. */
    static String dateTime(LocalDateTime value, char separator) {
        return value.toLocalDate().toString() + separator + time(value.toLocalTime());
    }

    /** A moment in UTC, or null when the value is none. */
    static @Nullable OffsetDateTime moment(Object value) {
        return switch (value) {
            case OffsetDateTime o -> o.withOffsetSameInstant(ZoneOffset.UTC);
            case ZonedDateTime z -> z.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
            case Instant i -> i.atOffset(ZoneOffset.UTC);
            case LocalDateTime l -> l.atOffset(ZoneOffset.UTC);
            case LocalDate d -> d.atStartOfDay().atOffset(ZoneOffset.UTC);
            default -> null;
        };
    }

    /** A decimal with the field's number of places. */
    static String decimal(Object value, @Nullable Object places) {
        BigDecimal number = new BigDecimal(value.toString());
        return places instanceof Number n
                ? number.setScale(n.intValue(), RoundingMode.HALF_EVEN).toPlainString()
                : number.toPlainString();
    }

    static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    static byte[] bytes(Object value) {
        return value instanceof byte[] b ? b : value.toString().getBytes(StandardCharsets.UTF_8);
    }

    static UUID uuid(Object value) {
        if (value instanceof UUID uuid) {
            return uuid;
        }
        String digits = value.toString().replace("-", "");
        return new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
    }

    /** JSON with Python's spacing and escapes. */
    static String json(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean b -> b.toString();
            case Number n -> n.toString();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> jsonText(String.valueOf(e.getKey())) + ": " + json(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> list -> list.stream().map(Literals::json).collect(Collectors.joining(", ", "[", "]"));
            default -> jsonText(value.toString());
        };
    }

    private static String jsonText(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ' || c > '~') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
