package quintet.http;

/**
 * How errors look to the client. One service per site: the http module brings plain ones, the views module ones that
 * render {@code 404.html} and its like, and {@link Project#errorViews} may give the project's own. What happened is logged
 * before, so implementations show nothing of the exception unless the site is in debug mode. In debug mode {@link DebugPages}
 * come first where they are on the class path.
 */
public interface ErrorViews {
    /** 400: the request is malformed or suspicious (handler400). */
    Response badRequest(Request request, Exception exception);

    /** 403: not permitted (handler403). */
    Response permissionDenied(Request request, Exception exception);

    /** 404: no such thing; a {@link Resolver404} when no route matched (handler404). */
    Response notFound(Request request, Exception exception);

    /** 500: something broke (handler500). */
    Response serverError(Request request, Exception exception);

    /** 403 for a request without a right CSRF token (CSRF_FAILURE_VIEW). */
    Response csrfFailure(Request request, String reason);
}
