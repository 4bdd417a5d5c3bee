package quintet.http.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.http.Routes.path;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.Project;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.Server;
import quintet.http.ServerSettings;
import quintet.http.ServerStartException;
import quintet.http.SiteHandler;

class ServerExample {
    static final class Mysite extends Project {
        // region: settings
        @Override
        public Settings settings(Env env) {
            return Settings.of(env)
                    .secretKey(env.require("SECRET_KEY"))
                    .allowedHosts("127.0.0.1")
                    .with(ServerSettings.defaults()
                            .host("0.0.0.0")
                            .port(env.integer("PORT", 8000))
                            .maxBodySize(20_000_000)
                            .maxConcurrentRequests(200)
                            .headerTimeout(Duration.ofSeconds(5)));
        }
        // endregion

        @Override
        public List<Route> routes() {
            return List.of(
                    path("", r -> Response.text("Hello")),
                    // region: stream
                    path(
                            "report/",
                            r -> Response.stream("text/csv", out -> {
                                for (int row = 1; row <= 3; row++) {
                                    out.write((row + ",value\n").getBytes());
                                    out.flush(); // on its way now
                                }
                            }))
                    // endregion
                    );
        }
    }

    // region: run
    static Server serve(Site site) {
        ServerSettings settings = site.settings().part(ServerSettings.class).orElse(ServerSettings.defaults());
        Server server = Server.of(settings, site.service(SiteHandler.class));
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close)); // finishes what runs, then stops
        return server;
    }
    // endregion

    @Test
    void aSiteIsServedAndStopped() throws Exception {
        Env env = Env.of(Map.of("SECRET_KEY", "a long and random key that only this test knows", "PORT", "0"));
        try (Site site = Site.open(new Mysite(), env);
                Server server = serve(site);
                HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
            assertThat(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("Hello");
            assertThat(http.send(
                                    HttpRequest.newBuilder(address.resolve("report/"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .isEqualTo("1,value\n2,value\n3,value\n");
            // region: stats
            int running = server.stats().inFlight();
            long refused = server.stats().refused();
            // endregion
            assertThat(running).isNotNegative();
            assertThat(refused).isZero();
            ServerSettings taken =
                    ServerSettings.defaults().port(server.address().getPort());
            assertThatThrownBy(() ->
                            Server.of(taken, site.service(SiteHandler.class)).start())
                    .isInstanceOf(ServerStartException.class);
        }
    }
}
