package quintet.orm.internal.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import quintet.orm.Database;
import quintet.orm.Db;
import quintet.orm.IntegrityError;
import quintet.orm.Isolation;
import quintet.orm.OperationalError;
import quintet.orm.PoolStatus;
import quintet.orm.internal.sql.Dialect;

/**
 * One connection in a transaction that is never committed, shared by all threads in turns: for tests. What would be a
 * transaction is a savepoint in it, so that a test and a live server see the same rows and nothing stays.
 */
public final class HeldPool implements Pool {
    private static final String TRANSACTION = "q_transaction";
    private static final String STATEMENT = "q_statement";
    private static final String LEVEL = "q_level_";

    private final Pool below;
    private final Database settings;
    private final Dialect dialect;
    private final Link link;
    private final ReentrantLock lock = new ReentrantLock(true);
    private int levels;

    /** Takes a connection of a pool and holds it until {@link #close()}. */
    public HeldPool(Pool below, Database settings, Dialect dialect) {
        this.below = below;
        this.settings = settings;
        this.dialect = dialect;
        this.link = below.begin(null);
    }

    /** Begins a level: what follows can be taken back alone. */
    public void push() {
        locked(() -> link.run("SAVEPOINT " + LEVEL + ++levels));
    }

    /**
     * Takes back what was done since the last {@link #push()}.
     *
     * @throws IntegrityError if a foreign key led nowhere at the end, which a commit would have refused
     */
    public void pop() {
        locked(() -> {
            try {
                checkConstraints();
            } finally {
                undo(LEVEL + levels--);
            }
        });
    }

    private void undo(String savepoint) throws SQLException {
        link.run("ROLLBACK TO SAVEPOINT " + savepoint);
        link.run("RELEASE SAVEPOINT " + savepoint);
    }

    @Override
    public <T> T run(boolean writes, String sql, Db.Work<T> work) {
        acquire();
        try {
            return dialect.abortsTransactions() && lock.getHoldCount() == 1 ? guarded(work) : work.apply(link);
        } catch (SQLException e) {
            throw dialect.translate(e, sql);
        } finally {
            lock.unlock();
        }
    }

    /** A statement that fails must not take the held transaction with it. */
    private <T> T guarded(Db.Work<T> work) throws SQLException {
        link.run("SAVEPOINT " + STATEMENT);
        boolean done = false;
        try {
            T result = work.apply(link);
            done = true;
            return result;
        } finally {
            if (done) {
                link.run("RELEASE SAVEPOINT " + STATEMENT);
            } else {
                undo(STATEMENT);
            }
        }
    }

    @Override
    public Link begin(@Nullable Isolation isolation) {
        acquire();
        boolean begun = false;
        try {
            link.run("SAVEPOINT " + TRANSACTION);
            begun = true;
            return link;
        } catch (SQLException e) {
            throw dialect.translate(e, "SAVEPOINT");
        } finally {
            if (!begun) {
                lock.unlock();
            }
        }
    }

    @Override
    public void end(Link used, boolean commit) {
        try {
            if (commit) {
                commit();
            } else {
                undo(TRANSACTION);
            }
        } catch (SQLException e) {
            throw dialect.translate(e, commit ? "COMMIT" : "ROLLBACK");
        } finally {
            lock.unlock();
        }
    }

    private void commit() throws SQLException {
        boolean valid = false;
        try {
            checkConstraints();
            valid = true;
        } finally {
            if (!valid) {
                undo(TRANSACTION);
            }
        }
        link.run("RELEASE SAVEPOINT " + TRANSACTION);
    }

    /** Foreign keys are checked at the commit, and there is none here. */
    private void checkConstraints() throws SQLException {
        if (dialect.vendor().equals("postgresql")) {
            link.run("SET CONSTRAINTS ALL IMMEDIATE");
            link.run("SET CONSTRAINTS ALL DEFERRED");
        } else if (dialect.vendor().equals("sqlite")) {
            try (Statement statement = link.raw().createStatement();
                    ResultSet bad = statement.executeQuery("PRAGMA foreign_key_check")) {
                if (bad.next()) {
                    throw new IntegrityError("The row " + bad.getString(2) + " of the table " + bad.getString(1)
                            + " has a foreign key to a row of " + bad.getString(3) + " that does not exist.");
                }
            }
        }
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
        throw new OperationalError("Waited " + settings.timeout().toSeconds() + " s for the one connection of this test"
                + " to the database " + settings.alias()
                + ". Does the test ask a live server while it holds a transaction open?");
    }

    private interface Step {
        void run() throws SQLException;
    }

    private void locked(Step step) {
        acquire();
        try {
            step.run();
        } catch (SQLException e) {
            throw dialect.translate(e, "SAVEPOINT");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public PoolStatus status() {
        return below.status();
    }

    @Override
    public int active() {
        return below.active();
    }

    /** Takes all back and gives the connection back. */
    @Override
    public void close() {
        below.end(link, false);
    }
}
