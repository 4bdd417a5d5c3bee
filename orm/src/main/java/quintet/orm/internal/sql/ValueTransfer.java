package quintet.orm.internal.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.orm.Cells;
import quintet.orm.Parameters;

/** Binds values as parameters and reads them from rows, each as its type says. */
final class ValueTransfer {
    private ValueTransfer() {}

    /** Binds a prepared value. */
    static void bind(ValueType type, Parameters to, @Nullable Object given) {
        Object value = PreparedValues.plain(given);
        if (type.base() == ValueType.Base.JSON && value != null) {
            to.json(value);
            return;
        }
        if (type.base().isComposed() && value != null) {
            ValueType item = type.item();
            boolean json = item != null && item.base() == ValueType.Base.JSON;
            to.text(value instanceof Collection<?> items ? PostgresText.array(items, json) : PostgresText.write(value));
            return;
        }
        switch (value) {
            case null -> to.none();
            case String text -> to.text(text);
            case Long number -> to.int64(number.longValue());
            case Integer number -> to.int64(number.longValue());
            case Short number -> to.int64(number.longValue());
            case Boolean flag -> to.bool(flag.booleanValue());
            case BigDecimal decimal -> to.decimal(decimal, type.digits(), type.places());
            case Double number -> to.float64(number.doubleValue());
            case Float number -> to.float64(number.doubleValue());
            case LocalDate date -> to.date(date);
            case LocalTime time -> to.time(time);
            case Instant instant -> to.instant(instant);
            case LocalDateTime dateTime -> to.localDateTime(dateTime);
            case OffsetDateTime dateTime -> to.instant(dateTime.toInstant());
            case ZonedDateTime dateTime -> to.instant(dateTime.toInstant());
            case Duration duration -> to.duration(duration);
            case UUID uuid -> to.uuid(uuid);
            case byte[] bytes -> to.bytes(bytes);
            default -> to.object(value);
        }
    }

    /** Reads a value. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the Java type is an enum where isEnum says so
    static @Nullable Object read(ValueType type, Cells from, int at) {
        Class<?> java = type.java();
        if (java.isEnum()) {
            return from.choice((Class) java, at);
        }
        return switch (type.base()) {
            case TEXT, SEARCH -> from.text(at);
            case INTEGER -> readInteger(type, from, at);
            case FLOAT -> readFloat(java, from, at);
            case DECIMAL -> from.decimal(at, type.places());
            case BOOLEAN -> from.boolOrNull(at);
            case DATE -> from.date(at);
            case TIME -> from.time(at);
            case DATETIME -> readMoment(java, from, at);
            case DURATION -> from.duration(at);
            case UUID -> from.uuid(at);
            case BINARY -> from.bytes(at);
            case JSON -> from.json(at);
            case ARRAY, HSTORE, RANGE -> {
                String text = from.text(at);
                yield text == null ? null : PostgresText.read(text, type);
            }
            case KEY -> readKey(type, from, at);
            case OBJECT -> from.object(at);
        };
    }

    private static @Nullable Object readKey(ValueType type, Cells from, int at) {
        List<Object> values = new ArrayList<>();
        for (ValueType part : type.parts()) {
            Object value = part.read(from, at + values.size());
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return List.copyOf(values);
    }

    private static @Nullable Object readInteger(ValueType type, Cells from, int at) {
        if (type.java() == Integer.class) {
            return type.field() == null ? computedInteger(from, at) : from.int32OrNull(at);
        }
        if (type.java() == Short.class) {
            return from.int16OrNull(at);
        }
        return from.int64OrNull(at);
    }

    /** What was computed of whole numbers may be larger than they are. */
    private static @Nullable Object computedInteger(Cells from, int at) {
        Long number = from.int64OrNull(at);
        if (number == null) {
            return null;
        }
        boolean fits = number == number.intValue();
        return fits ? (Object) number.intValue() : number;
    }

    private static @Nullable Object readFloat(Class<?> java, Cells from, int at) {
        if (java == Float.class) {
            return from.float32OrNull(at);
        }
        return from.float64OrNull(at);
    }

    private static @Nullable Object readMoment(Class<?> java, Cells from, int at) {
        if (java == LocalDateTime.class) {
            return from.localDateTime(at);
        }
        if (java == OffsetDateTime.class) {
            return from.offsetDateTime(at);
        }
        return java == ZonedDateTime.class ? from.zonedDateTime(at) : from.instant(at);
    }
}
