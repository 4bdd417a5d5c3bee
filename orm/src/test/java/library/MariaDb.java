package library;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import quintet.core.ConnectionUrl;
import quintet.core.Site;
import quintet.orm.Databases;
import quintet.orm.internal.sql.Server;

/** Databases on the MariaDB server that {@code QUINTET_TEST_MARIADB} names by a JDBC address. */
public final class MariaDb {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Queue<String> MADE = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(MariaDb::dropAll));
    }

    /** What tests made goes with them; what is left over when time is up goes with the server. */
    private static void dropAll() {
        long end = System.nanoTime() + 20_000_000_000L;
        try (var connection = DriverManager.getConnection(System.getenv("QUINTET_TEST_MARIADB"));
                var statement = connection.createStatement()) {
            for (String name = MADE.poll(); name != null && System.nanoTime() < end; name = MADE.poll()) {
                statement.execute("DROP DATABASE IF EXISTS " + name);
            }
        } catch (SQLException e) {
            // The server is gone already, and the databases with it.
        }
    }

    private MariaDb() {}

    /**
     * Has a site take the server for MySQL, which writes INSERT without RETURNING and has the driver tell the keys. What only MySQL
     * has fails there.
     */
    public static Site asMySql(Site site) {
        site.run(() -> Databases.current().main().dialect().servedBy(() -> new Server("MySQL", 8, 4)));
        return site;
    }

    /**
     * A new, empty database. There are a few, used in turns, so that the server does not fill up. They compare texts exactly, so that rows
     * are the same as on the other databases.
     */
    public static ConnectionUrl newDatabase() {
        String jdbc = System.getenv("QUINTET_TEST_MARIADB");
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (var connection = DriverManager.getConnection(jdbc);
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        MADE.add(name);
        return ConnectionUrl.parse(jdbc.substring("jdbc:".length()).replaceFirst("(//[^/]*/)[^?]*", "$1" + name));
    }

    /** The JDBC address of such a database. */
    public static String jdbc(ConnectionUrl url) {
        return "jdbc:mariadb://" + url.host() + ":" + url.port() + "/" + url.path() + "?user="
                + url.options().get("user");
    }
}
