package quintet.dev.internal.child;

import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.SiteBuilder;
import quintet.core.SiteDefinition;
import quintet.core.SiteModule;
import quintet.http.StaticFiles;

/** A project with what the command line changes in its settings. */
final class ServedDefinition implements SiteDefinition, SiteModule {
    private final SiteDefinition project;
    private final ChildOrder.StaticFilesChoice staticFiles;

    ServedDefinition(SiteDefinition project, ChildOrder.StaticFilesChoice staticFiles) {
        this.project = project;
        this.staticFiles = staticFiles;
    }

    @Override
    public Settings settings(Env env) {
        Settings settings = project.settings(env);
        if (staticFiles == ChildOrder.StaticFilesChoice.SETTINGS) {
            return settings;
        }
        StaticFiles files = settings.part(StaticFiles.class).orElse(StaticFiles.defaults());
        return settings.replace(StaticFiles.class, files.serve(staticFiles == ChildOrder.StaticFilesChoice.ALWAYS));
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
