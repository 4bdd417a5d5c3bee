package quintet.orm.internal.db;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import quintet.orm.Database;
import quintet.orm.Db;
import quintet.orm.Isolation;
import quintet.orm.OperationalError;
import quintet.orm.PoolStatus;
import quintet.orm.internal.sql.Dialect;

/**
 * An SQLite file: one connection that writes, in turns that a fair semaphore gives, and as many that read as there are
 * readers, up to a limit. (SQLite's own way of waiting for the writer's turn holds the carrier of a virtual thread, and
 * gives up after a while.)
 */
final class SqlitePool implements Pool {
    private final Database settings;
    private final Dialect dialect;
    private final SqliteConnector connector;
    private final Semaphore writing = new Semaphore(1, true);
    private final Semaphore reading;
    private final Courtesy courtesy = new Courtesy();
    private final Leaks leaks;
    private final ConcurrentLinkedDeque<Link> readers = new ConcurrentLinkedDeque<>();
    private volatile @Nullable Link writer;
    private volatile boolean closed;

    /** The watch over the writer's transaction; whoever has the turn uses it. */
    private @Nullable ScheduledFuture<?> transactionWatch;

    SqlitePool(Database settings, Dialect dialect, SqliteConnector connector) {
        this.settings = settings;
        this.dialect = dialect;
        this.connector = connector;
        this.reading = new Semaphore(settings.poolSize(), true);
        this.leaks = new Leaks(settings);
    }

    @Override
    public <T> T run(boolean writes, String sql, Db.Work<T> work) {
        return writes ? write(sql, work) : read(sql, work);
    }

    private <T> T read(String sql, Db.Work<T> work) {
        acquire(reading, "a connection to read from");
        ScheduledFuture<?> watch = leaks.taken();
        Link link = null;
        try {
            link = readers.pollFirst();
            if (link == null) {
                link = connector.connect();
            }
            Link used = link;
            return Busy.retry(settings.timeout(), () -> work.apply(used));
        } catch (SQLException e) {
            throw dialect.translate(e, sql);
        } finally {
            if (link != null) {
                giveBack(link);
            }
            Leaks.back(watch);
            reading.release();
        }
    }

    private void giveBack(Link link) {
        readers.addFirst(link);
        if (closed) {
            closeReaders();
        }
    }

    private <T> T write(String sql, Db.Work<T> work) {
        acquire(writing, "the writer's turn");
        ScheduledFuture<?> watch = leaks.taken();
        try {
            Link link = writer();
            courtesy.before();
            return Busy.retry(settings.timeout(), () -> work.apply(link), courtesy::meet);
        } catch (SQLException e) {
            throw dialect.translate(e, sql);
        } finally {
            courtesy.after();
            Leaks.back(watch);
            writing.release();
        }
    }

    private Link writer() {
        Link link = writer;
        if (link == null) {
            link = connector.connect();
            writer = link;
        }
        return link;
    }

    @Override
    public Link begin(@Nullable Isolation isolation) {
        acquire(writing, "the writer's turn");
        boolean begun = false;
        try {
            Link link = writer();
            courtesy.before();
            Busy.retry(
                    settings.timeout(),
                    () -> {
                        link.run("BEGIN " + settings.options().begin());
                        return true;
                    },
                    courtesy::meet);
            begun = true;
            transactionWatch = leaks.taken();
            return link;
        } catch (SQLException e) {
            throw dialect.translate(e, "BEGIN " + settings.options().begin());
        } finally {
            if (!begun) {
                writing.release();
            }
        }
    }

    @Override
    public void end(Link link, boolean commit) {
        String sql = commit ? "COMMIT" : "ROLLBACK";
        Leaks.back(transactionWatch);
        try {
            Busy.retry(settings.timeout(), () -> {
                link.run(sql);
                return true;
            });
        } catch (SQLException e) {
            undo(link, commit);
            throw dialect.translate(e, sql);
        } finally {
            courtesy.after();
            writing.release();
        }
    }

    /** After a commit that failed the transaction is still open. */
    private void undo(Link link, boolean commit) {
        try {
            if (commit) {
                link.run("ROLLBACK");
            }
        } catch (SQLException e) {
            writer = null;
            link.close();
        }
    }

    private void acquire(Semaphore semaphore, String what) {
        try {
            // Only where nobody waits: a thread that comes back at once must not overtake for ever.
            if ((!semaphore.hasQueuedThreads() && semaphore.tryAcquire())
                    || semaphore.tryAcquire(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationalError(
                    "Interrupted while waiting for " + what + " of the database " + settings.alias() + ".", e);
        }
        throw new OperationalError("Waited " + settings.timeout().toSeconds() + " s for " + what + " of the database "
                + settings.alias() + ". Is a transaction held open while other work is waited for, such as a task on"
                + " another thread that writes?");
    }

    @Override
    public PoolStatus status() {
        int active = settings.poolSize() - reading.availablePermits() + (1 - writing.availablePermits());
        int idle = readers.size() + (writer == null ? 0 : writing.availablePermits());
        int waiting = reading.getQueueLength() + writing.getQueueLength();
        return new PoolStatus(active, idle, waiting, settings.poolSize() + 1, connector.timeouts(), leaks.reported());
    }

    @Override
    public void close() {
        closed = true;
        closeReaders();
        Link link = writer;
        writer = null;
        if (link != null) {
            link.close();
        }
    }

    private void closeReaders() {
        for (Link link = readers.pollFirst(); link != null; link = readers.pollFirst()) {
            link.close();
        }
    }
}
