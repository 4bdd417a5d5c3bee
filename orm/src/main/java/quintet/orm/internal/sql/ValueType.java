package quintet.orm.internal.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.fields.Choices;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldKind;
import quintet.fields.Range;
import quintet.orm.Cells;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.OutputField;
import quintet.orm.Parameters;
import quintet.orm.QueryError;
import quintet.orm.Ref;

/**
 * How values of a column or expression are checked, bound and read.
 *
 * @param base the family of types
 * @param java the Java type that reading gives; for numbers, dates and choices it says which of several
 * @param digits of a decimal, -1 if unknown
 * @param places of a decimal, -1 if unknown
 * @param kind the kind of field Django would have here; null: unknown
 * @param field the field it comes from, for messages; null for computed values
 * @param item of an array, the type of what it holds; of a range, that of its bounds; else null
 */
public record ValueType(
        Base base,
        Class<?> java,
        int digits,
        int places,
        @Nullable FieldKind kind,
        @Nullable FieldMeta field,
        @Nullable ValueType item) {
    /** A type whose values are not made of others. */
    public ValueType(
            Base base, Class<?> java, int digits, int places, @Nullable FieldKind kind, @Nullable FieldMeta field) {
        this(base, java, digits, places, kind, field, null);
    }

    /** Families of types. */
    public enum Base {
        TEXT,
        INTEGER,
        FLOAT,
        DECIMAL,
        BOOLEAN,
        DATE,
        TIME,
        DATETIME,
        DURATION,
        UUID,
        BINARY,
        JSON,
        /** PostgreSQL's arrays, as lists. */
        ARRAY,
        /** PostgreSQL's hstores, as maps. */
        HSTORE,
        /** PostgreSQL's ranges. */
        RANGE,
        /** PostgreSQL's words of a text. */
        SEARCH,
        /** The values of a key with several fields. */
        KEY,
        OBJECT;

        /** Whether values are numbers. */
        public boolean isNumber() {
            return this == INTEGER || this == FLOAT || this == DECIMAL;
        }

        /** Whether values travel in PostgreSQL's own texts. */
        public boolean isComposed() {
            return this == ARRAY || this == HSTORE || this == RANGE;
        }
    }

    /** Text. */
    public static final ValueType TEXT = of(Base.TEXT, String.class, FieldKind.CHAR);
    /** Text without a limit. */
    public static final ValueType LONG_TEXT = of(Base.TEXT, String.class, FieldKind.TEXT);
    /** Whole numbers as {@code Integer}. */
    public static final ValueType INT = of(Base.INTEGER, Integer.class, FieldKind.INTEGER);
    /** Whole numbers as {@code Long}. */
    public static final ValueType LONG = of(Base.INTEGER, Long.class, FieldKind.INTEGER);
    /** Numbers as {@code Double}. */
    public static final ValueType FLOAT = of(Base.FLOAT, Double.class, FieldKind.FLOAT);
    /** Decimals of any size. */
    public static final ValueType DECIMAL = of(Base.DECIMAL, BigDecimal.class, FieldKind.DECIMAL);
    /** Truth values. */
    public static final ValueType BOOLEAN = of(Base.BOOLEAN, Boolean.class, FieldKind.BOOLEAN);
    /** Dates. */
    public static final ValueType DATE = of(Base.DATE, LocalDate.class, FieldKind.DATE);
    /** Times of day. */
    public static final ValueType TIME = of(Base.TIME, LocalTime.class, FieldKind.TIME);
    /** Moments. */
    public static final ValueType DATETIME = of(Base.DATETIME, Instant.class, FieldKind.DATETIME);
    /** Durations. */
    public static final ValueType DURATION = of(Base.DURATION, Duration.class, FieldKind.DURATION);
    /** UUIDs. */
    public static final ValueType UUID = of(Base.UUID, UUID.class, FieldKind.UUID);
    /** Bytes. */
    public static final ValueType BINARY = of(Base.BINARY, byte[].class, FieldKind.BINARY);
    /** JSON. */
    public static final ValueType JSON = of(Base.JSON, Object.class, FieldKind.JSON);
    /** The words of a text. */
    public static final ValueType SEARCH = of(Base.SEARCH, String.class, FieldKind.SEARCH_VECTOR);
    /** Texts by their keys. */
    public static final ValueType HSTORE =
            new ValueType(Base.HSTORE, Map.class, -1, -1, FieldKind.HSTORE, null, LONG_TEXT);
    /** Lists of texts. */
    public static final ValueType TEXTS = arrayOf(LONG_TEXT);
    /** Whatever the driver gives. */
    public static final ValueType OBJECT = of(Base.OBJECT, Object.class, null);

    private static ValueType of(Base base, Class<?> java, @Nullable FieldKind kind) {
        return new ValueType(base, java, -1, -1, kind, null);
    }

    /** The type of lists of something. */
    public static ValueType arrayOf(ValueType item) {
        return new ValueType(Base.ARRAY, List.class, -1, -1, FieldKind.ARRAY, null, item.computed());
    }

    /** The type of a computed value. */
    public static ValueType of(OutputField field) {
        OutputField base = field.base();
        return new ValueType(
                base(field.kind()),
                field.javaType(),
                field.digits(),
                field.places(),
                field.kind(),
                null,
                base == null ? PostgresTypes.itemOf(field.kind()) : of(base));
    }

    /** The type of a declared field, by itself. */
    public static ValueType of(FieldDeclaration declared) {
        return new ValueType(
                base(declared.kind()),
                quintet.orm.internal.meta.JavaValues.box(declared.type()),
                declared.integer("maxDigits", -1),
                declared.integer("decimalPlaces", -1),
                declared.kind(),
                null,
                item(declared));
    }

    /** What the values of a field are made of, or null. */
    private static @Nullable ValueType item(FieldDeclaration declared) {
        FieldDeclaration base = declared.value("base", FieldDeclaration.class);
        return base == null ? PostgresTypes.itemOf(declared.kind()) : of(base);
    }

    /** The same without its field, as the type of a computed value. */
    public ValueType computed() {
        return field == null ? this : new ValueType(base, java, digits, places, FieldClasses.kind(this), null, item);
    }

    /** The type of a model's key; of one with several fields, a list of their values. */
    public static ValueType ofKey(ModelMeta<?> model) {
        return model.hasCompositeKey()
                ? new ValueType(Base.KEY, List.class, -1, -1, null, model.key())
                : of(model.key());
    }

    /** The types of a key's fields; of anything else, itself. */
    public List<ValueType> parts() {
        if (base != Base.KEY || field == null) {
            return List.of(this);
        }
        List<FieldMeta> fields =
                field.isComposite() ? field.parts() : field.model().keyFields();
        return fields.stream().map(ValueType::of).toList();
    }

    /** The type of a field; of a reference, that of the field it points to. */
    public static ValueType of(FieldMeta field) {
        if (field.isComposite()) {
            return new ValueType(Base.KEY, List.class, -1, -1, null, field);
        }
        if (field.isReference()) {
            ValueType target = of(field.targetField());
            return new ValueType(target.base, target.java, target.digits, target.places, field.kind(), field);
        }
        Class<?> java = quintet.orm.internal.meta.JavaValues.box(field.javaType());
        return new ValueType(
                base(field.kind()),
                java,
                field.maxDigits(),
                field.decimalPlaces(),
                field.kind(),
                field,
                item(field.declaration()));
    }

    private static Base base(FieldKind kind) {
        return switch (kind) {
            case CHAR, TEXT, SLUG, EMAIL, URL, IP_ADDRESS, FILE, IMAGE, FILE_PATH -> Base.TEXT;
            case UUID -> Base.UUID;
            case BOOLEAN -> Base.BOOLEAN;
            case INTEGER,
                    BIG_INTEGER,
                    SMALL_INTEGER,
                    POSITIVE_INTEGER,
                    POSITIVE_BIG_INTEGER,
                    POSITIVE_SMALL_INTEGER,
                    AUTO,
                    BIG_AUTO,
                    SMALL_AUTO -> Base.INTEGER;
            case FLOAT -> Base.FLOAT;
            case DECIMAL -> Base.DECIMAL;
            case DATE -> Base.DATE;
            case DATETIME -> Base.DATETIME;
            case TIME -> Base.TIME;
            case DURATION -> Base.DURATION;
            case BINARY -> Base.BINARY;
            case JSON -> Base.JSON;
            case ARRAY -> Base.ARRAY;
            case HSTORE -> Base.HSTORE;
            case INTEGER_RANGE, BIG_INTEGER_RANGE, DECIMAL_RANGE, DATE_RANGE, DATETIME_RANGE -> Base.RANGE;
            case SEARCH_VECTOR -> Base.SEARCH;
            case FOREIGN_KEY, ONE_TO_ONE, MANY_TO_MANY -> Base.OBJECT;
        };
    }

    /** The type of a Java class. */
    public static ValueType of(Class<?> type) {
        Class<?> java = quintet.orm.internal.meta.JavaValues.box(type);
        if (java == String.class) {
            return TEXT;
        }
        if (java == Integer.class || java == Long.class || java == Short.class) {
            return of(Base.INTEGER, java, FieldKind.INTEGER);
        }
        if (java == Double.class || java == Float.class) {
            return of(Base.FLOAT, java, FieldKind.FLOAT);
        }
        if (java == BigDecimal.class) {
            return DECIMAL;
        }
        if (java == Boolean.class) {
            return BOOLEAN;
        }
        if (java == LocalDate.class) {
            return DATE;
        }
        if (java == LocalTime.class) {
            return TIME;
        }
        if (java == Instant.class
                || java == LocalDateTime.class
                || java == OffsetDateTime.class
                || java == ZonedDateTime.class) {
            return of(Base.DATETIME, java, FieldKind.DATETIME);
        }
        if (java == Duration.class) {
            return DURATION;
        }
        if (java == UUID.class) {
            return UUID;
        }
        if (java == byte[].class) {
            return BINARY;
        }
        return java.isEnum() ? of(Base.TEXT, java, FieldKind.CHAR) : OBJECT;
    }

    /** The type of a value. */
    public static ValueType ofValue(@Nullable Object value) {
        return switch (value) {
            case null -> OBJECT;
            case Enum<?> constant -> Choices.valueOf(constant) instanceof Number ? LONG : TEXT;
            case KeyedModel<?> model -> ofValue(model.key());
            case Ref<?> ref -> ofValue(ref.id());
            case Map<?, ?> map -> JSON;
            case Range<?> range -> PostgresTypes.ofRange(range);
            default -> of(value.getClass());
        };
    }

    /** The value in the form this type binds; null stays null. Throws {@link QueryError} if it cannot be one. */
    public @Nullable Object prepare(@Nullable Object given) {
        return PreparedValues.of(this, given);
    }

    /** Binds a prepared value. */
    public void bind(Parameters to, @Nullable Object given) {
        ValueTransfer.bind(this, to, given);
    }

    /** Reads a value. */
    public @Nullable Object read(Cells from, int at) {
        return ValueTransfer.read(this, from, at);
    }
}
