package quintet.conform.ormsql;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.core.ConnectionUrl;

/**
 * A MariaDB database for one run: in the server that {@code QUINTET_TEST_MARIADB} names, else in a server of its own on a free
 * loopback port. Its texts compare exactly, as on the other databases.
 */
final class MariaServer implements AutoCloseable {
    private static final String NAME = "quintet_orm_sql";
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/mariadbd"), Path.of("/usr/bin/mariadbd"));
    private static final int TRIES = 60;

    private final String jdbc;
    private final @Nullable Path folder;
    private final @Nullable Process process;

    private MariaServer(String jdbc, @Nullable Path folder, @Nullable Process process) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.process = process;
    }

    /** A fresh database; an error if there is neither a server nor MariaDB's programs. */
    static MariaServer start() throws IOException, InterruptedException, SQLException {
        String given = System.getenv("QUINTET_TEST_MARIADB");
        MariaServer server = given != null && !given.isEmpty() ? new MariaServer(given, null, null) : own();
        server.create();
        return server;
    }

    private static MariaServer own() throws IOException, InterruptedException, SQLException {
        Path program = PROGRAMS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "There is no MariaDB server here. Install mariadb-server-core and"
                                        + " mariadb-client, or name a server with QUINTET_TEST_MARIADB=jdbc:mariadb://host:port/test?user=name."));
        Path folder = Files.createTempDirectory("quintet-mariadb");
        run(List.of("chmod", "0777", folder.toString()), folder);
        String data = "--datadir=" + folder.resolve("data");
        run(
                as(List.of(
                        "mariadb-install-db",
                        "--no-defaults",
                        data,
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db")),
                folder);
        int port = freePort();
        Process process = new ProcessBuilder(as(List.of(
                        program.toString(),
                        "--no-defaults",
                        data,
                        "--tmpdir=" + folder,
                        "--socket=" + folder.resolve("socket"),
                        "--pid-file=" + folder.resolve("pid"),
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--skip-name-resolve",
                        "--innodb-flush-log-at-trx-commit=0",
                        "--innodb-buffer-pool-size=64M",
                        "--character-set-server=utf8mb4")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        String jdbc = "jdbc:mariadb://127.0.0.1:" + port + "/mysql?user=root";
        await(jdbc);
        run(
                List.of(
                        "sh",
                        "-c",
                        "mariadb-tzinfo-to-sql /usr/share/zoneinfo | mariadb --no-defaults -u root -S "
                                + folder.resolve("socket") + " mysql"),
                folder);
        return new MariaServer(jdbc, folder, process);
    }

    private static void await(String jdbc) throws InterruptedException, SQLException {
        for (int i = 0; ; i++) {
            try {
                DriverManager.getConnection(jdbc).close();
                return;
            } catch (SQLException e) {
                if (i == TRIES) {
                    throw e;
                }
                Thread.sleep(500);
            }
        }
    }

    /** Root may not run the server. */
    private static List<String> as(List<String> command) {
        List<String> whole = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("runuser", "-u", "nobody", "--"));
        }
        whole.addAll(command);
        return whole;
    }

    private static void run(List<String> command, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("This failed: " + String.join(" ", command));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void create() throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + NAME);
            statement.execute("CREATE DATABASE " + NAME + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        }
    }

    /** The address of the database in the form settings take. */
    ConnectionUrl url() {
        return ConnectionUrl.parse(jdbc.substring("jdbc:".length()).replaceFirst("(//[^/]*/)[^?]*", "$1" + NAME));
    }

    @Override
    public void close() {
        if (process == null || folder == null) {
            return;
        }
        process.destroy();
        try (Stream<Path> files = Files.walk(folder)) {
            process.waitFor(20, TimeUnit.SECONDS);
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
