package quintet.core;

/** Gives each site its storages of files. Found through {@code META-INF/services}. */
public final class FilesModule implements SiteModule {
    /** Made by the service loader. */
    public FilesModule() {}

    @Override
    public void configure(SiteBuilder builder) {
        builder.service(OpenStorages.class, OpenStorages::new);
    }

    @Override
    public int order() {
        return 5;
    }
}
