package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.orm.Transactions.atomic;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import library.Book;
import library.Book_;
import library.LibrarySite;
import library.Tag;
import library.Tag_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quintet.core.ConnectionUrl;
import quintet.core.Deadline;
import quintet.core.Site;

/** Connections, transactions and what may go wrong with them, on SQLite; subclasses take other databases. */
class ConnectionTest {
    private Site site;

    /** The kind of database. */
    String vendor() {
        return "sqlite";
    }

    private void open(java.util.function.UnaryOperator<Database> change) {
        site = LibrarySite.on(vendor(), change);
        LibrarySite.seed();
    }

    @AfterEach
    void close() {
        if (site != null) {
            assertThat(db().pool().active()).isZero();
            site.close();
        }
    }

    private static Db db() {
        return Databases.current().main();
    }

    /** A condition that takes very long: counts up, or sleeps. */
    private String slow() {
        return switch (vendor()) {
            case "sqlite" ->
                "SELECT count(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)"
                        + " SELECT i FROM n)";
            case "postgresql" -> "SELECT pg_sleep(60)";
            default -> "SELECT SLEEP(60), x.id FROM library_book x";
        };
    }

    private void runSlowly() {
        db().query(slow(), row -> row.getString(1));
    }

    @Test
    void aStatementThatTakesTooLongIsStopped() {
        open(database -> database.statementTimeout(Duration.ofMillis(200)));
        assertThatThrownBy(this::runSlowly)
                .isInstanceOf(QueryTimeout.class)
                .hasMessageContaining("took longer than it may")
                .hasMessageContaining("SELECT");
        assertThat(Book.objects.count()).isEqualTo(5);
        assertThat(db().status().timeouts()).isEqualTo(1);
    }

    @Test
    void aTransactionWhoseStatementWasStoppedIsUndone() {
        open(database -> database);
        assertThatThrownBy(() -> atomic(() -> {
                    Tag.objects.create(t -> t.name = "lost");
                    Deadline.within(Duration.ofMillis(200), () -> {
                        runSlowly();
                        return true;
                    });
                }))
                .isInstanceOf(QueryTimeout.class);
        assertThat(Tag.objects.filter(Tag_.name.eq("lost")).exists()).isFalse();
    }

    @Test
    void queriesAndRequestsHaveTimesOfTheirOwn() {
        open(database -> database);
        assertThat(Book.objects
                        .filter(Book_.stock.gt(0))
                        .timeout(Duration.ofSeconds(60))
                        .list())
                .hasSize(4);
        assertThatThrownBy(() -> Book.objects.timeout(Duration.ZERO).count()).isInstanceOf(QueryTimeout.class);
        assertThatThrownBy(() -> Deadline.within(Duration.ZERO, () -> Book.objects.count()))
                .isInstanceOf(QueryTimeout.class)
                .hasMessageContaining("no time left");
        assertThat(Deadline.<Long, RuntimeException>within(Duration.ofSeconds(60), () -> Book.objects.count()))
                .isEqualTo(5);
    }

    @Test
    void aPoolWithNothingLeftSaysWhoHasItsConnections() throws Exception {
        open(database -> database.poolSize(1).timeout(Duration.ofMillis(300)));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Future<?> holder = site.executor()
                .submit(() -> atomic(() -> {
                    held.countDown();
                    await(free);
                }));
        held.await();
        assertThatThrownBy(() -> Tag.objects.create(t -> t.name = "waits"))
                .isInstanceOf(OperationalError.class)
                .hasMessageMatching("(?s).*(All 1 connections of the database default are in use|writer's turn).*");
        free.countDown();
        holder.get();
        Tag.objects.create(t -> t.name = "waits");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aConnectionThatIsOutForLongIsReported() {
        open(database -> database.leakAfter(Duration.ofMillis(50)));
        long before = db().status().leaks();
        atomic(() -> {
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (db().status().leaks() == before && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        });
        assertThat(db().status().leaks()).isEqualTo(before + 1);
    }

    @Test
    void transactionsThatGetInEachOthersWayAreTriedAgain() {
        open(database -> database.isolation(Isolation.SERIALIZABLE));
        Book.objects.filter(Book_.title.eq("Emma")).update(Book_.stock.to(0));
        AtomicInteger runs = new AtomicInteger();
        List<? extends Future<?>> all = java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> site.executor().submit(() -> {
                    for (int n = 0; n < 5; n++) {
                        atomic(Atomic.outermost().retrying(50), () -> {
                            runs.incrementAndGet();
                            Book emma = Book.objects.get(Book_.title.eq("Emma"));
                            emma.stock = emma.stock + 1;
                            emma.save();
                        });
                    }
                }))
                .toList();
        all.forEach(ConnectionTest::get);
        assertThat(Book.objects.get(Book_.title.eq("Emma")).stock).isEqualTo(20);
        assertThat(runs.get()).isGreaterThanOrEqualTo(20);
    }

    private static void get(Future<?> future) {
        try {
            future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void onlyTheOutermostTransactionCanHaveAnIsolation() {
        open(database -> database);
        atomic(
                Atomic.DEFAULT.isolation(Isolation.REPEATABLE_READ),
                () -> assertThat(Book.objects.count()).isEqualTo(5));
        assertThatThrownBy(() -> atomic(() -> atomic(Atomic.DEFAULT.isolation(Isolation.SERIALIZABLE), () -> {})))
                .isInstanceOf(TransactionError.class)
                .hasMessageContaining("outermost");
    }

    @Test
    void connectionsStartWithStatementsOfTheSettings() {
        String sql = switch (vendor()) {
            case "sqlite" -> "PRAGMA cache_size = -1234";
            case "postgresql" -> "SET application_name = 'quintet test'";
            default -> "SET @greeting = 'hello'";
        };
        open(database -> database.initSql(sql));
        String read = switch (vendor()) {
            case "sqlite" -> "PRAGMA cache_size";
            case "postgresql" -> "SHOW application_name";
            default -> "SELECT @greeting";
        };
        assertThat(db().query(read, row -> row.getString(1)).getFirst()).isIn("-1234", "quintet test", "hello");
    }

    @Test
    void aLoopOfQueriesIsNamedByItsLine() {
        open(database -> database);
        CaptureQueries queries = CaptureQueries.of(() -> {
            for (Book book : Book.objects) {
                book.tags.count();
            }
        });
        assertThat(queries.repeated(5)).hasSize(1);
        assertThat(queries.repeated(5).getFirst().toString())
                .startsWith("5 times at quintet.orm.ConnectionTest.")
                .contains("ConnectionTest.java:", "library_book_tags");
    }

    @Test
    void anAddressThatLeadsNowhereSaysSo() {
        Database wrong = Database.of(ConnectionUrl.parse(
                        vendor().equals("sqlite")
                                ? "sqlite:/no/such/folder/db.sqlite3"
                                : (vendor().equals("mysql") ? "mariadb" : "postgres")
                                        + "://nobody:secret@127.0.0.1:1/x"))
                .timeout(Duration.ofMillis(300));
        try (Site lost = LibrarySite.withoutTables(wrong)) {
            lost.run(() -> assertThatThrownBy(() -> Book.objects.count())
                    .isInstanceOf(OperationalError.class)
                    .hasMessageNotContaining("secret")
                    .hasMessageMatching("(?s).*(no folder|No connection to the database default).*"));
        }
    }

    /** Ends all connections of a database from outside, as a restart would. */
    void endConnections() throws SQLException {
        if (vendor().equals("postgresql")) {
            try (var connection = DriverManager.getConnection(System.getenv("QUINTET_TEST_POSTGRES"));
                    var statement = connection.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                        + db().settings().url().path() + "'");
            }
        } else {
            try (var connection = DriverManager.getConnection(System.getenv("QUINTET_TEST_MARIADB"));
                    var statement = connection.createStatement()) {
                List<String> ids = new java.util.ArrayList<>();
                try (var rows = statement.executeQuery("SELECT id FROM information_schema.processlist WHERE db = '"
                        + db().settings().url().path() + "'")) {
                    while (rows.next()) {
                        ids.add(rows.getString(1));
                    }
                }
                for (String id : ids) {
                    statement.execute("KILL " + id);
                }
            }
        }
    }

    @Test
    void onlyWhatRanWhenTheServerWentAwayFails() throws Exception {
        if (vendor().equals("sqlite")) {
            return; // there is no server
        }
        open(database -> database);
        assertThatThrownBy(() -> atomic(() -> {
                    Tag.objects.create(t -> t.name = "lost");
                    endConnections();
                    Tag.objects.create(t -> t.name = "lost too");
                }))
                .isInstanceOf(DatabaseException.class);
        Tag.objects.create(t -> t.name = "after");
        assertThat(Tag.objects.filter(Tag_.name.in("lost", "lost too", "after")).count())
                .isEqualTo(1);
    }

    @Test
    void aDeadlockIsAnErrorOfItsOwn() throws Exception {
        if (vendor().equals("sqlite")) {
            return; // one writer at a time: there is none
        }
        open(database -> database);
        CountDownLatch both = new CountDownLatch(2);
        Future<?> a = site.executor().submit(() -> crossing("Emma", "Untitled", both));
        Future<?> b = site.executor().submit(() -> crossing("Untitled", "Emma", both));
        int failures = 0;
        for (Future<?> future : List.of(a, b)) {
            try {
                future.get();
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(TransientError.class);
                failures++;
            }
        }
        assertThat(failures).isEqualTo(1);
    }

    private static void crossing(String first, String second, CountDownLatch both) {
        atomic(() -> {
            Book.objects.filter(Book_.title.eq(first)).update(Book_.stock.to(1));
            both.countDown();
            await(both);
            Book.objects.filter(Book_.title.eq(second)).update(Book_.stock.to(1));
        });
    }

    @Test
    void aFullDiskSaysSoAndKeepsWhatWasThere() {
        if (!vendor().equals("sqlite")) {
            return; // the server's matter
        }
        open(database -> database);
        db().query("PRAGMA max_page_count = 60", row -> row.getString(1));
        db().withConnection(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("PRAGMA max_page_count = 60");
            }
        });
        long before = Tag.objects.count();
        assertThatThrownBy(() -> atomic(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        String name = "tag number " + i;
                        Tag.objects.create(t -> t.name = name);
                    }
                }))
                .isInstanceOf(OperationalError.class)
                .hasMessageContaining("full")
                .hasMessageContaining("Nothing of the transaction was kept");
        assertThat(Tag.objects.count()).isEqualTo(before);
        Tag.objects.create(t -> t.name = "fits");
    }
}
