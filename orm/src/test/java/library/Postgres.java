package library;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import quintet.core.ConnectionUrl;

/** Databases on the PostgreSQL server that {@code QUINTET_TEST_POSTGRES} names by a JDBC address. */
public final class Postgres {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Queue<Made> MADE = new ConcurrentLinkedQueue<>();

    /** A database, and when it was made. */
    private record Made(String name, long at) {}

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Postgres::dropAll));
    }

    /** What tests made goes with them; what is left over when time is up goes with the server. */
    private static void dropAll() {
        long end = System.nanoTime() + 20_000_000_000L;
        try (var connection = DriverManager.getConnection(System.getenv("QUINTET_TEST_POSTGRES"));
                var statement = connection.createStatement()) {
            for (Made made = MADE.poll(); made != null && System.nanoTime() < end; made = MADE.poll()) {
                statement.execute("DROP DATABASE IF EXISTS " + made.name() + " WITH (FORCE)");
            }
        } catch (SQLException e) {
            // The server is gone already, and the databases with it.
        }
    }

    /** Drops the oldest databases once their tests must be over, so that there is not much to do at the end. */
    private static void dropOld(Statement statement) {
        for (int i = 0; i < 3; i++) {
            Made oldest = MADE.peek();
            if (oldest == null || System.nanoTime() - oldest.at() < 30_000_000_000L || !MADE.remove(oldest)) {
                return;
            }
            try {
                statement.execute("DROP DATABASE IF EXISTS " + oldest.name());
            } catch (SQLException e) {
                MADE.add(oldest); // still in use
            }
        }
    }

    private Postgres() {}

    /** A new, empty database. */
    public static ConnectionUrl newDatabase() {
        String jdbc = System.getenv("QUINTET_TEST_POSTGRES");
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (var connection = DriverManager.getConnection(jdbc);
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
            dropOld(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        MADE.add(new Made(name, System.nanoTime()));
        return ConnectionUrl.parse(jdbc.substring("jdbc:".length()).replaceFirst("(//[^/]*/)[^?]*", "$1" + name));
    }

    /** The JDBC address of such a database. */
    public static String jdbc(ConnectionUrl url) {
        return "jdbc:postgresql://" + url.host() + ":" + url.port() + "/" + url.path() + "?user="
                + url.options().get("user");
    }
}
