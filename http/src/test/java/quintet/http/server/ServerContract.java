package quintet.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.http.ClientDisconnected;
import quintet.http.Headers;
import quintet.http.RequestRejected;
import quintet.http.ResponseBody;
import quintet.http.Server;
import quintet.http.ServerExchange;
import quintet.http.ServerHandler;
import quintet.http.ServerSettings;
import quintet.http.ServerStartException;

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

    // --- the request as the handler sees it

    @Test
    void givesMethodTargetHeadersAndBodyAsSent() throws Exception {
        Server server = serve(x -> text(
                x,
                200,
                x.method() + " " + x.rawTarget() + " " + x.protocol() + " " + x.scheme() + " " + x.secure() + " "
                        + x.headers().all("x-a") + " " + x.headers().get("HOST") + " " + x.contentLength() + " "
                        + new String(x.body().readAllBytes(), StandardCharsets.UTF_8)));
        String answer = raw(
                server,
                "PUT /a%2Fb//c/../%E4%B8%AD%FF;p=1?q=%20+x&y HTTP/1.1\r\nHost: example.org:81\r\nX-A: 1\r\nx-a: two \r\n"
                        + "Content-Length: 4\r\nConnection: close\r\n\r\nbody");
        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith(
                        "PUT /a%2Fb//c/../%E4%B8%AD%FF;p=1?q=%20+x&y HTTP/1.1 http false [1, two] example.org:81 4 body");
    }

    @Test
    void knowsBothEndsOfTheConnection() throws Exception {
        Server server = serve(x -> text(
                x,
                200,
                x.remote().getAddress().isLoopbackAddress() + " " + x.remote().getPort() + " "
                        + x.local().getPort()));
        String[] parts = get(server, "/").body().split(" ");
        assertThat(parts[0]).isEqualTo("true");
        assertThat(Integer.parseInt(parts[1])).isPositive();
        assertThat(parts[2]).isEqualTo("" + server.address().getPort());
    }

    @Test
    void takesAbsoluteTargetsAndHttp10() throws Exception {
        Server server = serve(x -> text(x, 200, x.rawTarget() + " " + x.protocol()));
        assertThat(raw(server, "GET http://h/x?y HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                .endsWith("/x?y HTTP/1.1");
        assertThat(raw(server, "GET /old HTTP/1.0\r\n\r\n")).endsWith("/old HTTP/1.0");
    }

    @Test
    void readsChunkedBodies() throws Exception {
        Server server = serve(x -> {
            assertThat(x.contentLength()).isEqualTo(-1);
            text(x, 200, new String(x.body().readAllBytes(), StandardCharsets.UTF_8));
        });
        byte[] data = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response =
                post(server, BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(data)));
        assertThat(response.body()).hasSize(100_000);
    }

    @Test
    void aRequestWithoutBodyHasAnEmptyOne() throws Exception {
        Server server =
                serve(x -> text(x, 200, x.contentLength() + " " + x.body().read()));
        assertThat(get(server, "/").body()).isEqualTo("0 -1");
    }

    @Test
    void sends100ContinueOnlyWhenTheBodyIsRead() throws Exception {
        Server server = serve(x -> {
            if (x.rawTarget().equals("/read")) x.body().readAllBytes();
            text(x, 200, "done");
        });
        String head = " HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
        try (RawClient client = new RawClient(server.address())) {
            client.send("POST /read" + head);
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 Continue");
            client.send("ok");
            assertThat(client.readAll()).startsWith("HTTP/1.1 200").endsWith("done");
        }
        assertThat(raw(server, "POST /ignore" + head)).startsWith("HTTP/1.1 200");
    }

    @Test
    void handlersRunOnVirtualThreads() throws Exception {
        Server server = serve(x -> text(x, 200, "" + Thread.currentThread().isVirtual()));
        assertThat(get(server, "/").body()).isEqualTo("true");
    }

    // --- connections

    @Test
    void keepsConnectionsAliveAndAnswersPipelinedRequestsInOrder() throws Exception {
        Server server = serve(x -> text(x, 200, "<" + x.rawTarget() + ">"));
        String answer = raw(
                server,
                "GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n"
                        + "GET /3 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsSubsequence("HTTP/1.1 200", "</1>", "HTTP/1.1 200", "</2>", "HTTP/1.1 200", "</3>");
    }

    @Test
    void anUnreadSmallBodyDoesNotSpoilTheNextRequest() throws Exception {
        Server server = serve(x -> text(x, 200, "<" + x.method() + ">"));
        String answer = raw(
                server,
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nDELET"
                        + "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        assertThat(answer).contains("<POST>", "<GET>");
    }

    @Test
    void http2WorksWithPriorKnowledge() throws Exception {
        Server server = serve(x -> text(
                x,
                200,
                x.protocol() + " " + x.headers().get("host") + " "
                        + new String(x.body().readAllBytes(), StandardCharsets.UTF_8)));
        try (HttpClient h2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            URI address = server.address();
            // The first exchange of the JDK's client upgrades; those after it run on the HTTP/2 connection.
            h2.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            HttpResponse<String> response = h2.send(
                    HttpRequest.newBuilder(address)
                            .POST(BodyPublishers.ofString("hello"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.body()).isEqualTo("HTTP/2.0 127.0.0.1:" + address.getPort() + " hello");
        }
    }

    // --- answers

    @Test
    void sendsStatusHeadersDateAndLengthButNoServerName() throws Exception {
        Server server = serve(x -> x.respond(
                201,
                Headers.of("Content-Type", "text/html", "Set-Cookie", "a=1", "Set-Cookie", "b=2", "X-Any", "caf\u00e9"),
                body("hi")));
        HttpResponse<String> response = get(server, "/");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.headers().firstValue("content-length")).contains("2");
        assertThat(response.headers().firstValue("date")).isPresent();
        assertThat(response.headers().firstValue("x-any")).contains("caf\u00e9");
        assertThat(response.headers().firstValue("server")).isEmpty();
        assertThat(response.body()).isEqualTo("hi");
    }

    @Test
    void headGetsTheHeadOfGet() throws Exception {
        Server server = serve(x -> {
            switch (x.rawTarget()) {
                case "/bytes" -> text(x, 200, "12345");
                case "/left-out" -> x.respond(200, Headers.of("Content-Length", "77"), ResponseBody.EMPTY);
                default ->
                    x.respond(200, Headers.of("Content-Length", "9"), new ResponseBody.Stream(_ -> {
                        throw new IllegalStateException("the body of HEAD is not asked for");
                    }));
            }
        });
        for (var expected : java.util.Map.of("/bytes", "5", "/left-out", "77", "/stream", "9")
                .entrySet()) {
            String answer =
                    raw(server, "HEAD " + expected.getKey() + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .contains("Content-Length: " + expected.getValue() + "\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void answersWithoutBodySendNone(int status) throws Exception {
        Server server = serve(x -> x.respond(status, Headers.of("ETag", "\"x\""), body("ignored")));
        String answer = raw(server, "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .doesNotContain("ignored")
                .endsWith("\r\n\r\n");
    }

    @Test
    void streamsArriveAsTheyAreFlushed() throws Exception {
        BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
        Server server = serve(x ->
                x.respond(200, Headers.of("Content-Type", "text/event-stream"), new ResponseBody.Stream(out -> {
                    for (String piece = take(pieces); !piece.equals("end"); piece = take(pieces)) {
                        out.write(piece.getBytes(StandardCharsets.UTF_8));
                        out.flush();
                    }
                })));
        try (RawClient client = new RawClient(server.address())) {
            client.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            pieces.add("first");
            assertThat(client.readUntil("first")).contains("Transfer-Encoding: chunked");
            pieces.add("second");
            client.readUntil("second");
            pieces.add("end");
            assertThat(client.readAll()).endsWith("0\r\n\r\n");
        }
    }

    private static String take(BlockingQueue<String> queue) throws IOException {
        try {
            return java.util.Objects.requireNonNull(queue.poll(10, TimeUnit.SECONDS));
        } catch (InterruptedException x) {
            throw new IOException(x);
        }
    }

    @Test
    void largeBodiesAndFilesArriveWhole(@TempDir Path dir) throws Exception {
        byte[] data = new byte[3_000_000];
        new java.util.Random(7).nextBytes(data);
        Path file = Files.write(dir.resolve("data"), data);
        Server server = serve(x -> {
            switch (x.rawTarget()) {
                case "/bytes" -> x.respond(200, Headers.empty(), ResponseBody.of(data));
                case "/file" -> x.respond(200, Headers.empty(), new ResponseBody.File(file, 0, data.length));
                case "/part" -> x.respond(206, Headers.empty(), new ResponseBody.File(file, 1_000, 2_000_000));
                default ->
                    x.respond(200, Headers.empty(), new ResponseBody.Stream(out -> {
                        out.write(data, 0, 10);
                        out.write(data[10]);
                        out.write(data, 11, 1_000_000);
                        for (int i = 1_000_011; i < data.length; i += 1_000)
                            out.write(data, i, Math.min(1_000, data.length - i));
                    }));
            }
        });
        for (String path : List.of("/bytes", "/file", "/stream")) {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofByteArray());
            assertThat(Arrays.equals(response.body(), data)).as(path).isTrue();
        }
        HttpResponse<byte[]> part = http.send(
                HttpRequest.newBuilder(server.address().resolve("/part")).build(), BodyHandlers.ofByteArray());
        assertThat(Arrays.equals(part.body(), Arrays.copyOfRange(data, 1_000, 2_001_000)))
                .isTrue();
    }

    @Test
    void aSecondAnswerIsAnError() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        Server server = serve(x -> {
            text(x, 200, "one");
            try {
                text(x, 200, "two");
            } catch (IllegalStateException e) {
                seen.complete(e);
            }
        });
        assertThat(get(server, "/").body()).isEqualTo("one");
        assertThat(seen.get(5, TimeUnit.SECONDS)).hasMessageContaining("answered with 200 before");
    }

    @Test
    void aFailedStreamCutsTheConnectionSoThatNobodyTakesItForWhole() throws Exception {
        Server server = serve(x -> x.respond(200, Headers.empty(), new ResponseBody.Stream(out -> {
            out.write("partial".getBytes(StandardCharsets.UTF_8));
            out.flush();
            throw new IOException("the source failed");
        })));
        String answer = raw(server, "GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(answer).contains("partial").doesNotContain("0\r\n\r\n").doesNotContain("source failed");
    }

    // --- failures of the handler

    @Test
    void aFailingHandlerGives500WithoutDetails() throws Exception {
        Server server = serve(x -> {
            if (x.rawTarget().equals("/silent")) return;
            throw new IllegalStateException("secret detail");
        });
        try (LogCapture log = new LogCapture()) {
            HttpResponse<String> response = get(server, "/fail");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).startsWith("500 ").hasLineCount(1);
            assertThat(response.body()).doesNotContain("secret").doesNotContain("\tat ");
            assertThat(get(server, "/silent").statusCode()).isEqualTo(500);
            assertThat(log.messages()).anyMatch(m -> m.contains("The handler of GET /fail failed"));
        }
    }

    @Test
    void aRejectionOfTheHandlerBecomesItsStatus() throws Exception {
        Server server = serve(x -> {
            throw new RequestRejected(413, "the form is too large");
        });
        assertThat(get(server, "/").statusCode()).isEqualTo(413);
    }

    // --- malformed input

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: h\r\n\r\n",
                "G\u0001T / HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /?q=%4 HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /?q=% HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /a\u00e9 HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /a#fragment HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: \r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\nNo Colon Here\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\nBad Name: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\nName : x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\nA: b\r\n folded\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\nA: b\u0000c\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n",
            })
    void malformedInputGets400OneLogLineAndNoDetails(String request) throws Exception {
        Server server = serve(x -> {
            x.body().readAllBytes();
            text(x, 200, "reached");
        });
        try (LogCapture log = new LogCapture()) {
            String answer = raw(server, request);
            assertThat(answer).matches("(?s)HTTP/1\\.[01] (400|505|501) .*");
            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("jetty")
                    .doesNotContain("exception")
                    .doesNotContain("\tat ")
                    .doesNotContain("server:");
            Eventually.assertThat(log::messages, m -> m.stream().anyMatch(l -> l.startsWith("Rejected with")));
            assertThat(log.events().stream()
                            .filter(e -> e.getLevel().isGreaterOrEqual(ch.qos.logback.classic.Level.WARN)
                                    && e.getLoggerName().startsWith("quintet"))
                            .map(e -> e.getFormattedMessage()))
                    .hasSize(1);
            assertThat(log.events()).allMatch(e -> e.getThrowableProxy() == null);
        }
        assertThat(server.stats().rejected()).isEqualTo(1);
    }

    @Test
    void tooLongTargetsGet414() throws Exception {
        Server server = serve(settings().maxTargetLength(100), x -> text(x, 200, "ok"));
        assertThat(get(server, "/" + "a".repeat(50)).statusCode()).isEqualTo(200);
        assertThat(get(server, "/" + "a".repeat(101)).statusCode()).isEqualTo(414);
        assertThat(raw(server, "GET /" + "a".repeat(200_000) + " HTTP/1.1\r\nHost: h\r\n\r\n"))
                .contains(" 414 ");
    }

    @Test
    void tooLargeHeadsGet431() throws Exception {
        Server server = serve(settings().maxHeaderSize(4096), x -> text(x, 200, "ok"));
        assertThat(raw(server, "GET / HTTP/1.1\r\nHost: h\r\nX: " + "a".repeat(5000) + "\r\n\r\n"))
                .contains(" 431 ");
        assertThat(raw(server, "GET / HTTP/1.1\r\nHost: h\r\n" + "A: b\r\n".repeat(1000) + "\r\n"))
                .contains(" 431 ");
    }

    @Test
    void tooLargeBodiesGet413WhetherAnnouncedOrNot() throws Exception {
        Server server = serve(settings().maxBodySize(1000), x -> {
            x.body().readAllBytes();
            text(x, 200, "ok");
        });
        assertThat(raw(server, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\n\r\n"))
                .contains(" 413 ");
        assertThat(raw(
                        server,
                        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" + "a".repeat(1001)
                                + "\r\n0\r\n\r\n"))
                .contains(" 413 ");
        assertThat(post(server, BodyPublishers.ofString("a".repeat(1000))).statusCode())
                .isEqualTo(200);
    }

    // --- slow and vanishing clients

    @Test
    void cutsAHeadThatComesByteByByte() throws Exception {
        Server server = serve(settings().headerTimeout(Duration.ofMillis(300)), x -> text(x, 200, "ok"));
        try (RawClient client = new RawClient(server.address());
                LogCapture log = new LogCapture()) {
            Thread dribble = Thread.startVirtualThread(() -> {
                try {
                    for (char c : ("GET / HTTP/1.1\r\nHost: h\r\nX: " + "a".repeat(5000)).toCharArray()) {
                        client.send("" + c);
                        Thread.sleep(20);
                    }
                } catch (Exception cut) {
                    // expected: the server hangs up
                }
            });
            assertThat(client.readAll()).startsWith("HTTP/1.1 408 ");
            dribble.interrupt();
            assertThat(log.messages()).anyMatch(m -> m.contains("Rejected with 408"));
        }
    }

    @Test
    void cutsAConnectionThatSaysNothing() throws Exception {
        Server server = serve(settings().headerTimeout(Duration.ofMillis(100)), x -> text(x, 200, "ok"));
        try (RawClient client = new RawClient(server.address())) {
            assertThat(client.readAll()).isEmpty();
        }
    }

    @Test
    void aKeptConnectionMayRestLongerThanTheHeadDeadline() throws Exception {
        Server server = serve(settings().headerTimeout(Duration.ofMillis(100)), x -> text(x, 200, "<ok>"));
        try (RawClient client = new RawClient(server.address())) {
            client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").readUntil("<ok>");
            Thread.sleep(400);
            client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").readUntil("<ok>");
        }
    }

    @Test
    void cutsABodyThatComesByteByByte() throws Exception {
        Server server = serve(settings().bodyGrace(Duration.ofMillis(300)).bodyMinRate(1000), x -> {
            x.body().readAllBytes();
            text(x, 200, "ok");
        });
        try (RawClient client = new RawClient(server.address())) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n");
            Thread dribble = Thread.startVirtualThread(() -> {
                try {
                    for (int i = 0; i < 1000; i++) {
                        client.send("a");
                        Thread.sleep(20);
                    }
                } catch (Exception cut) {
                    // expected: the server hangs up
                }
            });
            assertThat(client.readAll()).startsWith("HTTP/1.1 408 ");
            dribble.interrupt();
        }
    }

    @Test
    void cutsABodyThatStops() throws Exception {
        Server server = serve(settings().bodyGrace(Duration.ofMillis(100)), x -> {
            x.body().readAllBytes();
            text(x, 200, "ok");
        });
        assertThat(raw(server, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\nabc"))
                .startsWith("HTTP/1.1 408 ");
    }

    @Test
    void cutsAClientThatDoesNotTakeItsAnswer() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        Server server = serve(settings().bodyGrace(Duration.ofMillis(200)).bodyMinRate(1_000_000_000), x -> {
            try {
                x.respond(200, Headers.empty(), new ResponseBody.Stream(out -> {
                    byte[] piece = new byte[1 << 20];
                    for (int i = 0; i < 1000; i++) out.write(piece);
                }));
            } catch (IOException e) {
                seen.complete(e);
            }
        });
        try (RawClient client = new RawClient(server.address())) {
            client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(seen.get(20, TimeUnit.SECONDS)).isInstanceOf(RequestRejected.class);
            Eventually.assertThat(() -> server.stats().inFlight(), n -> n == 0);
        }
    }

    @Test
    void aLongComputationIsNotAnIdleConnection() throws Exception {
        Server server = serve(settings().idleTimeout(Duration.ofMillis(100)), x -> {
            sleep(400);
            text(x, 200, "slow");
        });
        assertThat(get(server, "/").body()).isEqualTo("slow");
    }

    @Test
    void aHandlerSeesThatTheClientHasGone() throws Exception {
        CompletableFuture<Throwable> reading = new CompletableFuture<>();
        CompletableFuture<Throwable> writing = new CompletableFuture<>();
        Server server = serve(x -> {
            try {
                if (x.method().equals("POST")) {
                    x.body().readAllBytes();
                } else {
                    x.respond(200, Headers.empty(), new ResponseBody.Stream(out -> {
                        for (int i = 0; i < 100_000; i++) out.write(new byte[20_000]);
                    }));
                }
            } catch (IOException e) {
                (x.method().equals("POST") ? reading : writing).complete(e);
                throw e;
            }
        });
        try (LogCapture log = new LogCapture()) {
            try (RawClient client = new RawClient(server.address())) {
                client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\nabc");
            }
            assertThat(reading.get(10, TimeUnit.SECONDS)).isInstanceOf(ClientDisconnected.class);
            try (RawClient client = new RawClient(server.address())) {
                client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").readUntil("\r\n\r\n");
                client.socket().setSoLinger(true, 0);
            }
            assertThat(writing.get(10, TimeUnit.SECONDS)).isInstanceOf(ClientDisconnected.class);
            Eventually.assertThat(() -> server.stats().inFlight(), n -> n == 0);
            assertThat(log.events()).allMatch(e -> e.getThrowableProxy() == null);
        }
    }

    // --- admission and stopping

    @Test
    void refusesMoreThanItMayRunAtOnceWith503() throws Exception {
        CountDownLatch running = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        Server server = serve(settings().maxConcurrentRequests(2), x -> {
            running.countDown();
            await(release);
            text(x, 200, "ok");
        });
        List<CompletableFuture<HttpResponse<String>>> first = new ArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(server.address()).build();
        for (int i = 0; i < 2; i++) first.add(http.sendAsync(request, BodyHandlers.ofString()));
        await(running);
        HttpResponse<String> refused = http.send(request, BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).contains("1");
        release.countDown();
        for (var future : first)
            assertThat(future.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        Eventually.assertThat(() -> server.stats().inFlight(), n -> n == 0);
        assertThat(get(server, "/").statusCode()).isEqualTo(200);
        assertThat(server.stats().refused()).isEqualTo(1);
        assertThat(server.stats().served()).isEqualTo(3);
    }

    @Test
    void aGracefulStopFinishesWhatRunsAndRefusesNew() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Server server = serve(x -> {
            if (x.rawTarget().equals("/slow")) {
                running.countDown();
                await(release);
            }
            text(x, 200, "<finished>");
        });
        URI address = server.address();
        try (RawClient kept = new RawClient(address)) {
            kept.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").readUntil("<finished>");
            var slow = http.sendAsync(
                    HttpRequest.newBuilder(address.resolve("/slow")).build(), BodyHandlers.ofString());
            await(running);
            Thread stopping = Thread.startVirtualThread(() -> server.stop(Duration.ofSeconds(20)));
            Eventually.assertThat(() -> refusesConnections(address), refuses -> refuses);
            String late = kept.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").readAll();
            assertThat(late)
                    .satisfiesAnyOf(
                            a -> assertThat(a).isEmpty(), a -> assertThat(a).contains(" 503 "));
            release.countDown();
            assertThat(slow.get(10, TimeUnit.SECONDS).body()).isEqualTo("<finished>");
            stopping.join(Duration.ofSeconds(20));
            assertThat(stopping.isAlive()).isFalse();
        }
    }

    @Test
    void aStopCutsWhatOutlastsItsGrace() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<String> ended = new CompletableFuture<>();
        Server server = serve(x -> {
            running.countDown();
            try {
                Thread.sleep(60_000);
                ended.complete("slept");
            } catch (InterruptedException e) {
                ended.complete("interrupted");
            }
        });
        var never = http.sendAsync(HttpRequest.newBuilder(server.address()).build(), BodyHandlers.ofString());
        await(running);
        server.stop(Duration.ofMillis(50));
        assertThatThrownBy(() -> never.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("interrupted");
    }

    @Test
    void stoppingTwiceIsHarmlessAndAStoppedServerStartsAgain() throws Exception {
        Server server = serve(x -> text(x, 200, "ok"));
        server.close();
        server.close();
        server.start();
        assertThat(get(server, "/").body()).isEqualTo("ok");
    }

    @Test
    void aPortInUseIsSaidInOneSentenceWithTheRemedy() {
        Server first = serve(x -> text(x, 200, "ok"));
        int port = first.address().getPort();
        assertThatThrownBy(() ->
                        create(settings().port(port), x -> text(x, 200, "ok")).start())
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith("Port " + port + " on 127.0.0.1 is in use by another program")
                .hasMessageContaining("choose another port");
    }

    @Test
    void anAddressOfAnotherMachineIsSaidInOneSentence() {
        assertThatThrownBy(() -> create(settings().host("192.0.2.1"), x -> text(x, 200, "ok"))
                        .start())
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("no address 192.0.2.1");
    }

    static boolean refusesConnections(URI address) {
        try {
            new RawClient(address).close();
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) throw new IOException("nothing happened for 10 s");
        } catch (InterruptedException x) {
            throw new IOException(x);
        }
    }

    private static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException x) {
            throw new IOException(x);
        }
    }
}
