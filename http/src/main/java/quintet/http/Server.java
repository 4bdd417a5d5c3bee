package quintet.http;

import java.net.URI;
import java.time.Duration;
import quintet.http.internal.server.JettyServer;

/** An HTTP server for one handler. Obtain one with {@link #of}; it answers after {@link #start()}. */
public interface Server extends AutoCloseable {

    /** A server, not started yet, that gives each request to {@code handler}. */
    static Server of(ServerSettings settings, ServerHandler handler) {
        return new JettyServer(settings, handler);
    }

    /**
     * Binds the port and begins to answer.
     *
     * @throws ServerStartException when it can not, with the remedy: the port is in use, not permitted, and the like
     */
    void start();

    /** Where it listens, with the real port where port 0 was asked for; for example {@code http://127.0.0.1:8000/}. */
    URI address();

    /** What the server has done and is doing, for health pages and tests. */
    ServerStats stats();

    /**
     * Stops gracefully: takes no new connections and requests at once, lets running requests finish for up to {@code
     * grace}, then cuts what is left. Returns when all is stopped. Stopping twice is harmless.
     */
    void stop(Duration grace);

    /** Stops with the grace of the settings. */
    @Override
    void close();
}
