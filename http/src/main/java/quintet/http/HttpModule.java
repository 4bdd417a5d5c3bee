package quintet.http;

import java.util.List;
import quintet.core.SiteBuilder;
import quintet.core.SiteModule;
import quintet.http.internal.HttpConfig;
import quintet.http.internal.PlainErrorViews;

/** Puts HTTP into every site: found by name, not for use. */
public final class HttpModule implements SiteModule {
    @Override
    public void configure(SiteBuilder builder) {
        builder.service(HttpConfig.class, site -> HttpConfig.of(site.settings()));
        builder.service(UrlConf.class, site -> UrlConf.of(site, List.of()));
        builder.service(ErrorViews.class, PlainErrorViews::new);
        builder.service(SiteHandler.class, SiteHandler::new);
        HttpChecks.addTo(builder);
    }

    @Override
    public int order() {
        return 50;
    }
}
