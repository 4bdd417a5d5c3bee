package quintet.orm.internal.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.ConnectionUrl;
import quintet.orm.Database;
import quintet.orm.Db;

/** {@code dbshell}: starts the database's own client. */
@CommandLine.Command(
        description = "Starts the database's own client (sqlite3, psql, mariadb) with the credentials of the settings.")
public final class DbShellCommand extends Command {
    @Option(names = "--database", description = DatabaseChoice.DESCRIPTION)
    private String database = Database.DEFAULT;

    @Parameters(arity = "0..*", paramLabel = "-- ARGUMENTS", description = "further arguments of the client, behind --")
    private List<String> arguments = new ArrayList<>();

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() throws InterruptedException {
        Db db = DatabaseChoice.of(database);
        Map<String, String> environment = new TreeMap<>();
        ConnectionUrl url = db.settings().url();
        List<String> line = switch (db.vendor()) {
            case "postgresql" -> postgres(url, environment);
            case "mysql" -> mariadb(url, environment);
            default -> sqlite(url);
        };
        line.addAll(arguments);
        out().flush();
        int code = run(line, environment);
        if (code != 0) {
            throw new CommandError(line.getFirst() + " ended with exit code " + code + ".", code);
        }
    }

    private List<String> sqlite(ConnectionUrl url) {
        if (url.path().contains(":memory:") || url.path().isEmpty()) {
            throw new CommandError("The database '" + database + "' is in memory: no other program can open it.");
        }
        Path file = site().root().resolve(url.path());
        return new ArrayList<>(List.of("sqlite3", file.toString()));
    }

    private static List<String> postgres(ConnectionUrl url, Map<String, String> environment) {
        List<String> line = new ArrayList<>(List.of("psql"));
        add(line, "-U", url.user());
        add(line, "-h", url.host());
        add(line, "-p", url.port() < 0 ? null : Integer.toString(url.port()));
        line.add(url.path().isEmpty() ? "postgres" : url.path());
        // In the environment, since other users can read the arguments of a process.
        if (url.password() != null) {
            environment.put("PGPASSWORD", url.password());
        }
        url.options().forEach((name, value) -> {
            switch (name) {
                case "sslmode", "sslcert", "sslkey", "sslrootcert", "service" ->
                    environment.put("PG" + name.toUpperCase(java.util.Locale.ROOT), value);
                default -> {}
            }
        });
        return line;
    }

    private static List<String> mariadb(ConnectionUrl url, Map<String, String> environment) {
        List<String> line = new ArrayList<>(List.of("mariadb"));
        add(line, "-u", url.user());
        add(line, "-h", url.host());
        add(line, "-P", url.port() < 0 ? null : Integer.toString(url.port()));
        line.add(url.path());
        if (url.password() != null) {
            environment.put("MYSQL_PWD", url.password());
        }
        return line;
    }

    private static void add(List<String> line, String flag, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isEmpty()) {
            line.add(flag);
            line.add(value);
        }
    }

    private static int run(List<String> line, Map<String, String> environment) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            String name = line.getFirst();
            String remedy = switch (name) {
                case "sqlite3" -> "apt install sqlite3, brew install sqlite";
                case "psql" -> "apt install postgresql-client, brew install libpq";
                default -> "apt install mariadb-client, brew install mariadb";
            };
            throw new CommandError("You appear not to have the '" + name
                    + "' program installed or on your path. Get it (" + remedy + "), or use ./manage shell.");
        }
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
