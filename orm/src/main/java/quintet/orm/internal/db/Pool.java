package quintet.orm.internal.db;

import quintet.orm.Db;

/** Connections of one database. */
public interface Pool extends AutoCloseable {
    /** Runs one piece of work outside of a transaction on a connection of its own. */
    <T> T run(boolean writes, String sql, Db.Work<T> work);

    /** Takes a connection for a transaction and begins it. */
    Link begin();

    /** Ends a transaction and gives its connection back. */
    void end(Link link, boolean commit);

    /** How many connections are in use. */
    int active();

    @Override
    void close();
}
