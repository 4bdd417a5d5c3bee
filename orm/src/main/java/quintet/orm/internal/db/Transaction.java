package quintet.orm.internal.db;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.orm.Atomic;
import quintet.orm.Db;
import quintet.orm.TransactionError;
import quintet.orm.TransientError;

/** A transaction: its connection, its thread, its savepoints and what to do after it. */
public final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);
    private static final ScopedValue<Chain> CURRENT = ScopedValue.newInstance();

    /** The open transactions of a thread, one for each database. */
    private record Chain(
            Db db, Transaction transaction, @Nullable Chain outer) {}

    private record Hook(Runnable action, boolean robust) {}

    private final Db db;
    private final Link link;
    private final Thread owner = Thread.currentThread();
    private List<Hook> hooks = new ArrayList<>();
    private int depth;
    private boolean undo;
    private @Nullable String broken;

    private Transaction(Db db, Link link) {
        this.db = db;
        this.link = link;
    }

    /** The current transaction of a database, or null. */
    public static @Nullable Transaction of(Db db) {
        if (CURRENT.isBound()) {
            for (Chain chain = CURRENT.get(); chain != null; chain = chain.outer()) {
                if (chain.db() == db) {
                    return chain.transaction();
                }
            }
        }
        return null;
    }

    /** Runs code in a new transaction, or in a savepoint of the current one. */
    public static <T extends @Nullable Object, X extends Throwable> T run(
            Db db, Atomic options, ScopedValue.CallableOp<T, X> code) throws X {
        Transaction current = of(db);
        if (current == null) {
            return options.attempts() > 1 ? retrying(db, options, code) : outermost(db, options, code);
        }
        if (options.isolation() != null) {
            throw new TransactionError(
                    "Only the outermost transaction can have an isolation of its own: this one is within"
                            + " another, which has begun with its own.");
        }
        if (options.durable()) {
            throw new TransactionError(
                    "A durable transaction must be the outermost one, but this one is within another."
                            + " What it did could still be undone.");
        }
        return current.nested(options.savepoint(), code);
    }

    /** Runs a transaction again when others got in its way, a little later each time. */
    private static <T extends @Nullable Object, X extends Throwable> T retrying(
            Db db, Atomic options, ScopedValue.CallableOp<T, X> code) throws X {
        for (int attempt = 1; ; attempt++) {
            try {
                return outermost(db, options, code);
            } catch (TransientError e) {
                if (attempt >= options.attempts()) {
                    throw e;
                }
                LOG.info(
                        "A transaction of the database {} is tried again ({}): {}",
                        db.alias(),
                        attempt,
                        e.getMessage());
                pause(attempt, e);
            }
        }
    }

    private static void pause(int attempt, TransientError cause) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, 10L << Math.min(attempt, 6)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    private static <T extends @Nullable Object, X extends Throwable> T outermost(
            Db db, Atomic options, ScopedValue.CallableOp<T, X> code) throws X {
        Transaction transaction = new Transaction(db, db.pool().begin(options.isolation()));
        Chain chain = new Chain(db, transaction, CURRENT.isBound() ? CURRENT.get() : null);
        boolean done = false;
        T result;
        try {
            result = ScopedValue.where(CURRENT, chain).call(code);
            done = true;
        } finally {
            transaction.end(done);
        }
        transaction.runHooks();
        return result;
    }

    private void end(boolean done) {
        boolean commit = done && !undo && broken == null;
        if (!commit) {
            hooks = List.of();
        }
        try {
            db.pool().end(link, commit);
        } catch (RuntimeException e) {
            hooks = List.of();
            if (done) {
                throw e;
            }
            LOG.warn("A transaction of the database {} could not be rolled back", db.alias(), e);
        }
        if (done && !undo && broken != null) {
            throw new TransactionError(broken);
        }
    }

    private void runHooks() {
        List<Hook> all = hooks;
        hooks = new ArrayList<>();
        for (Hook hook : all) {
            if (hook.robust()) {
                try {
                    hook.action().run();
                } catch (RuntimeException e) {
                    LOG.error("An action after the commit failed", e);
                }
            } else {
                hook.action().run();
            }
        }
    }

    private <T extends @Nullable Object, X extends Throwable> T nested(
            boolean savepoint, ScopedValue.CallableOp<T, X> code) throws X {
        check();
        depth++;
        String name = "s" + depth;
        int hooksBefore = hooks.size();
        boolean outerUndo = undo;
        undo = false;
        if (savepoint) {
            statement("SAVEPOINT " + name);
        }
        boolean done = false;
        try {
            T result = code.call();
            done = true;
            return result;
        } finally {
            depth--;
            boolean keep = done && !undo;
            undo = outerUndo;
            if (savepoint) {
                endSavepoint(name, keep, hooksBefore);
            } else if (!keep) {
                undo = true;
            }
        }
    }

    private void endSavepoint(String name, boolean keep, int hooksBefore) {
        if (keep) {
            statement("RELEASE SAVEPOINT " + name);
        } else {
            statement("ROLLBACK TO SAVEPOINT " + name);
            statement("RELEASE SAVEPOINT " + name);
            broken = null;
            hooks.subList(hooksBefore, hooks.size()).clear();
        }
    }

    private void statement(String sql) {
        long start = QueryLog.start();
        try {
            link.run(sql);
        } catch (SQLException e) {
            throw db.dialect().translate(e, sql);
        } finally {
            QueryLog.end(db, sql, start, null);
        }
    }

    private void check() {
        if (Thread.currentThread() != owner) {
            throw new TransactionError("This transaction belongs to the thread '" + owner.getName()
                    + "' and cannot be used from '" + Thread.currentThread().getName()
                    + "'. Do the work on one thread, or start a transaction of its own there.");
        }
    }

    /** Runs work on the transaction's connection. */
    public <T> T run(String sql, Db.Work<T> work) {
        check();
        if (broken != null) {
            throw new TransactionError(broken);
        }
        try {
            return work.apply(link);
        } catch (SQLException e) {
            if (db.dialect().abortsTransactions()) {
                broken = "An error occurred in this transaction earlier, so the database takes no more queries until it"
                        + " ends. Wrap what may fail in its own atomic(() -> { ... }). The error: " + e.getMessage();
            }
            throw db.dialect().translate(e, sql);
        }
    }

    /** Runs an action after the commit. */
    public void onCommit(Runnable action, boolean robust) {
        check();
        hooks.add(new Hook(action, robust));
    }

    /** Undoes the innermost block when it ends. */
    public void undoAtEnd() {
        check();
        undo = true;
    }
}
