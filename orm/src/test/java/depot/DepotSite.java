package depot;

import java.util.Map;
import library.Postgres;
import press.PressSite;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.SiteDefinition;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.ModelMeta;

/** Sites with the depot's models. */
public final class DepotSite {
    private DepotSite() {}

    /** A site on a new database of PostgreSQL, with its extensions and tables. */
    public static Site onPostgres() {
        Site site = without(Postgres.newDatabase());
        site.run(() -> {
            for (String extension :
                    new String[] {"hstore", "pg_trgm", "unaccent", "btree_gist", "bloom", "btree_gin"}) {
                Databases.current().main().execute("CREATE EXTENSION IF NOT EXISTS " + extension);
            }
            PressSite.createTables(Databases.current().main(), ModelMeta.all());
        });
        return site;
    }

    /** A site without tables. */
    public static Site without(ConnectionUrl url) {
        SiteDefinition definition = env -> Settings.of(env)
                .secretKey("a-long-random-secret-key-for-the-tests-of-models")
                .with(Database.of(url))
                .apps(DepotApp.class);
        return Site.open(definition, Env.of(Map.of()));
    }
}
