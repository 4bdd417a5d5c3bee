package quintet.orm.internal.db;

import java.sql.SQLException;
import java.time.Duration;

/** Tries again while another process has the SQLite file locked, waiting longer each time. */
final class Busy {
    private static final int SQLITE_BUSY = 5;

    private Busy() {}

    /** Work that may find the file locked. */
    interface Attempt<T> {
        T run() throws SQLException;
    }

    static <T> T retry(Duration limit, Attempt<T> attempt) throws SQLException {
        long end = System.nanoTime() + limit.toNanos();
        long pause = 1;
        while (true) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                if ((e.getErrorCode() & 0xff) != SQLITE_BUSY || System.nanoTime() > end) {
                    throw e;
                }
                sleep(pause, e);
                pause = Math.min(pause * 2, 50);
            }
        }
    }

    private static void sleep(long millis, SQLException cause) throws SQLException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }
}
