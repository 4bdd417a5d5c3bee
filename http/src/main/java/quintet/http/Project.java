package quintet.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.SiteBuilder;
import quintet.core.SiteDefinition;
import quintet.core.SiteModule;

/**
 * A web project: its settings and its URLs, what {@code settings.py} and {@code urls.py} are in Django.
 *
 * <pre>{@code
 * public final class Mysite extends Project {
 *     public Settings settings(Env env) {
 *         return Settings.of(env).debug(env.bool("DEBUG", false)).secretKey(env.require("SECRET_KEY")).apps(LibraryApp.class);
 *     }
 *
 *     public List<Route> routes() {
 *         return List.of(include("", LibraryApp.class));
 *     }
 * }
 * }</pre>
 */
public abstract class Project implements SiteDefinition, SiteModule {
    @Override
    public abstract Settings settings(Env env);

    /** The site's routes; the first that matches a path answers it. */
    public abstract List<Route> routes();

    /** Changes the site's middleware, after its apps have. */
    public void middleware(MiddlewareStack stack) {}

    /** How errors look; null (the default) for the templates {@code 404.html} and so on, or plain pages without them. */
    public @Nullable ErrorViews errorViews() {
        return null;
    }

    /** Registers the project's URLs; a site calls it when it opens. */
    @Override
    public final void configure(SiteBuilder builder) {
        builder.service(Project.class, site -> this);
        builder.service(UrlConf.class, site -> UrlConf.of(site, routes()));
        ErrorViews own = errorViews();
        if (own != null) builder.service(ErrorViews.class, site -> own);
    }
}
