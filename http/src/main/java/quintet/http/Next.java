package quintet.http;

/** The rest of the way to the handler, as a {@link Middleware} or {@link Decorator} sees it. */
@FunctionalInterface
public interface Next {
    /**
     * Goes on and returns the answer. Behind a middleware exceptions have become responses already; behind a decorator
     * they pass through.
     */
    Response handle(Request request) throws Exception;
}
