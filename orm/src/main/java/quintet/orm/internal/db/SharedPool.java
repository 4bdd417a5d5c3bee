package quintet.orm.internal.db;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import quintet.orm.Database;
import quintet.orm.Db;
import quintet.orm.Isolation;
import quintet.orm.OperationalError;
import quintet.orm.PoolStatus;
import quintet.orm.internal.sql.Dialect;

/** One connection that all threads share in turns: for SQLite databases in memory, which live in their connection. */
final class SharedPool implements Pool {
    private final Database settings;
    private final Dialect dialect;
    private final SqliteConnector connector;
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable Link link;

    SharedPool(Database settings, Dialect dialect, SqliteConnector connector) {
        this.settings = settings;
        this.dialect = dialect;
        this.connector = connector;
    }

    private Link link() {
        if (link == null) {
            link = connector.connect();
        }
        return link;
    }

    private void acquire() {
        try {
            if (lock.tryLock(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationalError("Interrupted while waiting for the database " + settings.alias() + ".", e);
        }
        throw new OperationalError("Waited " + settings.timeout().toSeconds() + " s for the database "
                + settings.alias() + ", which is in memory and used by one thread at a time.");
    }

    @Override
    public <T> T run(boolean writes, String sql, Db.Work<T> work) {
        acquire();
        try {
            return work.apply(link());
        } catch (SQLException e) {
            throw dialect.translate(e, sql);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Link begin(@Nullable Isolation isolation) {
        acquire();
        boolean begun = false;
        try {
            link().run("BEGIN " + settings.options().begin());
            begun = true;
            return link();
        } catch (SQLException e) {
            throw dialect.translate(e, "BEGIN " + settings.options().begin());
        } finally {
            if (!begun) {
                lock.unlock();
            }
        }
    }

    @Override
    public void end(Link used, boolean commit) {
        try {
            used.run(commit ? "COMMIT" : "ROLLBACK");
        } catch (SQLException e) {
            if (commit) {
                rollBack(used);
            }
            throw dialect.translate(e, commit ? "COMMIT" : "ROLLBACK");
        } finally {
            lock.unlock();
        }
    }

    private static void rollBack(Link used) {
        try {
            used.run("ROLLBACK");
        } catch (SQLException e) {
            // The commit's failure is reported.
        }
    }

    @Override
    public PoolStatus status() {
        int active = lock.isLocked() ? 1 : 0;
        int idle = link == null ? 0 : 1 - active;
        return new PoolStatus(active, idle, lock.getQueueLength(), 1, connector.timeouts(), 0);
    }

    @Override
    public void close() {
        if (link != null) {
            link.close();
            link = null;
        }
    }
}
