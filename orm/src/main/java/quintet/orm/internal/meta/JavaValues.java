package quintet.orm.internal.meta;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import quintet.core.FileContent;
import quintet.fields.Choices;
import quintet.fields.FieldFile;
import quintet.orm.FieldMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.sql.ValueType;

/** Converts values to the Java type a field has. */
public final class JavaValues {
    private JavaValues() {}

    /** The value in the field's Java type; null for a primitive becomes zero or false. */
    public static @Nullable Object convert(FieldMeta field, @Nullable Object value) {
        if (field.isComposite() && (value instanceof java.util.List<?> || value instanceof Object[])) {
            return KeyParts.typed(field.target(), value);
        }
        if (field.isRelation()) {
            return value;
        }
        if (value == null) {
            return field.javaType() == FieldFile.class && !field.isNullable() ? FieldFile.NONE : zero(field.javaType());
        }
        return to(field.javaType(), value, field);
    }

    /** A value of a key's field in the Java type that objects have it in; of a reference, in that of what it points to. */
    static Object ofKey(FieldMeta field, Object value) {
        return to(ValueType.of(field).java(), value, field);
    }

    private static @Nullable Object zero(Class<?> type) {
        if (!type.isPrimitive()) {
            return null;
        }
        if (type == boolean.class) {
            return false;
        }
        return number(type, 0);
    }

    private static Object to(Class<?> type, Object value, FieldMeta field) {
        Class<?> boxed = box(type);
        if (boxed.isInstance(value)) {
            return value;
        }
        if (boxed.isEnum()) {
            return constant(boxed, value, field);
        }
        if (boxed == FieldFile.class) {
            return value instanceof FileContent content
                    ? FieldFile.of(content)
                    : FieldFile.stored(value.toString(), field.declaration());
        }
        Object prepared = ValueType.of(field).prepare(value);
        if (boxed.isInstance(prepared)) {
            return prepared;
        }
        if (Number.class.isAssignableFrom(boxed) && prepared instanceof Number number) {
            return boxed == BigDecimal.class ? new BigDecimal(number.toString()) : number(type, number);
        }
        if (prepared instanceof Instant instant) {
            return moment(boxed, instant);
        }
        if (prepared instanceof LocalDateTime local && boxed == Instant.class) {
            return local.toInstant(ZoneOffset.UTC);
        }
        throw new QueryError("The field " + field + " has the type " + type.getSimpleName() + " and cannot take "
                + value + " (" + value.getClass().getSimpleName() + ").");
    }

    private static Object moment(Class<?> type, Instant instant) {
        if (type == OffsetDateTime.class) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (type == ZonedDateTime.class) {
            return instant.atZone(ZoneOffset.UTC);
        }
        return type == LocalDateTime.class ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : instant;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type is an enum
    private static Object constant(Class<?> type, Object value, FieldMeta field) {
        Object found = Choices.find((Class) type, value);
        if (found == null) {
            throw new QueryError("The field " + field + " has no choice '" + value + "'.");
        }
        return found;
    }

    private static Object number(Class<?> type, Number number) {
        Class<?> boxed = box(type);
        if (boxed == Integer.class) {
            return Math.toIntExact(number.longValue());
        }
        if (boxed == Long.class) {
            return number.longValue();
        }
        if (boxed == Short.class) {
            return number.shortValue();
        }
        if (boxed == Float.class) {
            return number.floatValue();
        }
        return number.doubleValue();
    }

    /** The wrapper of a primitive type, else the type. */
    public static Class<?> box(Class<?> type) {
        return type.isPrimitive()
                ? java.lang.invoke.MethodType.methodType(type).wrap().returnType()
                : type;
    }
}
