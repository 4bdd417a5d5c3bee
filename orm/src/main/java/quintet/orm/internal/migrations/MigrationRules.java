package quintet.orm.internal.migrations;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.Routing;

/** What migrations may change in one database. */
@FunctionalInterface
public interface MigrationRules {
    /** Everything. */
    MigrationRules ALL = (app, model, hints) -> true;

    /** Whether the table of a model (or, without a model, a step of SQL or code) belongs there. */
    boolean allow(String app, @Nullable String model, Map<String, Object> hints);

    /** What the site's routers allow in a database. */
    static MigrationRules of(Routing routing, String alias) {
        return (app, model, hints) -> routing.allowsMigrate(alias, app, model, hints);
    }
}
