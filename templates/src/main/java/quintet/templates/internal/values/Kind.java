package quintet.templates.internal.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import quintet.core.LazyText;
import quintet.templates.SafeString;
import quintet.templates.Tuple;

/** What a Java class is in terms of the template language. */
public enum Kind {
    /** Whole numbers. */
    INT("int"),
    /** True and False. */
    BOOL("bool"),
    /** Floating point. */
    FLOAT("float"),
    /** Exact decimals. */
    DECIMAL("decimal.Decimal"),
    /** Text. */
    STR("str"),
    /** Text marked as safe. */
    SAFE("SafeString"),
    /** Text made when read. */
    LAZY("__proxy__"),
    /** Lists. */
    LIST("list"),
    /** Java arrays. */
    ARRAY("list"),
    /** Tuples. */
    TUPLE("tuple"),
    /** Maps. */
    MAP("dict"),
    /** Sets. */
    SET("set"),
    /** Bytes. */
    BYTES("bytes"),
    /** Loops of which one can get another iterator. */
    ITERABLE("iterable"),
    /** Iterators and streams: one loop only. */
    ONCE("generator"),
    /** A value or nothing. */
    OPTIONAL("Optional"),
    /** A date. */
    DATE("datetime.date"),
    /** A date with time. */
    DATETIME("datetime.datetime"),
    /** A time of day. */
    TIME("datetime.time"),
    /** A duration. */
    DURATION("datetime.timedelta"),
    /** A time zone. */
    ZONE("zoneinfo.ZoneInfo"),
    /** A UUID. */
    UUID("UUID"),
    /** A function without arguments. */
    FUNCTION("function"),
    /** A function that cannot be called from a template. */
    OTHER_FUNCTION("function"),
    /** Any other object. */
    OBJECT("object");

    private final String python;

    Kind(String python) {
        this.python = python;
    }

    /** Python's name of the type. */
    public String python() {
        return python;
    }

    /** Whether the values are numbers to Python. */
    public boolean isNumber() {
        return this == INT || this == BOOL || this == FLOAT || this == DECIMAL;
    }

    /** Whether the values are text. */
    public boolean isText() {
        return this == STR || this == SAFE || this == LAZY;
    }

    /** The kind of a class. */
    static Kind of(Class<?> c) {
        if (c == String.class || c == StringBuilder.class || c == Character.class) {
            return STR;
        } else if (c == SafeString.class) {
            return SAFE;
        } else if (c == Boolean.class) {
            return BOOL;
        } else if (c == Integer.class
                || c == Long.class
                || c == Short.class
                || c == Byte.class
                || BigInteger.class.isAssignableFrom(c)
                || c == java.util.concurrent.atomic.AtomicInteger.class
                || c == java.util.concurrent.atomic.AtomicLong.class) {
            return INT;
        } else if (c == Double.class || c == Float.class) {
            return FLOAT;
        } else if (BigDecimal.class.isAssignableFrom(c)) {
            return DECIMAL;
        } else if (c == LazyText.class) {
            return LAZY;
        }
        return ofCollection(c);
    }

    private static Kind ofCollection(Class<?> c) {
        if (c == Tuple.class || Map.Entry.class.isAssignableFrom(c)) {
            return TUPLE;
        } else if (List.class.isAssignableFrom(c)) {
            return LIST;
        } else if (Map.class.isAssignableFrom(c)) {
            return MAP;
        } else if (Set.class.isAssignableFrom(c)) {
            return SET;
        } else if (c == byte[].class) {
            return BYTES;
        } else if (c.isArray()) {
            return ARRAY;
        } else if (c == Optional.class
                || c == OptionalInt.class
                || c == OptionalLong.class
                || c == OptionalDouble.class) {
            return OPTIONAL;
        } else if (Collection.class.isAssignableFrom(c)) {
            return ITERABLE;
        } else if (Iterator.class.isAssignableFrom(c) || BaseStream.class.isAssignableFrom(c)) {
            return ONCE;
        }
        return ofTime(c);
    }

    private static Kind ofTime(Class<?> c) {
        if (c == LocalDate.class) {
            return DATE;
        } else if (c == LocalDateTime.class
                || c == ZonedDateTime.class
                || c == OffsetDateTime.class
                || c == Instant.class
                || c == Times.Pinned.class) {
            return DATETIME;
        } else if (c == LocalTime.class || c == OffsetTime.class) {
            return TIME;
        } else if (c == Duration.class) {
            return DURATION;
        } else if (ZoneId.class.isAssignableFrom(c)) {
            return ZONE;
        } else if (c == java.util.UUID.class) {
            return UUID;
        } else if (Supplier.class.isAssignableFrom(c) || Callable.class.isAssignableFrom(c)) {
            return FUNCTION;
        } else if (Runnable.class.isAssignableFrom(c) || c.getName().startsWith("java.util.function.")) {
            return OTHER_FUNCTION;
        } else if (isJavaPath(c)) {
            return OBJECT;
        } else if (Iterable.class.isAssignableFrom(c)) {
            return ITERABLE;
        }
        return OBJECT;
    }

    private static boolean isJavaPath(Class<?> c) {
        return java.nio.file.Path.class.isAssignableFrom(c);
    }
}
