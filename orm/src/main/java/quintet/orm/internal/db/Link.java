package quintet.orm.internal.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A connection with the statements prepared on it. A statement is taken out while it is in use, so that the same text
 * can be run again within its own result.
 */
public final class Link {
    private static final int KEPT = 200;

    private final Connection raw;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    private final int timeoutSeconds;

    /** Wraps a connection. */
    public Link(Connection raw, int timeoutSeconds) {
        this.raw = raw;
        this.timeoutSeconds = timeoutSeconds;
    }

    /** The JDBC connection. */
    public Connection raw() {
        return raw;
    }

    /** A statement with this text, kept or new. */
    public PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement kept = statements.remove(sql);
        return kept != null ? kept : make(sql);
    }

    private PreparedStatement make(String sql) throws SQLException {
        PreparedStatement made = raw.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        if (timeoutSeconds > 0) {
            made.setQueryTimeout(timeoutSeconds);
        }
        return made;
    }

    /** Gives a statement back. */
    public void keep(String sql, PreparedStatement statement) throws SQLException {
        PreparedStatement other = statements.put(sql, statement);
        if (other != null) {
            other.close();
        }
        if (statements.size() > KEPT) {
            Iterator<PreparedStatement> eldest = statements.values().iterator();
            PreparedStatement unused = eldest.next();
            eldest.remove();
            unused.close();
        }
    }

    /** Closes a statement that failed. */
    public void drop(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            // The failure that led here is reported; this one adds nothing.
        }
    }

    /** Runs a text without parameters, such as BEGIN. */
    public void run(String sql) throws SQLException {
        PreparedStatement statement = prepare(sql);
        try {
            statement.execute();
            keep(sql, statement);
        } catch (SQLException e) {
            drop(statement);
            throw e;
        }
    }

    /** Closes kept statements; the connection's tables have changed. */
    public void forget() {
        statements.values().forEach(this::drop);
        statements.clear();
    }

    /** Closes all. */
    public void close() {
        forget();
        try {
            raw.close();
        } catch (SQLException e) {
            // It is gone either way.
        }
    }
}
