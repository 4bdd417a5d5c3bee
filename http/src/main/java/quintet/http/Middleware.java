package quintet.http;

import org.jspecify.annotations.Nullable;

/**
 * Stands around all requests of a site, as layers of an onion: it may answer itself, change the request's attributes
 * before, or the response after. One instance serves all requests of its site.
 *
 * <p>An exception that leaves {@link #handle} becomes a response before the next outer layer sees it.
 */
@FunctionalInterface
public interface Middleware {
    /** Answers the request, usually by {@code next.handle(request)}. */
    Response handle(Request request, Next next) throws Exception;

    /**
     * Called just before the handler, outermost middleware first.
     *
     * @param match the route found; its marks tell how the handler was decorated
     * @return null to go on, or a response to give instead of calling the handler
     */
    default @Nullable Response processView(Request request, ResolverMatch match) throws Exception {
        return null;
    }

    /**
     * Called when the handler threw, innermost middleware first.
     *
     * @return null to go on, or the response to give instead
     */
    default @Nullable Response processException(Request request, Exception exception) throws Exception {
        return null;
    }

    /** Called when the handler gave a response that is not rendered yet ({@link Response#isRendered()}), innermost first. */
    default Response processTemplateResponse(Request request, Response response) throws Exception {
        return response;
    }
}
