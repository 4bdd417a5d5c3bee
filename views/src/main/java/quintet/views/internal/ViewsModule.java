package quintet.views.internal;

import quintet.core.Check;
import quintet.core.SiteBuilder;
import quintet.core.SiteModule;
import quintet.http.ErrorViews;
import quintet.templates.Engine;
import quintet.templates.FragmentCache;
import quintet.views.TemplateChecks;

/** Gives each site its templates and its error pages. */
public final class ViewsModule implements SiteModule {
    @Override
    public void configure(SiteBuilder builder) {
        builder.service(FragmentCache.Caches.class, SiteTemplates::caches);
        builder.service(Engine.class, SiteTemplates::engine);
        builder.service(ErrorViews.class, TemplateErrorViews::new);
        builder.check(Check.of("templates", SiteTemplates::check));
        builder.check(Check.thorough("templates", TemplateChecks::messages));
    }

    /** After http, whose plain error pages it replaces. */
    @Override
    public int order() {
        return 200;
    }
}
