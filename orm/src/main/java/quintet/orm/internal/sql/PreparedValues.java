package quintet.orm.internal.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.fields.Choices;
import quintet.fields.FieldFile;
import quintet.fields.IsoTimes;
import quintet.fields.Range;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.QueryError;
import quintet.orm.Ref;

/** Brings what a query or an object was given into the form that its column binds: texts that say numbers become numbers. */
final class PreparedValues {
    private PreparedValues() {}

    /** The value in the form a type binds; null stays null. Throws {@link QueryError} if it cannot be one. */
    static @Nullable Object of(ValueType type, @Nullable Object given) {
        FieldMeta field = type.field();
        if (given instanceof KeyedModel<?> object && object.key() == null && field != null && field.isReference()) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Model instances passed to related filters must be saved.",
                    "The " + object.meta().objectName() + " has no key yet.");
        }
        if (given instanceof KeyedModel<?> object && field != null && field.isPrimaryKey() && !field.isReference()) {
            // The way back of a reference ends at the key of the model that points.
            Lookups.checkModel(field, field.owner(), object);
        }
        Object value = plain(given);
        if (value == null) {
            return null;
        }
        try {
            return switch (type.base()) {
                case TEXT, SEARCH -> value instanceof String ? value : value.toString();
                case INTEGER -> integer(value);
                case FLOAT -> fraction(value);
                case DECIMAL -> decimal(type, value);
                case BOOLEAN -> truth(value);
                case DATE -> date(value);
                case TIME -> value instanceof LocalTime ? value : known(IsoTimes.parseTime(value.toString()));
                case DATETIME -> moment(type, value);
                case DURATION -> value instanceof Duration ? value : known(IsoTimes.parseDuration(value.toString()));
                case UUID -> value instanceof UUID ? value : uuid(value.toString());
                case ARRAY -> list(type, value);
                case HSTORE -> texts(value);
                case RANGE -> range(type, value);
                case BINARY, JSON, KEY, OBJECT -> value;
            };
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw ValueErrors.wrong(type, value);
        }
    }

    private static Object list(ValueType type, Object value) {
        Collection<?> items = value instanceof Object[] array
                ? Arrays.asList(array)
                : value instanceof Collection<?> given ? given : null;
        if (items == null) {
            throw new IllegalArgumentException();
        }
        ValueType item = type.item();
        List<@Nullable Object> prepared = new ArrayList<>();
        for (Object one : items) {
            prepared.add(item == null ? plain(one) : item.prepare(one));
        }
        return prepared;
    }

    private static Object texts(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException();
        }
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        map.forEach((key, text) -> texts.put(key.toString(), text == null ? null : text.toString()));
        return texts;
    }

    private static Object range(ValueType type, Object value) {
        Range<?> range = value instanceof List<?> pair && pair.size() == 2
                ? Range.of((Object) pair.get(0), (Object) pair.get(1), defaultBounds(type.field()))
                : value instanceof Range<?> given ? given : null;
        if (range == null) {
            throw new IllegalArgumentException();
        }
        ValueType bound = type.item() == null ? ValueType.OBJECT : type.item();
        return range.isEmpty()
                ? range
                : Range.of(bound.prepare(range.lower()), bound.prepare(range.upper()), range.bounds());
    }

    private static String defaultBounds(@Nullable FieldMeta field) {
        String given = field == null ? "" : field.declaration().text("defaultBounds");
        return given.isEmpty() ? "[)" : given;
    }

    /** What stands for a value in the database: the key of an object, the value of a choice. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Ref<?> ref -> ref.id();
            case KeyedModel<?> model -> model.key();
            case Enum<?> constant -> Choices.valueOf(constant);
            case FieldFile file -> file.name();
            case null, default -> value;
        };
    }

    private static Object integer(Object value) {
        return switch (value) {
            case Integer i -> i.longValue();
            case Long l -> l;
            case Short s -> s.longValue();
            case Boolean b -> b ? 1L : 0L;
            case java.math.BigInteger big -> big.longValueExact();
            case Number n -> n.longValue();
            default -> Long.valueOf(value.toString().trim());
        };
    }

    private static Object decimal(ValueType type, Object value) {
        return switch (value) {
            case BigDecimal d -> d;
            case Boolean b -> b ? BigDecimal.ONE : BigDecimal.ZERO;
            case Integer i -> BigDecimal.valueOf(i);
            case Long l -> BigDecimal.valueOf(l);
            case Short s -> BigDecimal.valueOf(s);
            case Number n -> {
                BigDecimal exact = new BigDecimal(n.toString());
                yield type.places() >= 0
                        ? exact.setScale(Math.max(type.places(), exact.scale()), RoundingMode.HALF_EVEN)
                        : exact;
            }
            default -> new BigDecimal(value.toString().trim());
        };
    }

    private static Object truth(Object value) {
        return switch (value) {
            case Boolean b -> b;
            case Number n when n.doubleValue() == 1 -> true;
            case Number n when n.doubleValue() == 0 -> false;
            default ->
                switch (value.toString()) {
                    case "true", "True", "t", "1" -> true;
                    case "false", "False", "f", "0" -> false;
                    default -> throw new IllegalArgumentException();
                };
        };
    }

    private static Object date(Object value) {
        return switch (value) {
            case LocalDate d -> d;
            case LocalDateTime d -> d.toLocalDate();
            case Instant i -> i.atZone(TimeZones.current()).toLocalDate();
            case OffsetDateTime d -> d.atZoneSameInstant(TimeZones.current()).toLocalDate();
            case ZonedDateTime d -> d.withZoneSameInstant(TimeZones.current()).toLocalDate();
            default -> known(IsoTimes.parseDate(value.toString()));
        };
    }

    private static Object moment(ValueType type, Object value) {
        boolean local = type.java() == LocalDateTime.class;
        ZoneId zone = TimeZones.current();
        return switch (value) {
            case Instant i -> local ? LocalDateTime.ofInstant(i, ZoneOffset.UTC) : i;
            case LocalDateTime d -> local ? d : d.atZone(zone).toInstant();
            case OffsetDateTime d -> moment(type, d.toInstant());
            case ZonedDateTime d -> moment(type, d.toInstant());
            case LocalDate d -> moment(type, d.atStartOfDay());
            default -> moment(type, parse(value.toString()));
        };
    }

    private static Object parse(String text) {
        Object moment = IsoTimes.parseDateTime(text);
        return moment == null ? known(IsoTimes.parseDate(text)) : moment;
    }

    /** A text in another form than the parser knows. */
    private static Object known(@Nullable Object parsed) {
        if (parsed == null) {
            throw new IllegalArgumentException();
        }
        return parsed;
    }

    private static Object fraction(Object value) {
        return switch (value) {
            case Number n -> n.doubleValue();
            case Boolean b -> b ? 1.0 : 0.0;
            default -> Double.valueOf(value.toString().trim());
        };
    }

    private static UUID uuid(String text) {
        String hex = text.replace("-", "")
                .replace("urn:", "")
                .replace("uuid:", "")
                .replace("{", "")
                .replace("}", "");
        if (hex.length() != 32) {
            throw new IllegalArgumentException();
        }
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
}
