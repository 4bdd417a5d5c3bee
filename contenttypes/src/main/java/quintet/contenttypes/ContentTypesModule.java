package quintet.contenttypes;

import quintet.core.SiteBuilder;
import quintet.core.SiteModule;

/** Gives each site its memory of content types. Found through {@code META-INF/services}. */
public final class ContentTypesModule implements SiteModule {
    /** Made by the service loader. */
    public ContentTypesModule() {}

    @Override
    public int order() {
        return 25;
    }

    @Override
    public void configure(SiteBuilder builder) {
        builder.service(ContentTypeCache.class, site -> new ContentTypeCache());
    }
}
