package quintet.test.internal;

import java.util.concurrent.atomic.AtomicInteger;
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

    private RealDatabase(Database settings, String name) {
        this.settings = settings;
        this.name = name;
    }

    /** Makes {@code test_NAME_1} and so on beside the database of the settings; one that is left over is replaced. */
    static RealDatabase create(Database settings) {
        String name = "test_" + settings.url().path() + "_" + COUNT.incrementAndGet();
        RealDatabase made = new RealDatabase(settings, name);
        made.onServer("DROP DATABASE IF EXISTS " + made.quoted());
        made.onServer("CREATE DATABASE " + made.quoted());
        return made;
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
    private void onServer(String sql) {
        Database server =
                at(isPostgres() ? "postgres" : "").alias(Database.DEFAULT).poolSize(1);
        try (Site site = Site.open(env -> Settings.of(env)
                .secretKey("only to make and drop a database for tests, never to sign a thing")
                .with(server))) {
            Db db = site.service(Databases.class).main();
            site.run(() -> db.execute(sql));
        } catch (DatabaseException e) {
            throw new IllegalStateException(
                    "The database for tests " + name + " could not be made on " + settings.url()
                            + ": is the server there, and may this user create databases? " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        onServer("DROP DATABASE IF EXISTS " + quoted());
    }
}
