package quintet.orm.internal.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import quintet.orm.Database;
import quintet.orm.OperationalError;
import quintet.orm.Signals;
import quintet.orm.internal.sql.Server;
import quintet.orm.internal.sql.SqliteFunctions;

/** Opens connections to an SQLite file, or to a database in memory. */
final class SqliteConnector {
    /** How long opening waits for other processes, which may be changing the file's mode. */
    private static final int OPENING_MILLIS = 5000;

    /** How long SQLite itself waits for other processes; we wait longer, but without holding the thread's carrier. */
    private static final int BUSY_MILLIS = 2;

    private final SQLiteDataSource source;
    private final Database settings;
    private final String file;
    private final Timeouts timeouts = new Timeouts();

    SqliteConnector(Database settings, String file) {
        this.settings = settings;
        this.file = file;
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(OPENING_MILLIS);
        // INSERT ... RETURNING gives them; the driver would look at the text of every statement.
        config.setGetGeneratedKeys(false);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        if (!file.isEmpty()) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        }
        this.source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + (file.isEmpty() ? ":memory:" : file));
    }

    long timeouts() {
        return timeouts.count();
    }

    Link connect() {
        checkFolder();
        try {
            Connection connection = source.getConnection();
            Server.of(connection.getMetaData()).requireSupported(settings.alias());
            SqliteFunctions.register(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA legacy_alter_table = OFF");
                statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
                for (String sql : settings.options().initSql()) {
                    statement.execute(sql);
                }
            }
            Signals.CONNECTION_CREATED.send(new Signals.ConnectionEvent(settings.alias(), connection));
            return new Link(connection, settings.statementTimeout(), timeouts);
        } catch (SQLException e) {
            throw new OperationalError(
                    "The database " + settings.alias() + " (" + settings.url() + ") cannot be opened: " + e.getMessage()
                            + remedy(e),
                    e);
        }
    }

    private String remedy(SQLException e) {
        if (file.isEmpty()) {
            return ". Is there memory?";
        }
        return e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code
                        || e.getErrorCode() == SQLiteErrorCode.SQLITE_CORRUPT.code
                ? ". Move " + file + " away to start with an empty one, or put a backup in its place."
                : ". Is " + file + " readable and writable?";
    }

    private void checkFolder() {
        Path folder = file.isEmpty() ? null : Path.of(file).toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new OperationalError("The database file " + file + " cannot be made: there is no folder " + folder
                    + ". Make it, or set DATABASE_URL to another place.");
        }
    }
}
