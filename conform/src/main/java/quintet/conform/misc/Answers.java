package quintet.conform.misc;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.core.DateText;

/** Parts of cases and answers. */
final class Answers {
    private Answers() {}

    static String text(Map<String, @Nullable Object> line, String name) {
        return String.valueOf(line.get(name));
    }

    static int number(Map<String, @Nullable Object> line, String name) {
        return ((Number) Objects.requireNonNull(line.get(name), name)).intValue();
    }

    static @Nullable Object value(Map<String, @Nullable Object> line, String name) {
        return Tagged.decode(line.get(name));
    }

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, item) -> out.put(String.valueOf(key), item));
        }
        return out;
    }

    static List<@Nullable Object> list(@Nullable Object value) {
        List<@Nullable Object> out = new ArrayList<>();
        if (value instanceof List<?> given) {
            given.forEach(out::add);
        }
        return out;
    }

    /** Keys and values in turn. */
    static Map<String, @Nullable Object> answer(@Nullable Object... pairs) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            out.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return out;
    }

    static Map<String, @Nullable Object> failure(String error, @Nullable String message) {
        return answer("error", error, "message", message);
    }

    /** {@code {"result": ..}}, or the error Python has for Java's. */
    static Map<String, @Nullable Object> result(Callable<? extends @Nullable Object> work) throws Exception {
        try {
            return answer("result", encode(work.call()));
        } catch (java.time.DateTimeException e) {
            return failure("ValueError", String.valueOf(e.getMessage()));
        }
    }

    /** A value in the form of the recordings. */
    static @Nullable Object encode(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate d -> Map.of("$date", d.toString());
            case LocalTime t -> Map.of("$time", DateText.isoTime("", t, null));
            case LocalDateTime t -> Map.of("$datetime", DateText.isoTime(t.toLocalDate() + "T", t.toLocalTime(), null));
            case OffsetDateTime t ->
                Map.of("$datetime", DateText.isoTime(t.toLocalDate() + "T", t.toLocalTime(), t.getOffset()));
            case Duration d -> Map.of("$duration_us", d.toSeconds() * 1_000_000 + d.toNanosPart() / 1000);
            case CharSequence text -> text.toString();
            default -> value;
        };
    }
}
