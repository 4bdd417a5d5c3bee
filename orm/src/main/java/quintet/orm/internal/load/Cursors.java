package quintet.orm.internal.load;

import java.sql.Connection;
import java.sql.SQLException;
import quintet.orm.Db;
import quintet.orm.internal.db.Link;

/** Results that stay at the server while they are read in portions. Some databases keep them within a transaction only. */
final class Cursors {
    private Cursors() {}

    /** Reading that may fail. */
    interface Reading<T> {
        T read() throws SQLException;
    }

    /** Reads within the connection's transaction, or one of its own where it needs one. */
    static <T> T open(Db db, Link link, Reading<T> reading) throws SQLException {
        Connection connection = link.raw();
        if (!db.dialect().cursorsNeedTransaction() || !connection.getAutoCommit()) {
            return reading.read();
        }
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = reading.read();
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
