package quintet.orm.internal.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection with the statements prepared on it. A statement is taken out while it is in use, so that the same text
 * can be run again within its own result.
 */
public final class Link {
    private static final int KEPT = 200;

    private final Connection raw;
    private final Map<String, Kept> statements = new LinkedHashMap<>(64, 0.75f, true);
    private final long limit;
    private final Timeouts timeouts;

    /** Whether INSERT tells the keys it made through the driver, for want of RETURNING. */
    private boolean tellsKeys;

    /** The statements under watch, by themselves: seldom more than one. */
    private final IdentityHashMap<PreparedStatement, Watch> watches = new IdentityHashMap<>(4);

    /** The place of a statement, which stays while the statement is out. */
    private static final class Kept {
        private @Nullable PreparedStatement idle;

        private void close() throws SQLException {
            PreparedStatement unused = idle;
            idle = null;
            if (unused != null) {
                unused.close();
            }
        }
    }

    /** Wraps a connection of a database. */
    public Link(Connection raw, Duration statementTimeout, Timeouts timeouts) {
        this.raw = raw;
        this.limit = statementTimeout.isZero() ? Long.MAX_VALUE : statementTimeout.toNanos();
        this.timeouts = timeouts;
    }

    /** Has the driver tell the keys that INSERT made. */
    public void tellKeys() {
        if (!tellsKeys) {
            tellsKeys = true;
            forget(); // what was prepared would not tell them
        }
    }

    /** The JDBC connection. */
    public Connection raw() {
        return raw;
    }

    /** A statement with this text, kept or new. */
    public PreparedStatement prepare(String sql) throws SQLException {
        long nanos = Limits.nanos(limit);
        if (nanos <= 0) {
            throw new SQLTimeoutException("There is no time left for it.");
        }
        Kept kept = statements.get(sql);
        PreparedStatement idle = kept == null ? null : kept.idle;
        if (kept != null) {
            kept.idle = null;
        }
        PreparedStatement statement = idle != null ? idle : make(sql);
        if (nanos != Long.MAX_VALUE) {
            watches.put(statement, Watch.start(statement, nanos));
        }
        return statement;
    }

    private PreparedStatement make(String sql) throws SQLException {
        if (tellsKeys && sql.startsWith("INSERT INTO ")) {
            return raw.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
        }
        return raw.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    }

    /** Gives a statement back. */
    public void keep(String sql, PreparedStatement statement) throws SQLException {
        if (!watches.isEmpty()) {
            unwatch(statement);
        }
        Kept kept = statements.get(sql);
        if (kept == null) {
            kept = new Kept();
            statements.put(sql, kept);
        } else {
            kept.close();
        }
        kept.idle = statement;
        if (statements.size() > KEPT) {
            Iterator<Kept> eldest = statements.values().iterator();
            Kept unused = eldest.next();
            eldest.remove();
            unused.close();
        }
    }

    private void unwatch(PreparedStatement statement) {
        Watch watch = watches.remove(statement);
        if (watch != null && watch.end()) {
            timeouts.add();
        }
    }

    /** Closes a statement that failed. */
    public void drop(PreparedStatement statement) {
        if (!watches.isEmpty()) {
            unwatch(statement);
        }
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
        for (Kept kept : statements.values()) {
            if (kept.idle != null) {
                drop(kept.idle);
            }
        }
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
