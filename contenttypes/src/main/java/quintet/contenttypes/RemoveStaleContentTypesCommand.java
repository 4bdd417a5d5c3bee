package quintet.contenttypes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import quintet.core.App;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Site;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.DeletionPlan;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.Routing;

/** {@code remove_stale_contenttypes}: deletes content types of models that are gone, and the rows that depend on them. */
@CommandLine.Command(
        description = "Deletes content types whose models no longer exist, and the rows that depend on them.")
public final class RemoveStaleContentTypesCommand extends Command {
    @Option(names = "--database", description = "alias of the database; the default is default")
    private String database = Database.DEFAULT;

    @Option(
            names = {"--noinput", "--no-input"},
            description = "does not ask whether that is really wanted")
    private boolean noInput;

    @Option(
            names = "--include-stale-apps",
            description = "also those of apps that are no longer among the settings' apps")
    private boolean includeStaleApps;

    @Override
    public String name() {
        return "remove_stale_contenttypes";
    }

    @Override
    protected void handle() {
        if (!Databases.current().aliases().contains(database)) {
            throw new CommandError("There is no database '" + database + "' in the settings.");
        }
        if (!Routing.current().allowsMigrate(database, ModelMeta.of(ContentType.class))) {
            return;
        }
        boolean any = false;
        for (List<ContentType> ofApp : stale().values()) {
            any = true;
            if (noInput || isWanted(ofApp)) {
                for (ContentType type : ofApp) {
                    if (verbosity() > 1) {
                        out().println("Deleting the stale content type " + type.appLabel + "." + type.model);
                    }
                    type.delete();
                }
                say(style().success("Deleted " + ofApp.size() + " of the app " + ofApp.getFirst().appLabel + "."));
            } else {
                say("The stale content types of the app " + ofApp.getFirst().appLabel + " stay.");
            }
        }
        if (any) {
            ContentType.clearCache();
        } else if (verbosity() > 1) {
            out().println("There are no stale content types.");
        }
    }

    /** Content types without a model, by app. */
    private Map<String, List<ContentType>> stale() {
        Set<String> apps = new LinkedHashSet<>();
        Site.current().apps().stream().map(App::label).forEach(apps::add);
        Map<String, List<ContentType>> stale = new LinkedHashMap<>();
        for (ContentType type : ContentType.objects
                .all()
                .using(database)
                .orderBy("appLabel", "model")
                .list()) {
            if (type.modelMeta() == null && (includeStaleApps || apps.contains(type.appLabel))) {
                stale.computeIfAbsent(type.appLabel, label -> new ArrayList<>()).add(type);
            }
        }
        return stale;
    }

    private boolean isWanted(List<ContentType> types) {
        if (!terminal().isInteractive()) {
            throw new CommandError("remove_stale_contenttypes deletes rows and asks first, which needs a terminal."
                    + " Without one say --no-input.");
        }
        out().println("These content types of the database '" + database
                + "' have no model any more. They would be deleted," + " and with them the rows that depend on them:");
        out().println();
        for (ContentType type : types) {
            out().println("    - Content type for " + type.appLabel + "." + type.model);
            for (Map.Entry<ModelMeta<?>, List<KeyedModel<?>>> rows :
                    DeletionPlan.of(List.of(type), database).rows().entrySet()) {
                if (rows.getKey().type() != ContentType.class) {
                    out().println("    - " + rows.getValue().size() + " "
                            + rows.getKey().label() + " object(s)");
                }
            }
        }
        out().println();
        out().println("Rows that the database itself deletes in tables without a model are not listed.");
        return "yes".equals(terminal().ask("Type 'yes' to delete them, or 'no' to keep them: "));
    }
}
