package quintet.orm;

import java.time.Duration;
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
 */
public record Database(ConnectionUrl url, String alias, int poolSize, Duration timeout, Duration statementTimeout)
        implements SettingsPart {
    /** The alias everything uses unless told otherwise. */
    public static final String DEFAULT = "default";

    /** The database named {@code default}, with 10 connections and a wait of 30 seconds at most. */
    public static Database of(ConnectionUrl url) {
        return new Database(url, DEFAULT, 10, Duration.ofSeconds(30), Duration.ZERO);
    }

    /** The same under another name. */
    public Database alias(String name) {
        return new Database(url, name, poolSize, timeout, statementTimeout);
    }

    /** The same with another number of connections. */
    public Database poolSize(int connections) {
        return new Database(url, alias, connections, timeout, statementTimeout);
    }

    /** The same with another wait for a connection. */
    public Database timeout(Duration wait) {
        return new Database(url, alias, poolSize, wait, statementTimeout);
    }

    /** The same with a limit for each statement. */
    public Database statementTimeout(Duration limit) {
        return new Database(url, alias, poolSize, timeout, limit);
    }
}
