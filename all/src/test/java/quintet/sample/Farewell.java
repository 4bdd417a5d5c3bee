package quintet.sample;

import quintet.core.SiteBuilder;
import quintet.core.SiteModule;

/** Says when the site of a test closes. */
public final class Farewell implements SiteModule {
    @Override
    public void configure(SiteBuilder builder) {
        builder.onClose(() -> System.out.println("Closed."));
    }
}
