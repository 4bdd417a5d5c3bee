package quintet.core;

/**
 * How a Quintet module joins every site: listed in {@code META-INF/services/quintet.core.SiteModule}, it registers
 * services and checks while a site is built. Modules are configured in the order of {@link #order()}.
 */
public interface SiteModule {
    /** Registers services, checks and complaints about the settings. Must not use other modules' services yet. */
    void configure(SiteBuilder builder);

    /** Smaller first; a module that needs another's service at start is later. Default 100. */
    default int order() {
        return 100;
    }
}
