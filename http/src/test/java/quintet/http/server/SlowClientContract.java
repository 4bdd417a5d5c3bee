package quintet.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quintet.http.ClientDisconnected;
import quintet.http.Headers;
import quintet.http.RequestRejected;
import quintet.http.ResponseBody;
import quintet.http.Server;

/** Clients that are slow, or vanish. */
@Timeout(60)
abstract class SlowClientContract extends ServerContract {
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
    void aBusyConnectionIsNeverTakenForASlowHead() throws Exception {
        Server server = serve(settings().headerTimeout(Duration.ofMillis(50)), x -> text(x, 200, "<ok>"));
        try (RawClient client = new RawClient(server.address())) {
            long end = System.nanoTime() + 400_000_000L;
            while (System.nanoTime() < end)
                client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").readUntil("<ok>");
        }
        assertThat(server.stats().rejected()).isZero();
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
}
