package quintet.forms;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checked values of a form by name (Django's {@code cleaned_data}); fields with errors are not in it. */
public final class Cleaned {
    private final Map<String, @Nullable Object> values;

    Cleaned(Map<String, ? extends @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Whether the field passed its checks. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value, null also if the field is missing. */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /** The value of a component, null also if it is missing. */
    public <V> @Nullable V get(FormField<?, V> field) {
        @SuppressWarnings("unchecked")
        V value = (V) as(field.name(), field.type());
        return value;
    }

    /** All values. */
    public Map<String, @Nullable Object> toMap() {
        return values;
    }

    /**
     * The value as a Java type: whole numbers as any number type, moments as any of Java's, "" as null where the type
     * is not text.
     *
     * @throws IllegalStateException if the value is of a type that cannot become it; the message names both
     */
    public <V> @Nullable V as(String name, Class<V> type) {
        Object value = values.get(name);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        Object converted = value.equals("") ? null : convert(value, type);
        if (converted == null && !value.equals("")) {
            throw new IllegalStateException("The form field \"" + name + "\" holds a "
                    + value.getClass().getSimpleName() + ", which is no " + type.getSimpleName()
                    + ". Give the component that type, or the field another kind.");
        }
        return type.cast(converted);
    }

    /**
     * As {@link #as}, for a component that cannot be null.
     *
     * @throws IllegalStateException if there is no value; the message says how to allow that
     */
    public <V> V need(String name, Class<V> type) {
        V value = as(name, type);
        if (value == null) {
            throw new IllegalStateException("The form field \"" + name + "\" has no value, and its component cannot"
                    + " be null. Mark the component @Nullable (and give it a boxed type), or make the field required.");
        }
        return value;
    }

    /** The truth of a box; false also if the form has none. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** A single value as a Java type, as {@link #as} does. */
    public static <V> @Nullable V cast(@Nullable Object value, Class<V> type) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("value", value);
        return new Cleaned(one).as("value", type);
    }

    private static @Nullable Object convert(Object value, Class<?> type) {
        return switch (value) {
            case Number number -> number(number, type);
            case OffsetDateTime at -> moment(at, type);
            default -> null;
        };
    }

    private static @Nullable Object number(Number value, Class<?> type) {
        BigDecimal exact = new BigDecimal(value.toString());
        if (type == Integer.class) {
            return exact.intValueExact();
        }
        if (type == Long.class) {
            return exact.longValueExact();
        }
        if (type == Short.class) {
            return exact.shortValueExact();
        }
        if (type == Byte.class) {
            return exact.byteValueExact();
        }
        if (type == BigInteger.class) {
            return exact.toBigIntegerExact();
        }
        if (type == Double.class) {
            return exact.doubleValue();
        }
        if (type == Float.class) {
            return exact.floatValue();
        }
        return type == BigDecimal.class ? exact : null;
    }

    private static @Nullable Object moment(OffsetDateTime at, Class<?> type) {
        if (type == Instant.class) {
            return at.toInstant();
        }
        if (type == LocalDateTime.class) {
            return at.toLocalDateTime();
        }
        return type == ZonedDateTime.class ? at.toZonedDateTime() : null;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
