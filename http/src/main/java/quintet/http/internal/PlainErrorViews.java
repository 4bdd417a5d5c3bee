package quintet.http.internal;

import quintet.core.Site;
import quintet.http.ErrorViews;
import quintet.http.Request;
import quintet.http.Resolver404;
import quintet.http.Response;
import quintet.http.Route;

/** Error pages without templates; in debug mode they say what was wrong. */
public final class PlainErrorViews implements ErrorViews {
    private final boolean debug;

    /** The pages of this site. */
    public PlainErrorViews(Site site) {
        debug = site.settings().debug();
    }

    @Override
    public Response badRequest(Request request, Exception exception) {
        return page(400, "Bad Request (400)", debug ? String.valueOf(exception.getMessage()) : "");
    }

    @Override
    public Response permissionDenied(Request request, Exception exception) {
        return page(403, "403 Forbidden", debug ? String.valueOf(exception.getMessage()) : "");
    }

    @Override
    public Response notFound(Request request, Exception exception) {
        return page(
                404, "Not Found", debug ? explain(exception) : "The requested resource was not found on this server.");
    }

    private static String explain(Exception exception) {
        if (!(exception instanceof Resolver404 missing)) return String.valueOf(exception.getMessage());
        StringBuilder out =
                new StringBuilder("No route matches \"" + missing.path() + "\". These were tried, in order:");
        for (var path : missing.tried()) {
            out.append("\n");
            for (Route route : path) out.append(' ').append(route);
        }
        return out.toString();
    }

    @Override
    public Response serverError(Request request, Exception exception) {
        return page(500, "Server Error (500)", debug ? exception.toString() : "");
    }

    @Override
    public Response csrfFailure(Request request, String reason) {
        return page(403, "403 Forbidden", "CSRF verification failed. Request aborted." + (debug ? "\n" + reason : ""));
    }

    private static Response page(int status, String title, String text) {
        String heading = Html.escape(title);
        String body = text.isEmpty() ? "" : "<p>" + Html.escape(text).replace("\n", "<br>") + "</p>";
        return Response.ok("<!doctype html>\n<html lang=\"en\">\n<head>\n  <title>" + heading
                        + "</title>\n</head>\n<body>\n  <h1>" + heading + "</h1>" + body + "\n</body>\n</html>\n")
                .status(status);
    }
}
