package library;

import static quintet.orm.Transactions.atomic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import quintet.core.ConnectionUrl;
import quintet.core.Site;
import quintet.orm.Database;

/** Writers and readers of one SQLite file; run by a test in two processes at once. */
public final class Increments {
    private Increments() {}

    /** The arguments: file, writers, readers, increments of each writer. Ends with 0 if nothing failed. */
    public static void main(String[] args) throws Exception {
        run(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }

    /** Adds one to the stock of the book "Emma" again and again, while readers read. */
    public static void run(String file, int writers, int readers, int times) throws Exception {
        Database database = Database.of(ConnectionUrl.parse("sqlite:" + file)).timeout(Duration.ofSeconds(120));
        try (Site site = LibrarySite.withoutTables(database)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                all.add(site.executor().submit(() -> {
                    for (int n = 0; n < times; n++) {
                        atomic(() -> {
                            Book emma = Book.objects.get(Book_.title.eq("Emma"));
                            emma.stock = emma.stock + 1;
                            emma.save();
                        });
                    }
                }));
            }
            for (int i = 0; i < readers; i++) {
                all.add(site.executor().submit(() -> {
                    for (int n = 0; n < times; n++) {
                        if (Book.objects.selectRelated(Book_.author()).list().size() != 5) {
                            throw new IllegalStateException("a reader did not see all books");
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }
}
