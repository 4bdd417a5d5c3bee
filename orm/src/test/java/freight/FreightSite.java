package freight;

import java.util.Map;
import press.PressSite;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.SiteDefinition;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.ModelMeta;

/** Sites with these models, whose tables are those that migrations would make. */
public final class FreightSite {
    private FreightSite() {}

    /** A site on a database in memory, with tables. */
    public static Site inMemory() {
        return open(ConnectionUrl.parse("sqlite::memory:"));
    }

    /** A site on a database, with tables. */
    public static Site open(ConnectionUrl url) {
        SiteDefinition definition = env -> Settings.of(env)
                .secretKey("a-long-random-secret-key-for-the-tests-of-models")
                .with(Database.of(url))
                .apps(FreightApp.class);
        Site site = Site.open(definition, Env.of(Map.of()));
        site.run(() -> PressSite.createTables(Databases.current().main(), ModelMeta.all()));
        return site;
    }
}
