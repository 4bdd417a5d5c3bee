package quintet.dev.internal.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import quintet.dev.internal.child.ChildMain;
import quintet.http.ClientDisconnected;
import quintet.http.Headers;
import quintet.http.RequestRejected;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;

/** Passes requests on to the child and its answers back, piece by piece as they come. */
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

    private static final Set<String> MAY_BE_REPEATED = Set.of("GET", "HEAD", "OPTIONS");
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int PARTIAL = 206;

    /** Longer pages are not read into memory to find their end. */
    private static final long LONG_PAGE = 8 << 20;

    private final HttpClient client;

    Forwarder() {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /**
     * Asks the child and sends what it answers.
     *
     * @param version what the refreshing script of a page compares with; 0 to leave pages as they are
     * @return false when the child died before it answered and the request may be sent to another one
     */
    boolean forward(ServerExchange exchange, Child child, long version) throws IOException {
        HttpResponse<InputStream> response;
        try {
            response = client.send(request(exchange, child), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the site was answering.", e);
        } catch (IOException e) {
            return failed(exchange, child, e, version);
        }
        try (InputStream body = response.body()) {
            answer(exchange, response.statusCode(), headers(response), body, child.isDebugSite() ? version : 0);
        }
        return true;
    }

    private static boolean failed(ServerExchange exchange, Child child, IOException e, long version)
            throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientDisconnected || cause instanceof RequestRejected) {
                throw e;
            }
        }
        boolean dead = child.hasDied();
        if (dead && MAY_BE_REPEATED.contains(exchange.method()) && exchange.contentLength() == 0) {
            return false;
        }
        Pages.send(
                exchange,
                Problem.of(
                        dead
                                ? "The site's process ended while it was answering " + exchange.method() + " "
                                        + exchange.rawTarget()
                                        + ". The request was not sent again, because it may have changed something."
                                : "The site cut the connection instead of answering: " + e.getMessage()),
                version);
        return true;
    }

    private static void answer(ServerExchange exchange, int status, Headers headers, InputStream body, long version)
            throws IOException {
        boolean page = version != 0
                && headers.get("Content-Type", "").startsWith("text/html")
                && !exchange.method().equals("HEAD")
                && status >= OK
                && status != NO_CONTENT
                && status != NOT_MODIFIED
                && status != PARTIAL;
        String encoding = headers.get("Content-Encoding", "");
        if (!page || !(encoding.isEmpty() || encoding.equals("gzip"))) {
            exchange.respond(status, headers, new ResponseBody.Stream(out -> copy(body, out)));
            return;
        }
        byte[] tag = ReloadScript.tag(version, ContentPolicy.nonce(headers));
        Headers changed = ContentPolicy.allow(headers).remove("Content-Length").remove("Content-Encoding");
        InputStream plain = encoding.isEmpty() ? body : new GZIPInputStream(body);
        if (length(headers) >= 0 && length(headers) < LONG_PAGE) {
            exchange.respond(status, changed, ResponseBody.of(ReloadScript.addTo(plain.readAllBytes(), tag)));
        } else {
            exchange.respond(status, changed, new ResponseBody.Stream(out -> {
                InsertingStream inserting = new InsertingStream(out, tag);
                copy(plain, inserting);
                inserting.end();
            }));
        }
    }

    private static long length(Headers headers) {
        String length = headers.get("Content-Length");
        return length == null ? -1 : Long.parseLong(length);
    }

    /** Flushes as pieces arrive, so that streams of events reach the browser at once. */
    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
            if (from.available() == 0) {
                to.flush();
            }
        }
    }

    private static HttpRequest request(ServerExchange exchange, Child child) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + child.port() + exchange.rawTarget()))
                .method(exchange.method(), body(exchange));
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

    private static HttpRequest.BodyPublisher body(ServerExchange exchange) {
        if (exchange.contentLength() == 0) {
            return HttpRequest.BodyPublishers.noBody();
        }
        HttpRequest.BodyPublisher stream = HttpRequest.BodyPublishers.ofInputStream(exchange::body);
        return exchange.contentLength() > 0
                ? HttpRequest.BodyPublishers.fromPublisher(stream, exchange.contentLength())
                : stream;
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
}
