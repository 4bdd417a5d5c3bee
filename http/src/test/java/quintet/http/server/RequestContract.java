package quintet.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quintet.http.Server;

/** What a handler gets to see of a request, and what connections carry. */
@Timeout(60)
abstract class RequestContract extends ServerContract {
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
}
