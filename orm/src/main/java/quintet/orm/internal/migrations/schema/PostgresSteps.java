package quintet.orm.internal.migrations.schema;

import java.util.Map;
import java.util.function.Function;
import quintet.orm.IndexState;
import quintet.orm.PostgresOperation;
import quintet.orm.internal.migrations.MigrationException;

/** What PostgreSQL's own steps do to the database, forwards and backwards. */
public final class PostgresSteps {
    private final SchemaEditor editor;

    public PostgresSteps(SchemaEditor editor) {
        this.editor = editor;
    }

    /** What a step needs to know of the models. */
    public interface Models {
        /** Runs a step with a model, where it has a table here. */
        void with(String model, java.util.function.Consumer<SchemaModel> step);

        /** Whether routers let something into this database. */
        boolean allows(Map<String, Object> hints);

        /** An index of a model by its name, before the step. */
        IndexState index(String model, String name);
    }

    /** Applies a step. */
    public void forwards(PostgresOperation operation, Models models) {
        switch (operation) {
            case PostgresOperation.CreateExtension o -> {
                if (here() && models.allows(o.hints())) {
                    editor.execute("CREATE EXTENSION IF NOT EXISTS " + editor.quote(o.name()));
                }
            }
            case PostgresOperation.CreateCollation o -> {
                if (here() && models.allows(Map.of())) {
                    editor.execute(collation(o.name(), o.locale(), o.provider(), o.deterministic()));
                }
            }
            case PostgresOperation.RemoveCollation o -> {
                if (here() && models.allows(Map.of())) {
                    editor.execute("DROP COLLATION " + editor.quote(o.name()));
                }
            }
            case PostgresOperation.AddIndexConcurrently o ->
                models.with(
                        o.model(), model -> concurrent("AddIndexConcurrently").addIndexConcurrently(model, o.index()));
            case PostgresOperation.RemoveIndexConcurrently o ->
                models.with(
                        o.model(),
                        model -> concurrent("RemoveIndexConcurrently")
                                .removeIndexConcurrently(models.index(o.model(), o.name())));
            case PostgresOperation.AddConstraintNotValid o ->
                models.with(
                        o.model(), model -> postgres("AddConstraintNotValid").addCheckNotValid(model, o.constraint()));
            case PostgresOperation.ValidateConstraint o ->
                models.with(o.model(), model -> postgres("ValidateConstraint").validateConstraint(model, o.name()));
        }
    }

    /** Undoes a step. */
    public void backwards(PostgresOperation operation, Models models, Function<String, SchemaModel> after) {
        switch (operation) {
            case PostgresOperation.CreateExtension o -> {
                if (here() && models.allows(o.hints())) {
                    editor.execute("DROP EXTENSION IF EXISTS " + editor.quote(o.name()));
                }
            }
            case PostgresOperation.CreateCollation o ->
                forwards(
                        new PostgresOperation.RemoveCollation(o.name(), o.locale(), o.provider(), o.deterministic()),
                        models);
            case PostgresOperation.RemoveCollation o ->
                forwards(
                        new PostgresOperation.CreateCollation(o.name(), o.locale(), o.provider(), o.deterministic()),
                        models);
            case PostgresOperation.AddIndexConcurrently o ->
                models.with(
                        o.model(), model -> concurrent("AddIndexConcurrently").removeIndexConcurrently(o.index()));
            case PostgresOperation.RemoveIndexConcurrently o ->
                models.with(
                        o.model(),
                        model -> concurrent("RemoveIndexConcurrently")
                                .addIndexConcurrently(model, models.index(o.model(), o.name())));
            case PostgresOperation.AddConstraintNotValid o ->
                models.with(o.model(), model -> editor.removeConstraint(after.apply(o.model()), model, o.constraint()));
            case PostgresOperation.ValidateConstraint o -> {} // a check cannot become invalid again
        }
    }

    private boolean here() {
        return editor.dialect().vendor().equals("postgresql");
    }

    private PostgresSchemaEditor postgres(String operation) {
        if (editor instanceof PostgresSchemaEditor postgres) {
            return postgres;
        }
        throw new MigrationException("The step " + operation + " is for PostgreSQL, but this database is "
                + editor.dialect().vendor()
                + ". Use addIndex or addConstraint, or keep the app out of this database with a"
                + " router.");
    }

    private PostgresSchemaEditor concurrent(String operation) {
        if (editor.isTransactional()) {
            throw new MigrationException("The " + operation + " operation cannot be executed inside a transaction."
                    + " Let the migration say so: @Override public boolean atomic() { return false; }");
        }
        return postgres(operation);
    }

    private String collation(String name, String locale, String provider, boolean deterministic) {
        return "CREATE COLLATION " + editor.quote(name) + " (locale=" + editor.quote(locale)
                + (provider.equals("libc") ? "" : ", provider=" + editor.quote(provider))
                + (deterministic ? "" : ", deterministic=false") + ")";
    }
}
