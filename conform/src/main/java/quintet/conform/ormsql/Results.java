package quintet.conform.ormsql;

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
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;
import quintet.core.NumberText;
import quintet.orm.Created;
import quintet.orm.Deleted;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Ref;

/** Values in the recording's form. */
final class Results {
    private Results() {}

    /** A row of {@code values_list}. */
    record Tuple(List<?> values) {}

    /** A mapping from keys to rows. */
    record ByKey(Map<?, ?> rows) {}

    static @Nullable Object encode(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Tuple tuple -> Map.of("$tuple", list(tuple.values()));
            case ByKey byKey -> dict(byKey.rows());
            case KeyedModel<?> model -> model(model);
            case Created<?> created ->
                Map.of("$tuple", list(java.util.Arrays.asList(created.object(), created.created())));
            case Deleted deleted -> Map.of("$tuple", java.util.Arrays.asList(deleted.count(), deleted.byModel()));
            case Ref<?> ref -> ref.id();
            case Boolean flag -> flag;
            case Double number -> Map.of("$float", NumberText.ofFloat(number));
            case Float number -> Map.of("$float", NumberText.ofFloat(number));
            case BigDecimal number -> Map.of("$decimal", decimal(number));
            case BigInteger number -> number;
            case Number number -> number.longValue();
            case LocalDate date -> Map.of("$date", date.toString());
            case LocalTime time -> Map.of("$time", time(time));
            case Instant instant -> dateTime(instant.atOffset(ZoneOffset.UTC));
            case OffsetDateTime at -> dateTime(at);
            case ZonedDateTime at -> dateTime(at.toOffsetDateTime());
            case LocalDateTime at -> Map.of("$datetime", at.toLocalDate() + "T" + time(at.toLocalTime()));
            case Duration duration -> Map.of("$duration_us", TimeUnit.MICROSECONDS.convert(duration));
            case UUID uuid -> Map.of("$uuid", uuid.toString());
            case byte[] bytes -> Map.of("$bytes", Base64.getEncoder().encodeToString(bytes));
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            default -> value.toString();
        };
    }

    private static String decimal(BigDecimal number) {
        return number.toString().replace("E-", "E-").replace("E+", "E+");
    }

    private static String time(LocalTime time) {
        return time.getNano() == 0
                ? time.format(DateTimeFormatter.ofPattern("HH:mm:ss", java.util.Locale.ROOT))
                : time.format(DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", java.util.Locale.ROOT));
    }

    private static Map<String, Object> dateTime(OffsetDateTime at) {
        String offset = at.getOffset().equals(ZoneOffset.UTC)
                ? "+00:00"
                : at.getOffset().getId();
        return Map.of("$datetime", at.toLocalDate() + "T" + time(at.toLocalTime()) + offset);
    }

    private static List<@Nullable Object> list(List<?> values) {
        List<@Nullable Object> encoded = new ArrayList<>();
        values.forEach(value -> encoded.add(encode(value)));
        return encoded;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> encoded = new LinkedHashMap<>();
        map.forEach((key, value) -> encoded.put(django(String.valueOf(key)), encode(value)));
        return encoded;
    }

    /** Parent links have the only names that Quintet makes, and makes in Java's form. */
    private static String django(String name) {
        return name.startsWith("itemPtr") ? "item_ptr" + name.substring(7) : name;
    }

    private static Map<String, @Nullable Object> dict(Map<?, ?> map) {
        List<@Nullable Object> pairs = new ArrayList<>();
        map.forEach((key, value) -> {
            List<@Nullable Object> pair = new ArrayList<>();
            pair.add(encode(key));
            pair.add(encode(value));
            pairs.add(pair);
        });
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("$dict", pairs);
        return result;
    }

    private static Map<String, @Nullable Object> model(KeyedModel<?> object) {
        Map<String, @Nullable Object> encoded = new LinkedHashMap<>();
        encoded.put("$model", object.meta().label().toLowerCase(java.util.Locale.ROOT));
        encoded.put("pk", key(object.key()));
        List<String> deferred = object.deferredFields().stream()
                .map(name -> object.meta().field(name).attribute())
                .sorted()
                .toList();
        if (!deferred.isEmpty()) {
            encoded.put("deferred", deferred);
        }
        Map<String, Object> annotations = object.annotations();
        annotations.values().removeIf(value -> value instanceof List<?> || value instanceof KeyedModel<?>);
        if (!annotations.isEmpty()) {
            encoded.put("annotations", map(annotations));
        }
        return encoded;
    }

    /** Rows of a model whose keys have several fields: nothing else in them is a list. */
    static @Nullable Object withKeys(@Nullable Object result) {
        return switch (result) {
            case Tuple tuple ->
                new Tuple(tuple.values().stream().map(Results::withKeys).toList());
            case List<?> rows when !rows.isEmpty() && rows.getFirst() instanceof Number -> new Tuple(rows);
            case List<?> rows -> rows.stream().map(Results::withKeys).toList();
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((name, value) -> copy.put(name, withKeys(value)));
                yield copy;
            }
            case null, default -> result;
        };
    }

    static @Nullable Object key(@Nullable Object key) {
        return key instanceof List<?> parts ? Map.of("$tuple", list(parts)) : encode(key);
    }

    static String keyText(@Nullable Object key) {
        return key instanceof List<?> parts
                ? parts.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"))
                : String.valueOf(key);
    }

    /** A key as the recording names rows by it. */
    static String rowName(@Nullable Object key) {
        return key instanceof List<?> ? Json.write(key(key), Json.Style.SPACED_ASCII) : String.valueOf(key);
    }

    /** The value of a field of an object; a reference's key. */
    static @Nullable Object field(FieldMeta field, KeyedModel<?> object) {
        Object value = field.get(object);
        return encode(value instanceof Ref<?> ref ? ref.id() : value);
    }
}
