package quintet.dev;

import quintet.core.SiteBuilder;
import quintet.core.SiteModule;
import quintet.dev.internal.DevPages;
import quintet.http.DebugPages;

/**
 * Gives sites in debug mode their error pages and the pages below {@code /_dev/}. Found through {@code META-INF/services};
 * outside of debug mode it does nothing, and no other class of this module is loaded.
 */
public final class DevModule implements SiteModule {
    /** Made by the service loader. */
    public DevModule() {}

    @Override
    public void configure(SiteBuilder builder) {
        if (builder.settings().debug()) {
            builder.service(DebugPages.class, DevPages::new);
        }
    }

    @Override
    public int order() {
        return 1000;
    }
}
