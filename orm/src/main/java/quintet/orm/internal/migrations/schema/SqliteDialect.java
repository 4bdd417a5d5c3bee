package quintet.orm.internal.migrations.schema;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** SQLite: loose types, few kinds of ALTER. */
public final class SqliteDialect extends SchemaDialect {
    /** The only instance needed. */
    public SqliteDialect() {
        super(EnumSet.of(
                Feature.PARTIAL_INDEXES,
                Feature.EXPRESSION_INDEXES,
                Feature.TRANSACTIONAL_DDL,
                Feature.INLINE_FOREIGN_KEYS,
                Feature.DEFERRABLE_FOREIGN_KEYS));
    }

    @Override
    public String vendor() {
        return "sqlite";
    }

    @Override
    public int maxNameLength() {
        return 0;
    }

    @Override
    protected @Nullable String plainType(SchemaField field) {
        return switch (field.type()) {
            case "AutoField", "BigAutoField", "SmallAutoField", "IntegerField", "OrderWrt" -> "integer";
            case "BinaryField" -> "BLOB";
            case "BooleanField", "NullBooleanField" -> "bool";
            case "CharField", "EmailField", "SlugField", "URLField", "FileField", "ImageField", "FilePathField" ->
                field.maxLength() == null ? "varchar" : "varchar(" + field.maxLength() + ")";
            case "DateField" -> "date";
            case "DateTimeField" -> "datetime";
            case "DecimalField" -> "decimal";
            case "DurationField", "BigIntegerField" -> "bigint";
            case "FloatField" -> "real";
            case "IPAddressField" -> "char(15)";
            case "GenericIPAddressField" -> "char(39)";
            case "JSONField", "TextField" -> "text";
            case "PositiveBigIntegerField" -> "bigint unsigned";
            case "PositiveIntegerField" -> "integer unsigned";
            case "PositiveSmallIntegerField" -> "smallint unsigned";
            case "SmallIntegerField" -> "smallint";
            case "TimeField" -> "time";
            case "UUIDField" -> "char(32)";
            default -> null;
        };
    }

    @Override
    protected @Nullable String referenceType(SchemaField target) {
        return switch (target.type()) {
            case "BigAutoField" -> "bigint";
            case "SmallAutoField" -> "smallint";
            default -> type(target);
        };
    }

    @Override
    public @Nullable String check(SchemaField field) {
        return switch (field.isGenerated() ? Generated.output(field).type() : field.type()) {
            case "PositiveBigIntegerField", "PositiveIntegerField", "PositiveSmallIntegerField" ->
                quote(field.column()) + " >= 0";
            case "JSONField" -> "(JSON_VALID(" + quote(field.column()) + ") OR " + quote(field.column()) + " IS NULL)";
            default -> null;
        };
    }

    @Override
    public @Nullable String suffix(SchemaField field) {
        return field.isAuto() ? "AUTOINCREMENT" : null;
    }

    @Override
    public String collate(String collation) {
        return " COLLATE " + collation;
    }

    @Override
    public String literal(@Nullable Object prepared) {
        return switch (prepared) {
            case null -> "NULL";
            case Boolean b -> b ? "1" : "0";
            case BigDecimal d -> "CAST(" + Literals.quoted(d.toPlainString()) + " AS REAL)";
            case Number n -> n.toString();
            case byte[] b -> "X'" + Literals.hex(b) + "'";
            default -> Literals.quoted(prepared.toString());
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
            case "DecimalField" -> Literals.decimal(value, field.state().option("decimal_places"));
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
