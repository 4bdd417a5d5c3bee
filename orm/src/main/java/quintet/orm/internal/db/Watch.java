package quintet.orm.internal.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stops a statement when its time is over. Works alike on all databases and to the millisecond; JDBC's own limit counts in seconds, and
 * SQLite's driver takes it for another one.
 */
final class Watch {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final PreparedStatement statement;
    private final ReentrantLock lock = new ReentrantLock();
    private final ScheduledFuture<?> alarm;
    private boolean over;
    private boolean fired;

    private Watch(PreparedStatement statement, long nanos) {
        this.statement = statement;
        this.alarm = TIMER.schedule(
                () -> {
                    // Cancelling may open a connection, which must not hold up the timer.
                    Thread.ofVirtual().name("quintet-query-timeout").start(this::cancel);
                },
                Math.max(0, nanos),
                TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("quintet-db-timer").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    static Watch start(PreparedStatement statement, long nanos) {
        return new Watch(statement, nanos);
    }

    /** Runs something later, unless it is cancelled. */
    static ScheduledFuture<?> later(Runnable action, long nanos) {
        return TIMER.schedule(action, nanos, TimeUnit.NANOSECONDS);
    }

    private void cancel() {
        lock.lock();
        try {
            if (!over) {
                fired = true;
                statement.cancel();
            }
        } catch (SQLException e) {
            // The statement goes on; its result is used.
        } finally {
            lock.unlock();
        }
    }

    /** The statement is done; waits for a cancel on its way, so that it cannot hit the next one. Gives whether it was stopped. */
    boolean end() {
        alarm.cancel(false);
        lock.lock();
        try {
            over = true;
            return fired;
        } finally {
            lock.unlock();
        }
    }
}
