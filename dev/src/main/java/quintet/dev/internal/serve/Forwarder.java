package quintet.dev.internal.serve;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import quintet.dev.internal.child.ChildMain;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;

/** Passes requests on to the child and its answers back. */
final class Forwarder {
    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "content-length",
            "host",
            "http2-settings");

    private final HttpClient client;

    Forwarder() {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Asks the child and sends what it answers. */
    void forward(ServerExchange exchange, Child child) throws IOException {
        HttpResponse<InputStream> response;
        try {
            response = client.send(request(exchange, child), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the site was answering.", e);
        }
        try (InputStream body = response.body()) {
            Headers headers = headers(response);
            boolean html = headers.get("Content-Type", "").startsWith("text/html")
                    && !headers.contains("Content-Encoding")
                    && !exchange.method().equals("HEAD");
            if (html) {
                byte[] page = ReloadScript.addTo(body.readAllBytes());
                exchange.respond(response.statusCode(), headers.remove("Content-Length"), ResponseBody.of(page));
            } else {
                exchange.respond(response.statusCode(), headers, new ResponseBody.Stream(out -> copy(body, out)));
            }
        }
    }

    /** Flushes as pieces arrive, so that streams of events reach the browser at once. */
    private static void copy(InputStream from, java.io.OutputStream to) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
            if (from.available() == 0) {
                to.flush();
            }
        }
    }

    private static HttpRequest request(ServerExchange exchange, Child child) {
        boolean empty = exchange.contentLength() == 0;
        HttpRequest.BodyPublisher body = empty
                ? HttpRequest.BodyPublishers.noBody()
                : exchange.contentLength() > 0
                        ? HttpRequest.BodyPublishers.fromPublisher(
                                HttpRequest.BodyPublishers.ofInputStream(exchange::body), exchange.contentLength())
                        : HttpRequest.BodyPublishers.ofInputStream(exchange::body);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + child.port() + exchange.rawTarget()))
                .method(exchange.method(), body);
        for (Headers.Field field : exchange.headers()) {
            if (!OF_ONE_CONNECTION.contains(field.name().toLowerCase(Locale.ROOT))) {
                request.header(field.name(), field.value());
            }
        }
        return request.setHeader(ChildMain.TOKEN_HEADER, child.token())
                .setHeader(ChildMain.HOST_HEADER, exchange.headers().get("Host", ""))
                .setHeader(
                        ChildMain.REMOTE_HEADER,
                        exchange.remote().getAddress().getHostAddress() + ":"
                                + exchange.remote().getPort())
                .build();
    }

    private static Headers headers(HttpResponse<?> response) {
        Headers.Builder headers = Headers.builder();
        response.headers().map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.startsWith(":")
                    && (!OF_ONE_CONNECTION.contains(lower) || lower.equals("content-length"))
                    && !lower.equals("date")) {
                values.forEach(value -> headers.add(name, value));
            }
        });
        return headers.build();
    }

    /** A page of the supervisor's own. */
    static void page(ServerExchange exchange, int status, String html) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        exchange.respond(
                status,
                Headers.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store"),
                ResponseBody.of(ReloadScript.addTo(body)));
    }
}
