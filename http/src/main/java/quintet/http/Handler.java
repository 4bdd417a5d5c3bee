package quintet.http;

/** Answers requests: a Django view. Blocking is fine, each request has its own virtual thread. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers one request.
     *
     * @throws Exception becomes an error response: NotFound 404, PermissionDenied 403, SuspiciousOperation 400, others 500
     */
    Response handle(Request request) throws Exception;
}
