package quintet.contenttypes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quintet.core.App;
import quintet.core.Command;
import quintet.core.HasCommands;
import quintet.core.Site;
import quintet.orm.DatabaseException;
import quintet.orm.HasSignals;
import quintet.orm.ModelMeta;
import quintet.orm.Routing;
import quintet.orm.Signals;

/**
 * Keeps a row for each model of the site: {@code .apps(ContentTypesApp.class, ...)}. Rows for new models are made after
 * {@code migrate}. Django's {@code django.contrib.contenttypes}.
 */
public final class ContentTypesApp extends App implements HasSignals, HasCommands {
    /** Made by the site. */
    public ContentTypesApp() {}

    @Override
    public String verboseName() {
        return "Content Types";
    }

    @Override
    public List<Command> commands() {
        return List.of(new RemoveStaleContentTypesCommand());
    }

    @Override
    public void signals(Signals on) {
        on.postMigrate(event -> {
            if (Routing.current().allowsMigrate(event.database(), ModelMeta.of(ContentType.class))) {
                ModelRenames.follow(event);
                create(event.database());
            }
        });
    }

    /** The models in the order of the settings' apps, those of one app by name. */
    private static List<ModelMeta<?>> byApp() {
        List<String> apps = Site.current().apps().stream().map(App::label).toList();
        return ModelMeta.all().stream()
                .sorted(Comparator.comparingInt(meta -> apps.indexOf(meta.appLabel())))
                .toList();
    }

    /** Makes the rows that are missing; nothing while the table is not there. */
    static void create(String database) {
        Set<String> there = new HashSet<>();
        try {
            ContentType.objects
                    .all()
                    .using(database)
                    .list()
                    .forEach(type -> there.add(type.appLabel + "." + type.model));
        } catch (DatabaseException e) {
            return;
        }
        List<ContentType> missing = new ArrayList<>();
        for (ModelMeta<?> meta : byApp()) {
            if (!there.contains(meta.appLabel() + "." + meta.modelName())) {
                ContentType type = new ContentType();
                type.appLabel = meta.appLabel();
                type.model = meta.modelName();
                missing.add(type);
            }
        }
        ContentType.objects.all().using(database).bulkCreate(missing);
    }
}
