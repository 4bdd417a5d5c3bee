package quintet.views;

import quintet.http.Request;
import quintet.http.Response;

/**
 * Pages that show developers what went wrong. A module that is there in development only registers one as a site's service;
 * it is asked in debug mode instead of the error templates.
 */
public interface DebugPages {
    /**
     * The page for an error.
     *
     * @param status 400, 404 or 500
     */
    Response page(Request request, Exception exception, int status);
}
