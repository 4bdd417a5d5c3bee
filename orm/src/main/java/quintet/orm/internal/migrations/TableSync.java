package quintet.orm.internal.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import quintet.orm.ModelMeta;
import quintet.orm.internal.migrations.schema.SchemaModel;

/** Makes the tables of models whose apps have no migrations; Django's {@code run_syncdb}. */
public final class TableSync {
    private TableSync() {}

    /**
     * Makes the tables that are missing, in one transaction; those that are there stay as they are.
     *
     * @param models all models of the site, since those of other apps may be pointed to
     * @param wanted tells the models whose tables are wanted
     * @param creating told of each table before it is made
     */
    public static void run(
            Connection connection,
            List<ModelMeta<?>> models,
            Predicate<ModelMeta<?>> wanted,
            Consumer<String> creating) {
        ProjectState state = IndexNaming.named(ModelStates.of(models));
        List<SchemaModel> missing = new ArrayList<>();
        try {
            for (ModelMeta<?> meta : models) {
                if (!wanted.test(meta)) {
                    continue;
                }
                SchemaModel model = SchemaModel.of(state, new ModelKey(meta.appLabel(), meta.objectName()));
                if (!model.state().proxy()
                        && model.state().managed()
                        && !MigrationRecorder.hasTable(connection, model.table())) {
                    missing.add(model);
                }
            }
        } catch (SQLException e) {
            throw new MigrationException("Cannot read which tables there are: " + e.getMessage(), e);
        }
        MigrationRun.createTables(connection, missing, model -> creating.accept(model.table()));
    }
}
