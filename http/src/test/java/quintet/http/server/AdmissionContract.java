package quintet.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quintet.http.Server;
import quintet.http.ServerStartException;

/** Too many requests at once, starting and stopping. */
@Timeout(60)
abstract class AdmissionContract extends ServerContract {
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
}
