package quintet.benchmarks.orm;

import static quintet.orm.Transactions.atomic;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import quintet.benchmarks.shop.Book;
import quintet.benchmarks.shop.Book_;
import quintet.benchmarks.shop.ShopApp;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.orm.Database;

/**
 * Two processes with 16 writers and 32 readers each on one SQLite file, for a while: no error and no lost update. Writers read a row, add
 * one and save it, in a transaction; at the end the row must hold as much as all have counted.
 */
public final class Stress {
    private static final int WRITERS = 16;
    private static final int READERS = 32;

    private Stress() {}

    /** Runs it, or, with a file as second argument, the part of one of the two processes. */
    public static void main(String[] args) throws Exception {
        int seconds = args.length == 0 ? 60 : Integer.parseInt(args[0]);
        if (args.length > 1) {
            System.out.println("begins");
            System.out.println(work(args[1], seconds));
        } else {
            both(seconds);
        }
    }

    private static void both(int seconds) throws IOException, SQLException, InterruptedException, ExecutionException {
        String file;
        try (Stage stage = Stage.sqlite()) {
            stage.site.run(() -> Book.objects.filter(Book_.id.eq(1L)).update(Book_.stock.to(0)));
            file = stage.place;
        }
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stress.class.getName(),
                        String.valueOf(seconds),
                        file)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = other.inputReader(StandardCharsets.UTF_8);
        said.readLine(); // it has begun
        long here = work(file, seconds);
        String answer = String.valueOf(said.readLine());
        if (other.waitFor() != 0) {
            throw new IllegalStateException("The other process failed.");
        }
        long there = Long.parseLong(answer);
        try (Site site = site(file)) {
            long kept = site.call(() -> (long) Book.objects.get(1L).stock);
            System.out.println(here + " + " + there + " updates from two processes in " + seconds + " s, " + kept
                    + " kept, " + (here + there - kept) + " lost");
            if (kept != here + there) {
                System.exit(1);
            }
        }
        Files.deleteIfExists(Path.of(file));
    }

    private static Site site(String file) {
        return Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-benchmarks")
                        .with(Database.of(ConnectionUrl.parse("sqlite:" + file)).timeout(Duration.ofSeconds(60)))
                        .apps(ShopApp.class),
                Env.of(Map.of()));
    }

    private static long work(String file, int seconds) throws InterruptedException, ExecutionException {
        LongAdder updates = new LongAdder();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        // Threads of the operating system, which takes turns among them: virtual threads that never wait would hold the
        // carriers.
        try (Site site = site(file);
                ExecutorService threads =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(threads.submit(() -> site.run(() -> {
                    while (System.nanoTime() < end) {
                        atomic(() -> {
                            Book book = Book.objects.get(1L);
                            book.stock = book.stock + 1;
                            book.save();
                        });
                        updates.increment();
                    }
                })));
            }
            for (int i = 0; i < READERS; i++) {
                all.add(threads.submit(() -> site.run(() -> {
                    while (System.nanoTime() < end) {
                        if (Book.objects.filter(Book_.id.lte(20L)).list().size() != 20) {
                            throw new IllegalStateException("A reader did not see all rows.");
                        }
                    }
                })));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return updates.sum();
    }
}
