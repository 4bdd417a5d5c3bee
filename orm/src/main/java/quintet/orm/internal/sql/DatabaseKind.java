package quintet.orm.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.core.ConnectionUrl;
import quintet.orm.Cells;
import quintet.orm.DatabaseException;
import quintet.orm.Parameters;
import quintet.orm.QueryTimeout;
import quintet.orm.internal.db.Link;

/** One kind of database as a server and a driver: how it is connected to, what its errors mean, what it can do. */
public abstract class DatabaseKind {
    private Supplier<Server> asked = () -> new Server(vendor(), 0, 0);
    private volatile @Nullable Server server;
    private ZoneId zone = ZoneOffset.UTC;

    /** For the kinds. */
    DatabaseKind() {}

    /** Says how to find out what the database is; asked once, when it matters first. */
    public final void servedBy(Supplier<Server> question) {
        asked = question;
        server = null;
    }

    /** Says in which zone's local time columns hold moments, where they have no zone of their own. */
    public final void keepIn(ZoneId of) {
        zone = of.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : of;
    }

    /** The zone in whose local time columns hold moments. */
    final ZoneId zone() {
        return zone;
    }

    /** What the database is. */
    final Server server() {
        Server known = server;
        if (known == null) {
            known = asked.get();
            server = known;
        }
        return known;
    }

    /** Django's name of the kind. */
    public abstract String vendor();

    /** What it is called where MariaDB and MySQL differ: {@code mariadb} or {@code mysql}; else the {@link #vendor}. */
    public String product() {
        return vendor();
    }

    /** The JDBC address. */
    public abstract String jdbcUrl(ConnectionUrl url);

    /** Properties of the driver. */
    public Properties connectionOptions() {
        return new Properties();
    }

    /** Statements that each new connection starts with. */
    public List<String> connectionStart() {
        return List.of();
    }

    /** The isolation level of connections whose settings name none, by its JDBC name; empty: the server's default. */
    public String defaultIsolation() {
        return "";
    }

    /** The driver's Maven artifact, as {@code group:artifact}. */
    public abstract String driver();

    /** The driver's own class of connections. */
    public abstract Class<? extends Connection> connectionType();

    /** Reads rows of a result. */
    public abstract Cells cells(ResultSet rows);

    /** Sets parameters of a statement. */
    public abstract Parameters parameters(Link link, PreparedStatement statement);

    /** The driver's exception as one of ours, with the query. */
    public final DatabaseException translate(SQLException error, String sql) {
        String message = error.getMessage() + "\n  in: " + sql;
        return isTimeout(error)
                ? new QueryTimeout("The statement took longer than it may. " + message, error)
                : translated(error, message);
    }

    abstract DatabaseException translated(SQLException error, String message);

    /** Whether the connection cannot be used any more. */
    public boolean isBroken(SQLException error) {
        String state = error.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /** Whether a statement was stopped because it ran too long. */
    public boolean isTimeout(SQLException error) {
        return error instanceof java.sql.SQLTimeoutException;
    }

    /** Whether an error makes the rest of a transaction fail. */
    public boolean abortsTransactions() {
        return false;
    }

    /** The most characters of a name; 0: no limit. */
    public int maxNameLength() {
        return 0;
    }

    /** The most values one statement takes. */
    public int maxParameters() {
        return 32_000;
    }

    /** Whether UPDATE can give back columns of the rows it changed. */
    public boolean returnsUpdated() {
        return true;
    }

    /** Whether INSERT can give back columns of all rows. */
    public boolean returnsInserted() {
        return true;
    }

    /** Whether a result can be fetched in portions within a transaction only. */
    public boolean cursorsNeedTransaction() {
        return false;
    }
}
