package quintet.orm.internal.db;

import org.jspecify.annotations.Nullable;
import quintet.orm.Db;
import quintet.orm.Isolation;
import quintet.orm.PoolStatus;

/** Connections of one database. */
public interface Pool extends AutoCloseable {
    /** Runs one piece of work outside of a transaction on a connection of its own. */
    <T> T run(boolean writes, String sql, Db.Work<T> work);

    /** Takes a connection for a transaction and begins it, with an isolation of its own if one is given. */
    Link begin(@Nullable Isolation isolation);

    /** Ends a transaction and gives its connection back. */
    void end(Link link, boolean commit);

    /** How many connections are in use. */
    default int active() {
        return status().active();
    }

    /** How the connections are used. */
    PoolStatus status();

    @Override
    void close();
}
