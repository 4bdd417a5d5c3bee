package library;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import quintet.core.ConnectionUrl;

/** Databases on the PostgreSQL server that {@code QUINTET_TEST_POSTGRES} names by a JDBC address. */
public final class Postgres {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Queue<String> MADE = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Postgres::dropAll));
    }

    /** What tests made goes with them. */
    private static void dropAll() {
        try (var connection = DriverManager.getConnection(System.getenv("QUINTET_TEST_POSTGRES"));
                var statement = connection.createStatement()) {
            for (String name : MADE) {
                statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            }
        } catch (SQLException e) {
            // The server is gone already, and the databases with it.
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
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        MADE.add(name);
        return ConnectionUrl.parse(jdbc.substring("jdbc:".length()).replaceFirst("(//[^/]*/)[^?]*", "$1" + name));
    }

    /** The JDBC address of such a database. */
    public static String jdbc(ConnectionUrl url) {
        return "jdbc:postgresql://" + url.host() + ":" + url.port() + "/" + url.path() + "?user="
                + url.options().get("user");
    }
}
