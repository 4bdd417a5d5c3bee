package quintet.orm.internal.migrations.schema;

import java.util.function.Function;
import quintet.orm.internal.migrations.MigrationException;

/** The schema editor of each kind of database. */
public final class SchemaEditors {
    private SchemaEditors() {}

    /** The dialect of a kind of database: {@code sqlite}, {@code postgresql}, {@code mariadb} or {@code mysql}. */
    public static SchemaDialect dialect(String product) {
        return switch (product) {
            case "sqlite" -> new SqliteDialect();
            case "postgresql" -> new PostgresDialect();
            case "mariadb" -> new MySqlDialect(true);
            case "mysql" -> new MySqlDialect(false);
            default -> throw unknown(product);
        };
    }

    private static MigrationException unknown(String product) {
        return new MigrationException("Migrations do not know the database '" + product
                + "'. They work with sqlite, postgresql, mariadb and mysql.");
    }

    /** An editor that sends its statements to the sink. */
    public static SchemaEditor of(String product, SqlSink sink, Function<SchemaDialect, ConstraintNames> names) {
        return switch (product) {
            case "sqlite" -> new SqliteSchemaEditor(sink, names.apply(dialect(product)));
            case "postgresql" -> new PostgresSchemaEditor(sink, names.apply(dialect(product)));
            case "mariadb", "mysql" ->
                new MySqlSchemaEditor((MySqlDialect) dialect(product), sink, names.apply(dialect(product)));
            default -> throw unknown(product);
        };
    }
}
