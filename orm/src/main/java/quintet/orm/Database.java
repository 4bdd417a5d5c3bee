package quintet.orm;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import quintet.core.ConnectionUrl;
import quintet.core.SettingsPart;

/**
 * A database in the settings: {@code .with(Database.of(env.url("DATABASE_URL", "sqlite:db.sqlite3")))}. Immutable.
 *
 * @param url where it is
 * @param alias the name code uses for it; the one everything uses unless told otherwise is {@code default}
 * @param poolSize the most connections at a time; for SQLite the most readers beside the one writer
 * @param timeout how long to wait for a connection or for the writer's turn
 * @param statementTimeout how long a statement may run; zero: for ever
 * @param options how connections are opened and kept
 */
public record Database(
        ConnectionUrl url,
        String alias,
        int poolSize,
        Duration timeout,
        Duration statementTimeout,
        ConnectionOptions options)
        implements SettingsPart {
    /** The alias everything uses unless told otherwise. */
    public static final String DEFAULT = "default";

    /** The database named {@code default}, with 10 connections and a wait of 30 seconds at most. */
    public static Database of(ConnectionUrl url) {
        return new Database(url, DEFAULT, 10, Duration.ofSeconds(30), Duration.ZERO, ConnectionOptions.DEFAULT);
    }

    /** The same at another address, as tests need it. */
    public Database at(ConnectionUrl elsewhere) {
        return new Database(elsewhere, alias, poolSize, timeout, statementTimeout, options);
    }

    /** The same under another name. */
    public Database alias(String name) {
        return new Database(url, name, poolSize, timeout, statementTimeout, options);
    }

    /** The same with another number of connections. */
    public Database poolSize(int connections) {
        return new Database(url, alias, connections, timeout, statementTimeout, options);
    }

    /** The same with another wait for a connection. */
    public Database timeout(Duration wait) {
        return new Database(url, alias, poolSize, wait, statementTimeout, options);
    }

    /** The same with a limit for each statement: one that runs longer is stopped, with {@link QueryTimeout}. */
    public Database statementTimeout(Duration limit) {
        return new Database(url, alias, poolSize, timeout, limit, options);
    }

    private Database with(ConnectionOptions changed) {
        return new Database(url, alias, poolSize, timeout, statementTimeout, changed);
    }

    /** The same with another isolation of its transactions. Django's {@code isolation_level}. */
    public Database isolation(Isolation level) {
        return with(new ConnectionOptions(
                level,
                options.maxAge(),
                options.leakAfter(),
                options.initSql(),
                options.begin(),
                options.zone(),
                options.minIdle(),
                options.maxIdle()));
    }

    /** The same with connections that live this long. Django's {@code CONN_MAX_AGE}; whether they still work is always checked. */
    public Database maxAge(Duration age) {
        return with(new ConnectionOptions(
                options.isolation(),
                age,
                options.leakAfter(),
                options.initSql(),
                options.begin(),
                options.zone(),
                options.minIdle(),
                options.maxIdle()));
    }

    /** The same with a report in the log of connections that are out for longer: who has them, and what that thread is doing. */
    public Database leakAfter(Duration time) {
        return with(new ConnectionOptions(
                options.isolation(),
                options.maxAge(),
                time,
                options.initSql(),
                options.begin(),
                options.zone(),
                options.minIdle(),
                options.maxIdle()));
    }

    /** The same with statements that each new connection starts with, such as {@code PRAGMA cache_size = -64000}. */
    public Database initSql(String... statements) {
        return with(new ConnectionOptions(
                options.isolation(),
                options.maxAge(),
                options.leakAfter(),
                List.of(statements),
                options.begin(),
                options.zone(),
                options.minIdle(),
                options.maxIdle()));
    }

    /** SQLite: the same with transactions that begin in another mode. Django's {@code transaction_mode}. */
    public Database transactionMode(String mode) {
        return with(new ConnectionOptions(
                options.isolation(),
                options.maxAge(),
                options.leakAfter(),
                options.initSql(),
                mode.toUpperCase(java.util.Locale.ROOT),
                options.zone(),
                options.minIdle(),
                options.maxIdle()));
    }

    /**
     * SQLite, MariaDB and MySQL: the same where columns hold moments in the local time of a zone, because other programs write them so. Hours
     * that a change of clocks repeats are ambiguous then. Django's {@code TIME_ZONE} of a database.
     */
    public Database timeZone(ZoneId of) {
        return with(new ConnectionOptions(
                options.isolation(),
                options.maxAge(),
                options.leakAfter(),
                options.initSql(),
                options.begin(),
                of,
                options.minIdle(),
                options.maxIdle()));
    }

    /**
     * PostgreSQL, MariaDB and MySQL: the same with connections that stay open while nobody needs them, and a limit for how long others may be
     * idle. The {@code min_size} and {@code max_idle} of Django's pools; {@link #poolSize} is {@code max_size}.
     */
    public Database keepIdle(int connections, Duration others) {
        return with(new ConnectionOptions(
                options.isolation(),
                options.maxAge(),
                options.leakAfter(),
                options.initSql(),
                options.begin(),
                options.zone(),
                connections,
                others));
    }
}
