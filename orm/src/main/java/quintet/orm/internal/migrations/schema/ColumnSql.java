package quintet.orm.internal.migrations.schema;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.internal.migrations.MigrationException;

/** Column definitions and defaults. */
final class ColumnSql {
    private final SchemaDialect dialect;

    ColumnSql(SchemaDialect dialect) {
        this.dialect = dialect;
    }

    /** The definition of a column without its name, or null for a field that has no column. */
    @Nullable
    String definition(SchemaField field, boolean includeDefault) {
        String type = dialect.type(field);
        if (type == null) {
            return null;
        }
        StringBuilder sql = new StringBuilder(type);
        if (collation(field) != null) {
            sql.append(dialect.collate(String.valueOf(collation(field))));
        }
        if (field.hasDbDefault()) {
            sql.append(" DEFAULT ")
                    .append(dialect.columnDefault(field, new ExpressionSql(dialect, field.model()).dbDefault(field)));
        } else if (includeDefault && effectiveDefault(field) != null) {
            sql.append(" DEFAULT ").append(dialect.columnDefault(field, defaultLiteral(field)));
        }
        if (field.isGenerated()) {
            sql.append(' ').append(generated(field));
        } else {
            sql.append(field.isNullable() ? " NULL" : " NOT NULL");
        }
        if (field.primaryKey()) {
            sql.append(" PRIMARY KEY");
        } else if (field.unique()) {
            sql.append(" UNIQUE");
        }
        return sql.toString();
    }

    /** The collation of a column; a foreign key has its target's. */
    static @Nullable Object collation(SchemaField field) {
        SchemaField holds = field.holds();
        if (holds != null) {
            return collation(holds);
        }
        if (field.isForeignKey()) {
            return collation(field.target());
        }
        if (field.type().equals("ArrayField")) {
            return collation(field.item());
        }
        return field.isGenerated()
                ? Generated.output(field).state().option("db_collation")
                : field.state().option("db_collation");
    }

    /** The expression of a generated column. */
    String generated(SchemaField field) {
        Object expression = field.state().option("expression");
        return "GENERATED ALWAYS AS (" + new ExpressionSql(dialect, field.model()).sql(expression) + ") "
                + (field.state().flag("db_persist", true) ? "STORED" : "VIRTUAL");
    }

    /** The default for rows that exist, as a literal; {@code NULL} when there is none. */
    String defaultLiteral(SchemaField field) {
        return dialect.literal(dialect.prepare(field, effectiveDefault(field)));
    }

    /** The value rows that exist get when the column is added, or null. */
    @Nullable
    Object effectiveDefault(SchemaField field) {
        FieldState state = field.state();
        if (field.type().equals("OrderWrt")) {
            return 0;
        }
        if (state.has("default")) {
            Object given = state.option("default");
            return field.partOfDefault(given instanceof FieldState.Call call ? call(call.name()) : given);
        }
        if (!field.isNullable() && state.flag("blank", false) && field.emptyStringsAllowed()) {
            return field.type().equals("BinaryField") ? new byte[0] : "";
        }
        if (state.flag("auto_now", false) || state.flag("auto_now_add", false)) {
            return Instant.now().atOffset(ZoneOffset.UTC);
        }
        return null;
    }

    private static Object call(String function) {
        String simple = function.substring(function.lastIndexOf('.') + 1);
        return switch (simple) {
            case "dict" -> Map.of();
            case "list" -> List.of();
            case "now", "today" -> Instant.now().atOffset(ZoneOffset.UTC);
            case "uuid4" -> UUID.randomUUID();
            case "str" -> "";
            case "int" -> 0;
            default -> supplied(function);
        };
    }

    /** A supplier class that the model names as its default. */
    private static Object supplied(String type) {
        try {
            var constructor = Class.forName(type).asSubclass(Supplier.class).getDeclaredConstructor();
            constructor.setAccessible(true);
            return Objects.requireNonNull(constructor.newInstance().get());
        } catch (ReflectiveOperationException | ClassCastException | NullPointerException e) {
            throw new MigrationException(
                    "The default '" + type + "' cannot be computed in a migration: " + e
                            + ". Known by name: now, today, uuid4, dict, list; else the name of a Supplier class. Or give"
                            + " existing rows their value with .defaultValue(...).withoutDefaultAfterwards().",
                    e);
        }
    }
}
