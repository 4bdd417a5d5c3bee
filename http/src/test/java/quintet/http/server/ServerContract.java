package quintet.http.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.Server;
import quintet.http.ServerExchange;
import quintet.http.ServerHandler;
import quintet.http.ServerSettings;

/** What any server behind the SPI must do. An adapter passes by extending this class. */
@Timeout(60)
abstract class ServerContract {
    private final List<Server> servers = new ArrayList<>();
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The adapter under test. */
    abstract Server create(ServerSettings settings, ServerHandler handler);

    static ServerSettings settings() {
        return ServerSettings.defaults().port(0).stopTimeout(Duration.ofSeconds(2));
    }

    Server serve(ServerSettings settings, ServerHandler handler) {
        Server server = create(settings, handler);
        server.start();
        servers.add(server);
        return server;
    }

    Server serve(ServerHandler handler) {
        return serve(settings(), handler);
    }

    @AfterEach
    void stopServers() {
        servers.forEach(s -> s.stop(Duration.ZERO));
        http.close();
    }

    static void text(ServerExchange exchange, int status, String text) throws IOException {
        exchange.respond(status, Headers.of("Content-Type", "text/plain"), body(text));
    }

    static ResponseBody body(String text) {
        return ResponseBody.of(text.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(Server server, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(Server server, HttpRequest.BodyPublisher body) throws Exception {
        return http.send(HttpRequest.newBuilder(server.address()).POST(body).build(), BodyHandlers.ofString());
    }

    static String raw(Server server, String request) throws IOException {
        try (RawClient client = new RawClient(server.address())) {
            return client.send(request).readAll();
        }
    }

    static boolean refusesConnections(URI address) {
        try {
            new RawClient(address).close();
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) throw new IOException("nothing happened for 10 s");
        } catch (InterruptedException x) {
            throw new IOException(x);
        }
    }

    static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException x) {
            throw new IOException(x);
        }
    }
}
