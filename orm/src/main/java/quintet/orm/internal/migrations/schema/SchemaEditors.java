package quintet.orm.internal.migrations.schema;

import java.util.function.Function;
import quintet.orm.internal.migrations.MigrationException;

/** The schema editor of each kind of database. */
public final class SchemaEditors {
    private SchemaEditors() {}

    /** An editor that sends its statements to the sink. */
    public static SchemaEditor of(String vendor, SqlSink sink, Function<SchemaDialect, ConstraintNames> names) {
        return switch (vendor) {
            case "sqlite" -> new SqliteSchemaEditor(sink, names.apply(new SqliteDialect()));
            case "postgresql" -> new PostgresSchemaEditor(sink, names.apply(new PostgresDialect()));
            default ->
                throw new MigrationException(
                        "Migrations do not know the database '" + vendor + "'. They work with sqlite and postgresql.");
        };
    }
}
