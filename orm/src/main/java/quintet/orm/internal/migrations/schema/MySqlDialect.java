package quintet.orm.internal.migrations.schema;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.migrations.MigrationException;

/** MariaDB and MySQL, with Django's column types for them. DDL cannot be undone, so a migration that fails stops half-way. */
public final class MySqlDialect extends SchemaDialect {
    private final boolean mariaDb;

    /**
     * One of the two.
     *
     * @param mariaDb whether it is MariaDB, else MySQL, which has indexes of expressions, and JSON as a type of its own, but no UUIDs
     */
    public MySqlDialect(boolean mariaDb) {
        super(mariaDb ? EnumSet.of(Feature.COMMENTS) : EnumSet.of(Feature.COMMENTS, Feature.EXPRESSION_INDEXES));
        this.mariaDb = mariaDb;
    }

    /** Whether it is MariaDB. */
    boolean isMariaDb() {
        return mariaDb;
    }

    @Override
    public String product() {
        return mariaDb ? "mariadb" : "mysql";
    }

    /** MySQL's long texts, bytes and JSON take their default as an expression only. */
    @Override
    public String columnDefault(SchemaField field, String literal) {
        return !mariaDb && isLong(type(field)) && !literal.startsWith("(") ? "(" + literal + ")" : literal;
    }

    @Override
    public String vendor() {
        return "mysql";
    }

    @Override
    public int maxNameLength() {
        return 64;
    }

    @Override
    public String quote(String name) {
        return name.startsWith("`") && name.endsWith("`") ? name : '`' + name.replace("`", "``") + '`';
    }

    @Override
    protected @Nullable String plainType(SchemaField field) {
        return switch (field.type()) {
            case "AutoField" -> "integer AUTO_INCREMENT";
            case "BigAutoField" -> "bigint AUTO_INCREMENT";
            case "SmallAutoField" -> "smallint AUTO_INCREMENT";
            case "IntegerField", "OrderWrt" -> "integer";
            case "BigIntegerField", "DurationField" -> "bigint";
            case "SmallIntegerField" -> "smallint";
            case "PositiveIntegerField" -> "integer UNSIGNED";
            case "PositiveBigIntegerField" -> "bigint UNSIGNED";
            case "PositiveSmallIntegerField" -> "smallint UNSIGNED";
            case "BinaryField" -> "longblob";
            case "BooleanField", "NullBooleanField" -> "bool";
            case "CharField", "EmailField", "SlugField", "URLField", "FileField", "ImageField", "FilePathField" ->
                "varchar(" + (field.maxLength() == null ? 255 : field.maxLength()) + ")";
            case "DateField" -> "date";
            case "DateTimeField" -> "datetime(6)";
            case "TimeField" -> "time(6)";
            case "DecimalField" -> numeric(field);
            case "FloatField" -> "double precision";
            case "IPAddressField" -> "char(15)";
            case "GenericIPAddressField" -> "char(39)";
            case "JSONField" -> "json";
            case "TextField" -> "longtext";
            case "UUIDField" -> mariaDb ? "uuid" : "char(32)";
            default -> null;
        };
    }

    private static String numeric(SchemaField field) {
        if (field.state().option("max_digits") == null) {
            throw new MigrationException(
                    "The field " + field + " is a decimal without digits, which MariaDB and MySQL do not"
                            + " have: they would cut all places behind the point off. Write decimalField(12, 2), and"
                            + " @DecimalField(maxDigits = 12, decimalPlaces = 2) in the model.");
        }
        return "numeric(" + field.state().option("max_digits") + ", "
                + field.state().option("decimal_places") + ")";
    }

    /** A column that points to another numbers nothing itself. */
    @Override
    protected @Nullable String referenceType(SchemaField target) {
        String type = type(target);
        return type == null ? null : type.replace(" AUTO_INCREMENT", "");
    }

    @Override
    public @Nullable String check(SchemaField field) {
        return switch (field.isGenerated() ? Generated.output(field).type() : field.type()) {
            case "PositiveBigIntegerField", "PositiveIntegerField", "PositiveSmallIntegerField" ->
                quote(field.column()) + " >= 0";
            case "JSONField" -> mariaDb ? "JSON_VALID(" + quote(field.column()) + ")" : null;
            default -> null;
        };
    }

    @Override
    public @Nullable String suffix(SchemaField field) {
        return null;
    }

    @Override
    public String emptyInsert() {
        return " () VALUES ()";
    }

    /** Whether an index would need a length: of long texts and bytes. */
    static boolean isLong(@Nullable String type) {
        return type != null && (type.startsWith("long") || type.equals("json"));
    }

    @Override
    public String literal(@Nullable Object prepared) {
        return switch (prepared) {
            case null -> "NULL";
            case Boolean b -> b ? "1" : "0";
            case BigDecimal d -> d.toPlainString();
            case Number n -> n.toString();
            case byte[] b -> "X'" + Literals.hex(b) + "'";
            default -> Literals.quoted(prepared.toString().replace("\\", "\\\\"));
        };
    }

    @Override
    public @Nullable Object prepare(SchemaField given, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        SchemaField field = storage(given);
        OffsetDateTime moment = Literals.moment(value);
        return switch (field.type()) {
            case "DecimalField" ->
                new BigDecimal(Literals.decimal(value, field.state().option("decimal_places")));
            case "DateTimeField" -> moment == null ? value : Literals.dateTime(moment.toLocalDateTime(), ' ');
            case "DateField" ->
                value instanceof LocalDate d
                        ? d.toString()
                        : moment == null ? value : moment.toLocalDate().toString();
            case "TimeField" ->
                value instanceof LocalTime t
                        ? Literals.time(t)
                        : moment == null ? value : Literals.time(moment.toLocalTime());
            case "DurationField" -> value instanceof Duration d ? (Object) (d.toNanos() / 1000) : value;
            case "UUIDField" -> Literals.uuid(value).toString().replace("-", "");
            case "JSONField" -> Literals.json(value);
            case "BinaryField" -> Literals.bytes(value);
            case "CharField", "TextField", "SlugField", "URLField", "EmailField", "FilePathField" -> value.toString();
            default -> value;
        };
    }
}
