package quintet.http;

import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.SiteBuilder;
import quintet.core.SiteDefinition;
import quintet.core.SiteModule;

/**
 * A project whose static files are served, or not, whatever its settings say: what {@code runserver --insecure} and
 * {@code --nostatic} open.
 */
public final class ServedDefinition implements SiteDefinition, SiteModule {
    private final SiteDefinition project;
    private final boolean staticFiles;

    /**
     * Wraps a project.
     *
     * @param staticFiles whether its static files are served
     */
    public ServedDefinition(SiteDefinition project, boolean staticFiles) {
        this.project = project;
        this.staticFiles = staticFiles;
    }

    @Override
    public Settings settings(Env env) {
        Settings settings = project.settings(env);
        StaticFiles files = settings.part(StaticFiles.class).orElse(StaticFiles.defaults());
        return settings.replace(StaticFiles.class, files.serve(staticFiles));
    }

    @Override
    public ClassLoader classLoader() {
        return project.classLoader();
    }

    @Override
    public void configure(SiteBuilder builder) {
        if (project instanceof SiteModule module) {
            module.configure(builder);
        }
    }
}
