package quintet.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.http.Server;

/** What is not HTTP, or too large, is refused. */
@Timeout(60)
abstract class MalformedContract extends ServerContract {
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
}
