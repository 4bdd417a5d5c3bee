package quintet.test.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import quintet.core.ConnectionUrl;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.orm.Database;
import quintet.orm.DatabaseException;
import quintet.orm.Databases;
import quintet.orm.Db;

/** A database made for tests on the server that the settings name, and dropped afterwards. */
final class RealDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Database settings;
    private final String name;
    private final boolean keep;

    private RealDatabase(Database settings, String name, boolean keep) {
        this.settings = settings;
        this.name = name;
        this.keep = keep;
    }

    /**
     * Makes {@code test_NAME_1} and so on beside the database of the settings.
     *
     * @param keep whether one that is there is used as it is, and left for the next run; else it is replaced, and dropped in the end
     */
    static RealDatabase create(Database settings, boolean keep) {
        return named("test_" + settings.url().path() + "_" + COUNT.incrementAndGet(), settings, keep);
    }

    static RealDatabase named(String name, Database settings, boolean keep) {
        RealDatabase made = new RealDatabase(settings, name, keep);
        made.onServer(db -> {
            if (!keep) {
                db.execute("DROP DATABASE IF EXISTS " + made.quoted());
            }
            if (!keep || !made.exists(db)) {
                db.execute("CREATE DATABASE " + made.quoted());
            }
        });
        return made;
    }

    private boolean exists(Db db) {
        String sql = isPostgres()
                ? "SELECT 1 FROM pg_database WHERE datname = ?"
                : "SELECT 1 FROM information_schema.schemata WHERE schema_name = ?";
        return !db.query(sql, row -> row.getInt(1), name).isEmpty();
    }

    /** The settings of the new database. */
    Database database() {
        return at(name);
    }

    private Database at(String path) {
        ConnectionUrl url = settings.url();
        ConnectionUrl there = new ConnectionUrl(
                url.scheme(), url.user(), url.password(), url.host(), url.port(), path, url.options());
        return settings.at(there);
    }

    private boolean isPostgres() {
        return settings.url().scheme().startsWith("postgres");
    }

    private String quoted() {
        return isPostgres() ? '"' + name.replace("\"", "\"\"") + '"' : '`' + name.replace("`", "``") + '`';
    }

    /** Speaks with the server through a database that is always there. */
    private void onServer(Consumer<Db> work) {
        Database server =
                at(isPostgres() ? "postgres" : "").alias(Database.DEFAULT).poolSize(1);
        try (Site site = Site.open(env -> Settings.of(env)
                .secretKey("only to make and drop a database for tests, never to sign a thing")
                .with(server))) {
            Db db = site.service(Databases.class).main();
            site.run(() -> work.accept(db));
        } catch (DatabaseException e) {
            throw new IllegalStateException(
                    "The database for tests " + name + " could not be made on " + settings.url()
                            + ": is the server there, and may this user create databases? " + e.getMessage(),
                    e);
        }
    }

    /** Drops it, unless it is kept for the next run. */
    @Override
    public void close() {
        if (!keep) {
            drop();
        }
    }

    void drop() {
        onServer(db -> db.execute("DROP DATABASE IF EXISTS " + quoted()));
    }
}
