package quintet.http;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.Site;

/**
 * Answers all requests of a site: the way from the server through middleware and routes to a handler and back. {@code
 * site.service(SiteHandler.class)} is what a {@link Server} is made for.
 */
public final class SiteHandler implements ServerHandler {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.request");

    private final Site site;
    private final MiddlewareChain chain;

    SiteHandler(Site site) {
        this.site = site;
        this.chain = new MiddlewareChain(site, new ErrorResponses(site));
    }

    @Override
    public void handle(ServerExchange exchange) throws IOException {
        site.call(() -> {
            serve(exchange);
            return exchange;
        });
    }

    private void serve(ServerExchange exchange) throws IOException {
        Request request;
        try {
            request = Request.of(site, exchange);
        } catch (BadRequest e) {
            LOG.warn("Bad Request: {}: {}", ErrorResponses.line(exchange.rawTarget()), e.getMessage());
            Response refused = ErrorResponses.plain(400, "Bad Request (400)");
            exchange.respond(refused.status(), refused.headers(), refused.body());
            return;
        }
        request.call(() -> {
            answer(exchange, request);
            return request;
        });
    }

    private void answer(ServerExchange exchange, Request request) throws IOException {
        if (HttpSignals.REQUEST_STARTED.hasListeners()) {
            HttpSignals.REQUEST_STARTED.send(new HttpSignals.Started(request));
        }
        Response response = chain.handle(request);
        try {
            exchange.respond(response.status(), headers(response), response.body());
        } finally {
            close(request, response);
            if (HttpSignals.REQUEST_FINISHED.hasListeners()) {
                HttpSignals.REQUEST_FINISHED.sendRobust(null, new HttpSignals.Finished(request, response.status()));
            }
        }
    }

    /**
     * The response to a request, without sending it: what tests use. Runs inside the site and with the request as the
     * current one.
     */
    public Response respond(Request request) {
        return site.call(() -> request.call(() -> chain.handle(request)));
    }

    /** The headers of a response with its cookies. */
    public static Headers headers(Response response) {
        if (response.cookies().isEmpty()) return response.headers();
        Headers.Builder headers = response.headers().toBuilder();
        for (Cookie cookie : response.cookies()) headers.add("Set-Cookie", utf8(cookie.toHeader()));
        return headers.build();
    }

    /** Cookie values are sent in UTF-8, whose bytes a header carries as ISO-8859-1. */
    private static String utf8(String header) {
        for (int i = 0; i < header.length(); i++) {
            if (header.charAt(i) >= 128) {
                return new String(
                        header.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.ISO_8859_1);
            }
        }
        return header;
    }

    private static void close(Request request, Response response) {
        for (AutoCloseable resource : response.closing()) closeQuietly(resource);
        closeQuietly(request::close);
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.error("Closing after a response failed: {}", resource, e);
        }
    }
}
