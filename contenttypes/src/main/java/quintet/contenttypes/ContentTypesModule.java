package quintet.contenttypes;

import quintet.core.SiteBuilder;
import quintet.core.SiteModule;
import quintet.orm.ModelMeta;
import quintet.orm.ModelTypes;

/** Gives each site its memory of content types. Found through {@code META-INF/services}. */
public final class ContentTypesModule implements SiteModule {
    /** Made by the service loader. */
    public ContentTypesModule() {}

    @Override
    public int order() {
        return 25;
    }

    /** The key of a model's row: asked for within the query, so that no text of SQL outlives a change of the keys. */
    private static String sql(ModelMeta<?> model) {
        return "(SELECT id FROM django_content_type WHERE app_label = " + quoted(model.appLabel()) + " AND model = "
                + quoted(model.modelName()) + ")";
    }

    private static String quoted(String name) {
        return "'" + name.replace("'", "''") + "'";
    }

    @Override
    public void configure(SiteBuilder builder) {
        builder.service(ContentTypeCache.class, site -> new ContentTypeCache());
        builder.service(ModelTypes.class, site -> ContentTypesModule::sql);
    }
}
