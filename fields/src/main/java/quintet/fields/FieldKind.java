package quintet.fields;

/**
 * The kinds of field a model, a form or a serializer can have, each with its Django name.
 *
 * <p>The kind says how a value is checked, converted and stored; the annotation's attributes say the rest.
 */
public enum FieldKind {
    CHAR("CharField"),
    TEXT("TextField"),
    SLUG("SlugField"),
    EMAIL("EmailField"),
    URL("URLField"),
    UUID("UUIDField"),
    BOOLEAN("BooleanField"),
    INTEGER("IntegerField"),
    BIG_INTEGER("BigIntegerField"),
    SMALL_INTEGER("SmallIntegerField"),
    POSITIVE_INTEGER("PositiveIntegerField"),
    POSITIVE_BIG_INTEGER("PositiveBigIntegerField"),
    POSITIVE_SMALL_INTEGER("PositiveSmallIntegerField"),
    AUTO("AutoField"),
    BIG_AUTO("BigAutoField"),
    SMALL_AUTO("SmallAutoField"),
    FLOAT("FloatField"),
    DECIMAL("DecimalField"),
    DATE("DateField"),
    DATETIME("DateTimeField"),
    TIME("TimeField"),
    DURATION("DurationField"),
    BINARY("BinaryField"),
    JSON("JSONField"),
    IP_ADDRESS("GenericIPAddressField"),
    FILE("FileField"),
    IMAGE("ImageField"),
    FILE_PATH("FilePathField"),
    ARRAY("ArrayField"),
    HSTORE("HStoreField"),
    INTEGER_RANGE("IntegerRangeField"),
    BIG_INTEGER_RANGE("BigIntegerRangeField"),
    DECIMAL_RANGE("DecimalRangeField"),
    DATE_RANGE("DateRangeField"),
    DATETIME_RANGE("DateTimeRangeField"),
    SEARCH_VECTOR("SearchVectorField"),
    FOREIGN_KEY("ForeignKey"),
    ONE_TO_ONE("OneToOneField"),
    MANY_TO_MANY("ManyToManyField");

    private final String djangoName;

    FieldKind(String djangoName) {
        this.djangoName = djangoName;
    }

    /** The name of Django's class, as migrations and {@code get_internal_type()} write it. */
    public String djangoName() {
        return djangoName;
    }

    /** Whether values of this kind are text. */
    public boolean isText() {
        return switch (this) {
            case CHAR, TEXT, SLUG, EMAIL, URL, FILE, IMAGE, FILE_PATH -> true;
            default -> false;
        };
    }

    /** Whether values of this kind are whole numbers. */
    public boolean isInteger() {
        return switch (this) {
            case INTEGER, BIG_INTEGER, SMALL_INTEGER -> true;
            case POSITIVE_INTEGER, POSITIVE_BIG_INTEGER, POSITIVE_SMALL_INTEGER -> true;
            case AUTO, BIG_AUTO, SMALL_AUTO -> true;
            default -> false;
        };
    }

    /** Whether the database makes the value by counting up. */
    public boolean isAuto() {
        return this == AUTO || this == BIG_AUTO || this == SMALL_AUTO;
    }

    /** Whether values of this kind are ranges. */
    public boolean isRange() {
        return switch (this) {
            case INTEGER_RANGE, BIG_INTEGER_RANGE, DECIMAL_RANGE, DATE_RANGE, DATETIME_RANGE -> true;
            default -> false;
        };
    }

    /** Whether only PostgreSQL has columns of this kind: {@code django.contrib.postgres.fields}. */
    public boolean isPostgresOnly() {
        return isRange() || this == ARRAY || this == HSTORE || this == SEARCH_VECTOR;
    }

    /** Whether the field points to rows of a model. */
    public boolean isRelation() {
        return this == FOREIGN_KEY || this == ONE_TO_ONE || this == MANY_TO_MANY;
    }
}
