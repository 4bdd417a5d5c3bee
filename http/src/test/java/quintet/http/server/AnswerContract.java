package quintet.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.http.Headers;
import quintet.http.RequestRejected;
import quintet.http.ResponseBody;
import quintet.http.Server;

/** What becomes of an answer, and of a handler that fails. */
@Timeout(60)
abstract class AnswerContract extends ServerContract {
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
}
