package quintet.orm.internal.migrations.schema;

import java.util.function.Function;
import quintet.orm.internal.migrations.MigrationException;

/** The schema editor of each kind of database. */
public final class SchemaEditors {
    private SchemaEditors() {}

    /** The dialect of a kind of database. */
    public static SchemaDialect dialect(String vendor) {
        return switch (vendor) {
            case "sqlite" -> new SqliteDialect();
            case "postgresql" -> new PostgresDialect();
            case "mysql" -> new MySqlDialect();
            default -> throw unknown(vendor);
        };
    }

    private static MigrationException unknown(String vendor) {
        return new MigrationException("Migrations do not know the database '" + vendor
                + "'. They work with sqlite, postgresql and mysql" + " (which stands for MariaDB).");
    }

    /** An editor that sends its statements to the sink. */
    public static SchemaEditor of(String vendor, SqlSink sink, Function<SchemaDialect, ConstraintNames> names) {
        return switch (vendor) {
            case "sqlite" -> new SqliteSchemaEditor(sink, names.apply(dialect(vendor)));
            case "postgresql" -> new PostgresSchemaEditor(sink, names.apply(dialect(vendor)));
            case "mysql" -> new MySqlSchemaEditor(sink, names.apply(dialect(vendor)));
            default -> throw unknown(vendor);
        };
    }
}
