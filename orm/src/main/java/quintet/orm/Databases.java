package quintet.orm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import quintet.core.ImproperlyConfigured;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.Suggestions;

/** The databases of a site, by alias. Each is opened when it is first used. */
public final class Databases implements AutoCloseable {
    private final Map<String, Database> settings = new LinkedHashMap<>();
    private final Settings site;
    private final Map<String, Db> open = new ConcurrentHashMap<>();
    private final Routing routing;
    private volatile @Nullable Db main;

    /** The databases that the settings name. */
    public Databases(Settings site) {
        this.site = site;
        for (Database database : site.parts(Database.class)) {
            if (settings.put(database.alias(), database) != null) {
                throw new ImproperlyConfigured("Two databases have the alias '" + database.alias()
                        + "'. Give one of them another: Database.of(...).alias(\"other\").");
            }
        }
        this.routing = new Routing(site, settings.size());
    }

    /** The databases of the current site. */
    public static Databases current() {
        return Site.current().service(Databases.class);
    }

    /** The database named {@code default}. */
    public Db main() {
        Db found = main;
        if (found == null) {
            found = get(Database.DEFAULT);
            main = found;
        }
        return found;
    }

    /**
     * The database with this alias; null stands for the default.
     *
     * @throws IllegalArgumentException if the settings name none
     */
    public Db get(@Nullable String alias) {
        if (alias == null) {
            return main();
        }
        Db found = open.get(alias);
        return found != null ? found : open.computeIfAbsent(alias, this::open);
    }

    private Db open(String alias) {
        Database database = settings.get(alias);
        if (database == null) {
            throw new IllegalArgumentException(
                    settings.isEmpty()
                            ? "No database is configured. Add to the settings:"
                                    + " .with(Database.of(env.url(\"DATABASE_URL\", \"sqlite:db.sqlite3\")))."
                            : "No database has the alias '" + alias + "'."
                                    + Suggestions.didYouMean(alias, settings.keySet()));
        }
        return Db.open(database, site);
    }

    /** The kind of a database, without opening it: {@code sqlite}, {@code postgresql} or {@code mysql}. */
    public String vendor(String alias) {
        Database database = settings.get(alias);
        return database == null
                ? ""
                : quintet.orm.internal.sql.Dialect.of(database.url()).vendor();
    }

    /** Which database is used where code names none. */
    public Routing routing() {
        return routing;
    }

    /** The database to read a model's rows from; {@code instance} is the object the query starts from. */
    public Db forRead(ModelMeta<?> model, @Nullable KeyedModel<?> instance) {
        return routing.isPlain() && instance == null ? main() : get(routing.forRead(model, instance));
    }

    /** The database to write a model's rows to; {@code instance} is the object that is written or related. */
    public Db forWrite(ModelMeta<?> model, @Nullable KeyedModel<?> instance) {
        return routing.isPlain() && instance == null ? main() : get(routing.forWrite(model, instance));
    }

    /** The aliases in the order of the settings. */
    public List<String> aliases() {
        return List.copyOf(settings.keySet());
    }

    /** Closes all connections. */
    @Override
    public void close() {
        open.values().forEach(Db::close);
        open.clear();
        main = null;
    }
}
