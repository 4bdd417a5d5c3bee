package quintet.dev.internal.child;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.Project;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.Routes;
import quintet.http.Server;
import quintet.http.ServerSettings;
import quintet.http.SiteHandler;

/**
 * Loads what every site needs before there is one: opens a site with one page, asks it over its port, and closes it. A child
 * that did this beforehand serves a real site in a fraction of the time.
 */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.dev");
    private static final int ROUNDS = 3;
    private static final int LIMIT_MILLIS = 5000;

    private WarmUp() {}

    private static final class Page extends Project {
        @Override
        public Settings settings(Env env) {
            return Settings.of(env).debug(true).secretKey("nothing is signed with this key of one page");
        }

        @Override
        public List<Route> routes() {
            return List.of(Routes.path("", request -> Response.ok("<html><body>warm</body></html>")));
        }
    }

    /** Does it; a failure is none, the real site will tell what is wrong. */
    static void run() {
        try (Site site = Site.open(new Page(), Env.of(Map.of(), Path.of("")))) {
            SiteHandler handler = site.service(SiteHandler.class);
            Server server = Server.of(
                    ServerSettings.defaults().port(0).requestLog(false).http2(false), handler);
            server.start();
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    ask(server.address().getPort(), "/");
                }
            } finally {
                server.stop(Duration.ZERO);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.debug("Warming up failed", e);
        }
    }

    private static void ask(int port, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LIMIT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
