package quintet.orm;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.core.Settings;

/**
 * Which database is used where code names none: what the site's {@link Router}s say, else that of the object at hand, else the
 * default. Answers to Django's {@code django.db.router}.
 */
public final class Routing {
    private final List<Router> routers;
    private final boolean single;

    Routing(Settings settings, int databases) {
        this.routers = settings.parts(Routers.class).stream()
                .flatMap(part -> part.routers().stream())
                .toList();
        this.single = databases < 2 && routers.isEmpty();
    }

    /** That of the current site. */
    public static Routing current() {
        return Databases.current().routing();
    }

    /** Whether there is nothing to choose from: one database and no routers. */
    public boolean isSingle() {
        return single;
    }

    /** Whether no router has a say. */
    boolean isPlain() {
        return routers.isEmpty();
    }

    /** The alias of the database to read a model's rows from. Django's {@code db_for_read}. */
    public String forRead(ModelMeta<?> model, @Nullable KeyedModel<?> instance) {
        for (Router router : routers) {
            String chosen = router.dbForRead(model, instance);
            if (chosen != null) {
                return chosen;
            }
        }
        return own(instance);
    }

    /** The alias of the database to write a model's rows to. Django's {@code db_for_write}. */
    public String forWrite(ModelMeta<?> model, @Nullable KeyedModel<?> instance) {
        for (Router router : routers) {
            String chosen = router.dbForWrite(model, instance);
            if (chosen != null) {
                return chosen;
            }
        }
        return own(instance);
    }

    /** The alias to write a new object to; {@code adopted}: that of the objects it points to. */
    public String forNew(ModelMeta<?> model, KeyedModel<?> instance, @Nullable String adopted) {
        for (Router router : routers) {
            String chosen = router.dbForWrite(model, instance);
            if (chosen != null) {
                return chosen;
            }
        }
        return adopted == null ? own(instance) : adopted;
    }

    private static String own(@Nullable KeyedModel<?> instance) {
        String alias = instance == null ? null : instance.database();
        return alias == null ? Database.DEFAULT : alias;
    }

    /** Whether two objects may be related. Django's {@code allow_relation}. */
    public boolean allowsRelation(KeyedModel<?> first, KeyedModel<?> second) {
        return allowsRelation(first, second, second.database());
    }

    /** The same for an object that is written to a database by its alias. */
    public boolean allowsRelation(KeyedModel<?> first, KeyedModel<?> second, @Nullable String alias) {
        for (Router router : routers) {
            Boolean answer = router.allowRelation(first, second);
            if (answer != null) {
                return answer;
            }
        }
        return Objects.equals(first.database(), alias);
    }

    /** Whether a database has or gets the table of a model. Django's {@code allow_migrate_model}. */
    public boolean allowsMigrate(String database, ModelMeta<?> model) {
        return allowsMigrate(database, model.appLabel(), model.modelName(), Map.of());
    }

    /** Whether a migration may change something in a database. Django's {@code allow_migrate}. */
    public boolean allowsMigrate(String database, String app, @Nullable String model, Map<String, Object> hints) {
        for (Router router : routers) {
            Boolean answer = router.allowMigrate(database, app, model, hints);
            if (answer != null) {
                return answer;
            }
        }
        return true;
    }
}
