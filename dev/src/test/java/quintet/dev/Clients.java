package quintet.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many clients that use a site all the time: most wait for a slow page, the others read pages and send bodies. */
final class Clients implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean stopped;

    static Clients start(URI address, int count) {
        Clients clients = new Clients();
        Browser browser = new Browser(address);
        for (int i = 0; i < count; i++) {
            int number = i;
            clients.threads.submit(() -> clients.use(browser, number));
        }
        return clients;
    }

    private void use(Browser browser, int number) {
        while (!stopped) {
            try {
                once(browser, number);
                answers.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(30);
            } catch (IOException e) {
                failures.add(number + ": " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void once(Browser browser, int number) throws IOException, InterruptedException {
        switch (number % 5) {
            case 0 -> check(browser.get("page" + BigProject.number(number % BigProject.PAGES) + "/"), "");
            case 1 -> check(browser.post("echo/", "body of " + number), "body of " + number);
            default -> check(browser.get("slow/"), "slow");
        }
    }

    private void check(HttpResponse<String> response, String expected) {
        if (response.statusCode() != 200 || !response.body().contains(expected)) {
            failures.add(response.request().uri() + " " + response.statusCode() + ": " + response.body());
        }
    }

    /** Lets all finish what they do. */
    void stop() throws InterruptedException {
        stopped = true;
        threads.shutdown();
        if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
            failures.add("Requests were left without an answer.");
        }
    }

    List<String> failures() {
        return failures;
    }

    int answers() {
        return answers.get();
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }
}
