package quintet.contenttypes;

import quintet.orm.DatabaseException;
import quintet.orm.MigrationPlan;
import quintet.orm.Operation;
import quintet.orm.QuerySet;
import quintet.orm.Signals;

/** Keeps the row of a model when a migration gives the model another name, so that references to it stay. */
final class ModelRenames {
    private ModelRenames() {}

    static void follow(Signals.MigrateEvent event) {
        for (MigrationPlan.Step step : event.plan()) {
            for (Operation operation : step.backwards() ? step.operations().reversed() : step.operations()) {
                if (operation instanceof Operation.RenameModel rename) {
                    String app = step.migration().app();
                    if (step.backwards()) {
                        rename(event.database(), app, rename.newName(), rename.oldName());
                    } else {
                        rename(event.database(), app, rename.oldName(), rename.newName());
                    }
                }
            }
        }
    }

    private static void rename(String database, String app, String from, String to) {
        QuerySet<ContentType> rows = ContentType.objects.using(database).filter("appLabel", app);
        String name = to.toLowerCase(java.util.Locale.ROOT);
        try {
            // A row of that name may be left from an earlier model; then the old row stays to be looked after.
            if (!rows.filter("model", name).exists()) {
                rows.filter("model", from.toLowerCase(java.util.Locale.ROOT)).update(ContentType_.model.to(name));
            }
        } catch (DatabaseException e) {
            // The table is not there yet.
            return;
        }
        ContentType.clearCache();
    }
}
