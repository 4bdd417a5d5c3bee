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
 * A PostgreSQL database for one run: in the server that {@code QUINTET_TEST_POSTGRES} names, else in a server of its own
 * on a free loopback port, started for the run and stopped after it.
 */
final class Server implements AutoCloseable {
    private static final String NAME = "quintet_orm_sql";

    private final @Nullable Path folder;
    private final @Nullable Path programs;
    private final String jdbc;

    private Server(@Nullable Path folder, @Nullable Path programs, String jdbc) {
        this.folder = folder;
        this.programs = programs;
        this.jdbc = jdbc;
    }

    /** A fresh database; null if there is neither a server nor PostgreSQL's programs. */
    static @Nullable Server start() throws IOException, InterruptedException, SQLException {
        String given = System.getenv("QUINTET_TEST_POSTGRES");
        Server server = given != null && !given.isEmpty() ? new Server(null, null, given) : own();
        if (server != null) {
            server.create();
        }
        return server;
    }

    private static @Nullable Server own() throws IOException, InterruptedException {
        Path programs = programs();
        if (programs == null) {
            return null;
        }
        Path folder = Files.createTempDirectory("quintet-postgres");
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root) {
            run(folder, "chown", "postgres", folder.toString());
        }
        int port = freePort();
        Path data = folder.resolve("data");
        as(
                root,
                folder,
                programs.resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "quintet",
                "--auth=trust",
                "--no-sync",
                "-E",
                "UTF8",
                "--locale=C.UTF-8");
        as(
                root,
                folder,
                programs.resolve("pg_ctl").toString(),
                "-D",
                data.toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off",
                "start");
        return new Server(folder, programs, "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=quintet");
    }

    private static @Nullable Path programs() throws IOException {
        Path base = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(base)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(base)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void as(boolean root, Path folder, String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>();
        if (root) {
            whole.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        whole.addAll(List.of(command));
        run(folder, whole.toArray(String[]::new));
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling(folder.getFileName() + ".out").toFile()))
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("This failed: " + String.join(" ", command));
        }
    }

    private void create() throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + NAME);
        }
        try (Connection connection = DriverManager.getConnection(address());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pgcrypto");
        }
    }

    private String address() {
        return jdbc.replaceFirst("(jdbc:postgresql://[^/]*/)[^?]*", "$1" + NAME);
    }

    /** The address of the database in the form settings take. */
    ConnectionUrl url() {
        String address = address().substring("jdbc:".length());
        int user = address.indexOf("user=");
        if (user >= 0 && address.indexOf('@') < 0) {
            String name = address.substring(user + 5).split("&", 2)[0];
            String plain = address.substring(0, address.indexOf('?'));
            return ConnectionUrl.parse(plain.replace("://", "://" + name + "@"));
        }
        return ConnectionUrl.parse(address);
    }

    @Override
    public void close() {
        if (folder == null || programs == null) {
            return;
        }
        try {
            boolean root = "root".equals(System.getProperty("user.name"));
            as(
                    root,
                    folder,
                    programs.resolve("pg_ctl").toString(),
                    "-D",
                    folder.resolve("data").toString(),
                    "-m",
                    "immediate",
                    "-w",
                    "stop");
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
            Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".out"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
