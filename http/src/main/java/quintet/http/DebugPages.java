package quintet.http;

/**
 * What helps a developer at work and must never be there in production: error pages that show everything, pages about the
 * site. A module that is on the class path in development only registers it as a service; it is asked in debug mode alone.
 */
public interface DebugPages {
    /**
     * Stands around all of a site's middleware: may answer itself, and may listen to what a request does.
     *
     * @param next the site
     */
    Response around(Request request, Next next) throws Exception;

    /**
     * How errors look in debug mode.
     *
     * @param usual how they look otherwise; for what needs no other page
     */
    ErrorViews errorViews(ErrorViews usual);
}
