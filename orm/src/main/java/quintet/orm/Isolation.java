package quintet.orm;

import java.sql.Connection;

/** How much a transaction sees of others that run beside it. SQLite's transactions are always {@link #SERIALIZABLE}. */
public enum Isolation {
    /** Sees what is not committed yet; PostgreSQL takes it for {@link #READ_COMMITTED}. */
    READ_UNCOMMITTED(Connection.TRANSACTION_READ_UNCOMMITTED),
    /** Each statement sees what was committed before it. The default on PostgreSQL, and ours on MariaDB. */
    READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
    /** All statements see what was committed before the first. */
    REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
    /** As if transactions ran one after the other; some then fail with {@link TransientError} and are tried again. */
    SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

    private final int level;

    Isolation(int level) {
        this.level = level;
    }

    /** JDBC's number of it. */
    public int level() {
        return level;
    }
}
