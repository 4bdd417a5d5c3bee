package quintet.orm.internal.db;

import java.sql.SQLException;
import java.time.Duration;

/**
 * Tries again while another process has the SQLite file locked. SQLite has no queue between processes: whoever tries in the moment between
 * two transactions gets the lock. So one waits in short steps; only one thread of a process waits for the writer's turn here.
 */
final class Busy {
    private static final int SQLITE_BUSY = 5;
    private static final long LONGEST_PAUSE_MILLIS = 3;

    private Busy() {}

    /** Work that may find the file locked. */
    interface Attempt<T> {
        T run() throws SQLException;
    }

    static <T> T retry(Duration limit, Attempt<T> attempt) throws SQLException {
        return retry(limit, attempt, () -> {});
    }

    /** Tells {@code found} each time that the file is locked. */
    static <T> T retry(Duration limit, Attempt<T> attempt, Runnable found) throws SQLException {
        long end = System.nanoTime() + limit.toNanos();
        long tries = 0;
        while (true) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                if ((e.getErrorCode() & 0xff) != SQLITE_BUSY || System.nanoTime() > end) {
                    throw e;
                }
                found.run();
                sleep(Math.min(LONGEST_PAUSE_MILLIS, 1 + tries / 1000), e);
                tries++;
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
