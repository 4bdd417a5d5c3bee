package press;

import java.util.List;
import java.util.Map;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.SiteDefinition;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.ModelMeta;
import quintet.orm.internal.migrations.ModelState;
import quintet.orm.internal.migrations.ModelStates;
import quintet.orm.internal.migrations.ProjectState;
import quintet.orm.internal.migrations.schema.ConstraintNames;
import quintet.orm.internal.migrations.schema.SchemaEditor;
import quintet.orm.internal.migrations.schema.SchemaEditors;
import quintet.orm.internal.migrations.schema.SchemaModel;

/** Sites with the press's models, whose tables are those that migrations would make. */
public final class PressSite {
    private PressSite() {}

    /** A site on a database in memory, with tables. */
    public static Site inMemory() {
        return open(ConnectionUrl.parse("sqlite::memory:"));
    }

    /** A site on an emptied PostgreSQL database, by its JDBC address, with tables. */
    public static Site onPostgres(String jdbc) {
        ConnectionUrl url = ConnectionUrl.parse(jdbc.substring("jdbc:".length()));
        try (var connection = java.sql.DriverManager.getConnection(jdbc);
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS public CASCADE");
            statement.execute("CREATE SCHEMA public");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return open(url);
    }

    /** A site on a database, with tables. */
    public static Site open(ConnectionUrl url) {
        SiteDefinition definition = env -> Settings.of(env)
                .secretKey("a-long-random-secret-key-for-the-tests-of-models")
                .with(Database.of(url))
                .apps(PressApp.class);
        Site site = Site.open(definition, Env.of(Map.of()));
        site.run(() -> createTables(Databases.current().main(), ModelMeta.all()));
        return site;
    }

    /** Makes the tables of models as migrations would. */
    public static void createTables(Db db, List<ModelMeta<?>> models) {
        ProjectState project = ModelStates.of(models);
        SchemaEditor editor = SchemaEditors.of(db.dialect().product(), db::execute, ConstraintNames::new);
        for (ModelMeta<?> model : models) {
            ModelState state = project.models()
                    .get(new quintet.orm.internal.migrations.ModelKey(model.appLabel(), model.objectName()));
            if (!state.proxy()) {
                editor.createModel(SchemaModel.of(project, state));
            }
        }
        editor.finish();
    }
}
