package quintet.orm.internal.migrations.schema;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;
import quintet.orm.OutputField;
import quintet.orm.internal.migrations.MigrationException;
import quintet.orm.internal.sql.PostgresText;
import quintet.orm.internal.sql.ValueType;

/** What columns hold, as Java values: whole numbers as {@link Long}, moments as {@link Instant}. */
final class StoredValues {
    private StoredValues() {}

    static @Nullable Object read(SchemaField given, ResultSet rows, int column) throws SQLException {
        SchemaField field = SchemaDialect.storage(given);
        Object raw = rows.getObject(column);
        if (raw == null) {
            return null;
        }
        return switch (field.type()) {
            case "ArrayField", "HStoreField" -> PostgresText.read(rows.getString(column), type(field));
            case "IntegerRangeField",
                    "BigIntegerRangeField",
                    "DecimalRangeField",
                    "DateRangeField",
                    "DateTimeRangeField" -> PostgresText.read(rows.getString(column), type(field));
            case "BooleanField", "NullBooleanField" -> rows.getBoolean(column);
            case "DecimalField" -> new BigDecimal(rows.getString(column));
            case "FloatField" -> rows.getDouble(column);
            case "DateField" -> LocalDate.parse(rows.getString(column).substring(0, 10));
            case "TimeField" -> LocalTime.parse(rows.getString(column));
            case "DateTimeField" -> moment(rows, column, raw);
            case "UUIDField" -> Literals.uuid(rows.getString(column));
            case "BinaryField" -> rows.getBytes(column);
            case "JSONField" -> Json.read(rows.getString(column));
            case "DurationField" -> raw instanceof Number n ? Duration.ofNanos(n.longValue() * 1000) : raw;
            default ->
                raw instanceof Integer || raw instanceof Short || raw instanceof Long
                        ? (Object) rows.getLong(column)
                        : rows.getString(column);
        };
    }

    private static ValueType type(SchemaField field) {
        return field.type().equals("ArrayField")
                ? ValueType.arrayOf(type(field.item()))
                : ValueType.of(OutputField.of(field.type()));
    }

    private static Instant moment(ResultSet rows, int column, Object raw) throws SQLException {
        String text =
                raw instanceof String s ? s : raw instanceof Timestamp && isMySql(rows) ? rows.getString(column) : "";
        if (!text.isEmpty()) {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        }
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** MariaDB's moments have no zone: they are in UTC, whatever zone the JVM has. */
    private static boolean isMySql(ResultSet rows) throws SQLException {
        return rows.getStatement().getConnection().getMetaData().getURL().startsWith("jdbc:mariadb");
    }

    /** A stored value as the type asked for. */
    static <T> T as(SchemaField field, Object value, Class<T> type) {
        Object converted = value;
        if (value instanceof Long n) {
            if (type == Integer.class || type == int.class) {
                converted = Math.toIntExact(n);
            } else if (type == Short.class) {
                converted = n.shortValue();
            } else if (type == Double.class) {
                converted = n.doubleValue();
            }
        } else if (type == OffsetDateTime.class && value instanceof Instant i) {
            converted = i.atOffset(ZoneOffset.UTC);
        } else if (type == String.class && value instanceof UUID) {
            converted = value.toString();
        }
        if (!type.isInstance(converted)) {
            throw new MigrationException("Field '" + field + "' holds a "
                    + value.getClass().getSimpleName() + ", not a " + type.getSimpleName());
        }
        return type.cast(converted);
    }
}
