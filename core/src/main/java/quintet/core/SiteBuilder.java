package quintet.core;

import java.util.List;
import java.util.function.Function;

/** What a {@link SiteModule} sees of a site that is being built. */
public interface SiteBuilder {
    /** The settings. */
    Settings settings();

    /** The apps in order. */
    List<App> apps();

    /**
     * Registers a service, one for each site, made when first asked for and at the latest when the site opens. A
     * service that is {@link AutoCloseable} is closed with the site, the youngest first. A later registration replaces
     * an earlier one of the same type.
     *
     * @param type what {@link Site#service} is asked for
     */
    <T> void service(Class<T> type, Function<Site, ? extends T> factory);

    /** Registers a check. */
    void check(Check check);

    /** Reports something wrong with the configuration: a sentence with its remedy. The site will not open. */
    void problem(String sentence);

    /** Runs when the site closes. */
    void onClose(AutoCloseable action);
}
