package quintet.http;

import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.NotFound;
import quintet.core.PermissionDenied;
import quintet.core.Site;
import quintet.core.SuspiciousOperation;

/** Turns exceptions into responses, with one line in the log for what the client did and a trace for what the site did. */
final class ErrorResponses {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.request");
    private static final String SECURITY = "quintet.security.";

    private final Site site;

    ErrorResponses(Site site) {
        this.site = site;
    }

    private ErrorViews views() {
        return views(site);
    }

    /** How errors of this site look now. */
    static ErrorViews views(Site site) {
        ErrorViews usual = site.service(ErrorViews.class);
        if (!site.settings().debug()) return usual;
        return site.findService(DebugPages.class)
                .map(pages -> pages.errorViews(usual))
                .orElse(usual);
    }

    /** The response for an exception. */
    Response of(Request request, Exception exception) {
        try {
            return convert(request, exception);
        } catch (Exception failure) {
            LOG.error("The error view for {} failed", request, failure);
            return plain(500, "Server Error (500)");
        }
    }

    private Response convert(Request request, Exception exception) {
        switch (exception) {
            case NotFound missing -> {
                LOG.warn("Not Found: {}", line(request.pathInfo()));
                return views().notFound(request, missing);
            }
            case PermissionDenied denied -> {
                LOG.warn("Forbidden (Permission denied): {}", line(request.pathInfo()));
                return views().permissionDenied(request, denied);
            }
            case MalformedForm malformed -> {
                LOG.warn(
                        "Bad request (Unable to parse request body): {}: {}",
                        line(request.pathInfo()),
                        line(malformed.getMessage()));
                return views().badRequest(request, malformed);
            }
            case BadRequest bad -> {
                LOG.warn("Bad Request: {}: {}", line(request.pathInfo()), line(bad.getMessage()));
                return views().badRequest(request, bad);
            }
            case SuspiciousOperation suspicious -> {
                LoggerFactory.getLogger(SECURITY + suspicious.getClass().getSimpleName())
                        .error("{}", line(suspicious.getMessage()));
                return views().badRequest(request, suspicious);
            }
            case UncheckedIOException io
            when io.getCause() instanceof RequestRejected rejected -> {
                return rejected(request, rejected);
            }
            case RequestRejected rejected -> {
                return rejected(request, rejected);
            }
            case UncheckedIOException io
            when io.getCause() instanceof ClientDisconnected -> {
                return plain(400, "Bad Request (400)");
            }
            case ClientDisconnected gone -> {
                return plain(400, "Bad Request (400)");
            }
            default -> {
                return failed(request, exception);
            }
        }
    }

    private Response failed(Request request, Exception exception) {
        HttpSignals.REQUEST_EXCEPTION.sendRobust(null, new HttpSignals.Failed(request, exception));
        LOG.error("Internal Server Error: {}", line(request.pathInfo()), exception);
        return views().serverError(request, exception);
    }

    private static Response rejected(Request request, RequestRejected rejected) {
        LOG.warn("Request body refused: {}: {}", line(request.pathInfo()), line(rejected.getMessage()));
        Response response = Response.of(rejected.status());
        return plain(rejected.status(), response.reason() + " (" + rejected.status() + ")");
    }

    static Response plain(int status, String text) {
        return Response.text(text + "\n").status(status);
    }

    /** A text of the client's as it may stand in a log: on one line and not too long. */
    static String line(@org.jspecify.annotations.Nullable String text) {
        if (text == null) return "";
        StringBuilder out = new StringBuilder(Math.min(text.length(), 300));
        for (int i = 0; i < text.length() && i < 300; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return out.toString();
    }
}
