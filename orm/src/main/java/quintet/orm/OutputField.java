package quintet.orm;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.core.Suggestions;
import quintet.fields.FieldKind;

/**
 * The type of a computed value, as a field without a model: what {@code cast} converts to, and what an expression gives
 * whose type does not follow from its parts. Answers to Django's {@code output_field}.
 *
 * @param kind the kind of field
 * @param javaType the Java type of the values
 * @param maxLength of a text; 0: any
 * @param digits of a decimal; -1: any
 * @param places of a decimal; -1: as many as it has
 * @param base of an array, what it holds; else null
 */
public record OutputField(
        FieldKind kind,
        Class<?> javaType,
        int maxLength,
        int digits,
        int places,
        @Nullable OutputField base) {
    /** A field whose values are not made of others. */
    public OutputField(FieldKind kind, Class<?> javaType, int maxLength, int digits, int places) {
        this(kind, javaType, maxLength, digits, places, null);
    }

    /** A list of something, on PostgreSQL. */
    public static OutputField array(OutputField base) {
        return new OutputField(FieldKind.ARRAY, java.util.List.class, 0, -1, -1, base);
    }

    /** A field of a kind, read as the kind's usual Java type. */
    public static OutputField of(FieldKind kind) {
        return new OutputField(kind, usualType(kind), 0, -1, -1);
    }

    /** The field a Java type means: {@code Integer.class} an integer field, {@code String.class} a text. */
    public static OutputField of(Class<?> type) {
        return new OutputField(kind(type), type, 0, -1, -1);
    }

    /** A field by Django's name, such as {@code DecimalField}. */
    public static OutputField of(String djangoName) {
        for (FieldKind kind : FieldKind.values()) {
            if (kind.djangoName().equals(djangoName)) {
                return of(kind);
            }
        }
        throw new QueryError(
                QueryError.Kind.VALUE,
                "There is no field '" + djangoName + "'.",
                Suggestions.didYouMean(
                        djangoName,
                        java.util.Arrays.stream(FieldKind.values())
                                .map(FieldKind::djangoName)
                                .toList()));
    }

    /** A decimal with so many digits, of which so many are behind the point. */
    public static OutputField decimal(int digits, int places) {
        return new OutputField(FieldKind.DECIMAL, java.math.BigDecimal.class, 0, digits, places);
    }

    /** A text of at most so many characters. */
    public static OutputField chars(int maxLength) {
        return new OutputField(FieldKind.CHAR, String.class, maxLength, -1, -1);
    }

    private static Class<?> usualType(FieldKind kind) {
        return switch (kind) {
            case BOOLEAN -> Boolean.class;
            case SMALL_INTEGER, POSITIVE_SMALL_INTEGER, INTEGER, POSITIVE_INTEGER, AUTO, SMALL_AUTO -> Integer.class;
            case BIG_INTEGER, POSITIVE_BIG_INTEGER, BIG_AUTO -> Long.class;
            case FLOAT -> Double.class;
            case DECIMAL -> java.math.BigDecimal.class;
            case DATE -> java.time.LocalDate.class;
            case DATETIME -> java.time.Instant.class;
            case TIME -> java.time.LocalTime.class;
            case DURATION -> java.time.Duration.class;
            case UUID -> java.util.UUID.class;
            case BINARY -> byte[].class;
            case JSON -> Object.class;
            case ARRAY -> java.util.List.class;
            case HSTORE -> java.util.Map.class;
            case INTEGER_RANGE, BIG_INTEGER_RANGE, DECIMAL_RANGE, DATE_RANGE, DATETIME_RANGE ->
                quintet.fields.Range.class;
            case FOREIGN_KEY, ONE_TO_ONE, MANY_TO_MANY ->
                throw new QueryError(
                        QueryError.Kind.VALUE,
                        "A relation is no type of a computed value.",
                        "Use the type of the key, such as BIG_INTEGER.");
            default -> String.class;
        };
    }

    private static FieldKind kind(Class<?> type) {
        String name = type.getSimpleName().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "string" -> FieldKind.TEXT;
            case "int", "integer" -> FieldKind.INTEGER;
            case "long" -> FieldKind.BIG_INTEGER;
            case "short" -> FieldKind.SMALL_INTEGER;
            case "double", "float" -> FieldKind.FLOAT;
            case "bigdecimal" -> FieldKind.DECIMAL;
            case "boolean" -> FieldKind.BOOLEAN;
            case "localdate" -> FieldKind.DATE;
            case "localtime" -> FieldKind.TIME;
            case "instant", "localdatetime", "offsetdatetime", "zoneddatetime" -> FieldKind.DATETIME;
            case "duration" -> FieldKind.DURATION;
            case "uuid" -> FieldKind.UUID;
            case "byte[]" -> FieldKind.BINARY;
            default -> type.isEnum() ? FieldKind.CHAR : FieldKind.JSON;
        };
    }
}
