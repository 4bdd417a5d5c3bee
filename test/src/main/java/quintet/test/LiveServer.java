package quintet.test;

import java.net.URI;
import quintet.core.Site;
import quintet.http.Server;
import quintet.http.ServerSettings;
import quintet.http.SiteHandler;

/**
 * A site on a real server on a free port of this machine, for browsers and HTTP clients: Django's LiveServerTestCase.
 *
 * <pre>{@code
 * try (LiveServer server = LiveServer.start(site)) {
 *     page.navigate(server.url("/books/"));
 * }
 * }</pre>
 */
public final class LiveServer implements AutoCloseable {
    private final Server server;

    private LiveServer(Server server) {
        this.server = server;
    }

    /** Starts the site with the limits of its {@link ServerSettings}, on 127.0.0.1. The site's hosts must allow that. */
    public static LiveServer start(Site site) {
        ServerSettings settings = site.settings().part(ServerSettings.class).orElse(ServerSettings.defaults());
        Server server = Server.of(settings.host("127.0.0.1").port(0), site.service(SiteHandler.class));
        server.start();
        return new LiveServer(server);
    }

    /** The address, for example {@code http://127.0.0.1:40123/}. */
    public URI address() {
        return server.address();
    }

    /** The URL of a path of the site. */
    public String url(String path) {
        return server.address().resolve(path).toString();
    }

    /** Stops it after what runs. */
    @Override
    public void close() {
        server.close();
    }
}
