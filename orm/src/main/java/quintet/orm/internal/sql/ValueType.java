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
        return field == null ? this : new ValueType(base, java, digits, places, kind, null, item);
    }

    /** The type of a model's key; of one with several fields, a list of their values. */
    public static ValueType ofKey(ModelMeta<?> model) {
        return model.hasCompositeKey()
                ? new ValueType(Base.KEY, List.class, -1, -1, null, model.key())
                : of(model.key());
    }

    /** The types of a key's fields; of anything else, itself. */
    public List<ValueType> parts() {
        return base == Base.KEY && field != null
                ? field.model().keyFields().stream().map(ValueType::of).toList()
                : List.of(this);
    }

    /** The type of a field; of a reference, that of the field it points to. */
    public static ValueType of(FieldMeta field) {
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
        if (given instanceof KeyedModel<?> object && object.key() == null && field != null && field.isReference()) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Model instances passed to related filters must be saved.",
                    "The " + object.meta().objectName() + " has no key yet.");
        }
        Object value = plain(given);
        if (value == null) {
            return null;
        }
        try {
            return switch (base) {
                case TEXT, SEARCH -> value instanceof String ? value : value.toString();
                case INTEGER -> integer(value);
                case FLOAT ->
                    value instanceof Number n
                            ? (Object) n.doubleValue()
                            : Double.valueOf(value.toString().trim());
                case DECIMAL -> decimal(value);
                case BOOLEAN -> truth(value);
                case DATE -> date(value);
                case TIME -> value instanceof LocalTime ? value : LocalTime.parse(value.toString());
                case DATETIME -> moment(value);
                case DURATION -> value instanceof Duration ? value : Duration.parse(value.toString());
                case UUID -> value instanceof UUID ? value : uuid(value.toString());
                case ARRAY -> list(value);
                case HSTORE -> texts(value);
                case RANGE -> range(value);
                case BINARY, JSON, KEY, OBJECT -> value;
            };
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw ValueErrors.wrong(this, value);
        }
    }

    private Object list(Object value) {
        Collection<?> items = value instanceof Object[] array
                ? Arrays.asList(array)
                : value instanceof Collection<?> given ? given : null;
        if (items == null) {
            throw new IllegalArgumentException();
        }
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

    private Object range(Object value) {
        Range<?> range = value instanceof List<?> pair && pair.size() == 2
                ? Range.of((Object) pair.get(0), (Object) pair.get(1), defaultBounds())
                : value instanceof Range<?> given ? given : null;
        if (range == null) {
            throw new IllegalArgumentException();
        }
        ValueType bound = item == null ? OBJECT : item;
        return range.isEmpty()
                ? range
                : Range.of(bound.prepare(range.lower()), bound.prepare(range.upper()), range.bounds());
    }

    private String defaultBounds() {
        String given = field == null ? "" : field.declaration().text("defaultBounds");
        return given.isEmpty() ? "[)" : given;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Ref<?> ref -> ref.id();
            case KeyedModel<?> model -> model.key();
            case Enum<?> constant -> Choices.valueOf(constant);
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

    private Object decimal(Object value) {
        return switch (value) {
            case BigDecimal d -> d;
            case Integer i -> BigDecimal.valueOf(i);
            case Long l -> BigDecimal.valueOf(l);
            case Short s -> BigDecimal.valueOf(s);
            case Number n -> {
                BigDecimal exact = new BigDecimal(n.toString());
                yield places >= 0 ? exact.setScale(Math.max(places, exact.scale()), RoundingMode.HALF_EVEN) : exact;
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
            default -> LocalDate.parse(value.toString().trim());
        };
    }

    private Object moment(Object value) {
        boolean local = java == LocalDateTime.class;
        ZoneId zone = TimeZones.current();
        return switch (value) {
            case Instant i -> local ? LocalDateTime.ofInstant(i, ZoneOffset.UTC) : i;
            case LocalDateTime d -> local ? d : d.atZone(zone).toInstant();
            case OffsetDateTime d -> moment(d.toInstant());
            case ZonedDateTime d -> moment(d.toInstant());
            case LocalDate d -> moment(d.atStartOfDay());
            default -> moment(parse(value.toString().trim()));
        };
    }

    private static Object parse(String text) {
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        if (iso.length() <= 10) {
            return LocalDate.parse(iso);
        }
        boolean zoned = iso.endsWith("Z") || iso.indexOf('+', 10) > 0 || iso.indexOf('-', 11) > 0;
        return zoned ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso);
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

    /** Binds a prepared value. */
    public void bind(Parameters to, @Nullable Object given) {
        Object value = plain(given);
        if (base == Base.JSON && value != null) {
            to.json(value);
            return;
        }
        if (base.isComposed() && value != null) {
            boolean json = item != null && item.base() == Base.JSON;
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
            case BigDecimal decimal -> to.decimal(decimal, digits, places);
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
    public @Nullable Object read(Cells from, int at) {
        if (java.isEnum()) {
            return from.choice((Class) java, at);
        }
        return switch (base) {
            case TEXT, SEARCH -> from.text(at);
            case INTEGER -> readInteger(from, at);
            case FLOAT -> readFloat(from, at);
            case DECIMAL -> from.decimal(at, places);
            case BOOLEAN -> from.boolOrNull(at);
            case DATE -> from.date(at);
            case TIME -> from.time(at);
            case DATETIME -> readMoment(from, at);
            case DURATION -> from.duration(at);
            case UUID -> from.uuid(at);
            case BINARY -> from.bytes(at);
            case JSON -> from.json(at);
            case ARRAY, HSTORE, RANGE -> {
                String text = from.text(at);
                yield text == null ? null : PostgresText.read(text, this);
            }
            case KEY -> readKey(from, at);
            case OBJECT -> from.object(at);
        };
    }

    private @Nullable Object readKey(Cells from, int at) {
        List<Object> values = new ArrayList<>();
        for (ValueType part : parts()) {
            Object value = part.read(from, at + values.size());
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return List.copyOf(values);
    }

    private @Nullable Object readInteger(Cells from, int at) {
        if (java == Integer.class) {
            return from.int32OrNull(at);
        }
        if (java == Short.class) {
            return from.int16OrNull(at);
        }
        return from.int64OrNull(at);
    }

    private @Nullable Object readFloat(Cells from, int at) {
        if (java == Float.class) {
            return from.float32OrNull(at);
        }
        return from.float64OrNull(at);
    }

    private @Nullable Object readMoment(Cells from, int at) {
        if (java == LocalDateTime.class) {
            return from.localDateTime(at);
        }
        if (java == OffsetDateTime.class) {
            return from.offsetDateTime(at);
        }
        return java == ZonedDateTime.class ? from.zonedDateTime(at) : from.instant(at);
    }
}
