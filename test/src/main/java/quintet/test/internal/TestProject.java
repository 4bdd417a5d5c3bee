package quintet.test.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.SiteBuilder;
import quintet.core.SiteDefinition;
import quintet.core.SiteModule;
import quintet.http.Project;
import quintet.orm.Database;
import quintet.templates.RenderListener;

/**
 * A project as its tests see it: other databases, any host, and somebody who notes what templates were rendered.
 *
 * @param project the project itself
 * @param databases what replaces the databases of the settings, by alias; a missing alias is left as it is
 * @param change a last change to the settings
 */
record TestProject(Project project, Map<String, Database> databases, boolean debug, UnaryOperator<Settings> change)
        implements SiteDefinition, SiteModule {

    @Override
    public Settings settings(Env env) {
        Settings settings = project.settings(env);
        Map<String, Database> all = new LinkedHashMap<>();
        settings.parts(Database.class).forEach(database -> all.put(database.alias(), database));
        databases.forEach((alias, database) -> all.computeIfPresent(alias, (name, own) -> database));
        if (!all.isEmpty()) {
            List<Database> some = new ArrayList<>(all.values());
            settings = settings.replace(Database.class, some.getFirst());
            for (Database database : some.subList(1, some.size())) {
                settings = settings.with(database);
            }
        }
        return change.apply(settings.debug(debug).allowedHosts("*"));
    }

    @Override
    public void configure(SiteBuilder builder) {
        project.configure(builder);
        builder.service(RenderListener.class, site -> Renders.LISTENER);
    }

    /** The same project in a site with changed settings. */
    TestProject changed(UnaryOperator<Settings> more) {
        return new TestProject(project, databases, debug, settings -> more.apply(change.apply(settings)));
    }

    Site open(Env env) {
        return Site.open(this, env);
    }
}
