package quintet.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.Headers;
import quintet.http.Project;
import quintet.http.Response;
import quintet.http.ResponseBody;
import quintet.http.Route;
import quintet.http.Routes;
import quintet.http.Server;
import quintet.http.ServerSettings;
import quintet.http.SiteHandler;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The servers that are measured; each answers /plaintext and /json with the same bytes. Prints its port. */
final class Contenders {
    private static final byte[] HELLO = "Hello, World!".getBytes(StandardCharsets.UTF_8);
    private static final JsonFactory JSON = new JsonFactory();

    private Contenders() {}

    /** Starts the server named by the argument and serves until standard input ends. */
    public static void main(String[] args) throws Exception {
        int port = switch (args[0]) {
            case "jetty" -> jetty();
            case "quintet-server" -> quintetServer();
            case "quintet" -> quintet();
            default -> throw new IllegalArgumentException("There is no contender " + args[0]);
        };
        System.out.println(port);
        // The other end of standard input is the process that measures: this one ends with it.
        while (System.in.read() >= 0) {}
        System.exit(0);
    }

    /** Jetty alone, as its documentation shows it, on virtual threads: the floor. */
    private static int jetty() throws Exception {
        var server = new org.eclipse.jetty.server.Server(new VirtualThreadPool());
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, org.eclipse.jetty.server.Response response, Callback callback)
                    throws IOException {
                boolean json = request.getHttpURI().getPath().equals("/json");
                response.getHeaders()
                        .put(HttpHeader.CONTENT_TYPE, json ? "application/json" : "text/plain; charset=utf-8");
                response.write(true, ByteBuffer.wrap(json ? json() : HELLO), callback);
                return true;
            }
        });
        server.start();
        return connector.getLocalPort();
    }

    /** Quintet's server without the framework above it. */
    private static int quintetServer() {
        Headers text = Headers.of("Content-Type", "text/plain; charset=utf-8");
        Headers json = Headers.of("Content-Type", "application/json");
        return serve(exchange -> {
            boolean isJson = exchange.rawTarget().equals("/json");
            exchange.respond(200, isJson ? json : text, ResponseBody.of(isJson ? json() : HELLO));
        });
    }

    /** The whole framework: site, middleware, routes, request and response. */
    private static int quintet() {
        Site site = Site.open(new BenchSite(), Env.of(Map.of()));
        return serve(site.service(SiteHandler.class));
    }

    private static final class BenchSite extends Project {
        @Override
        public Settings settings(Env env) {
            return Settings.of(env)
                    .secretKey("only this benchmark has this key, and nothing is signed")
                    .allowedHosts("localhost");
        }

        @Override
        public List<Route> routes() {
            return List.of(
                    Routes.path("plaintext", r -> Response.text("Hello, World!")),
                    Routes.path("json", r -> Response.json(Map.of("message", "Hello, World!"))));
        }
    }

    private static int serve(quintet.http.ServerHandler handler) {
        Server server = Server.of(ServerSettings.defaults().port(0).requestLog(false), handler);
        server.start();
        return server.address().getPort();
    }

    private static byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64);
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            generator.writeStartObject();
            generator.writeStringProperty("message", "Hello, World!");
            generator.writeEndObject();
        }
        return out.toByteArray();
    }
}
