package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.db.Transaction;

/** Transactions. Import the methods statically. */
public final class Transactions {
    private Transactions() {}

    /**
     * Code that runs in a transaction.
     *
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Block<X extends Throwable> {
        /** Runs. */
        void run() throws X;
    }

    /**
     * Code that runs in a transaction and gives something.
     *
     * @param <T> what it gives
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Producer<T, X extends Throwable> {
        /** Runs. */
        T get() throws X;
    }

    /**
     * Runs code in a transaction of the default database: an exception undoes all, the end keeps it. Within another
     * {@code atomic} it is a savepoint.
     */
    public static <X extends Throwable> void atomic(Block<X> code) throws X {
        atomic(Atomic.DEFAULT, code);
    }

    /** As {@link #atomic(Block)}, with options. */
    public static <X extends Throwable> void atomic(Atomic options, Block<X> code) throws X {
        Transaction.<@Nullable Object, X>run(Databases.current().get(options.database()), options, () -> {
            code.run();
            return null;
        });
    }

    /** Runs code in a transaction and gives its result. */
    public static <T, X extends Throwable> T atomicGet(Producer<T, X> code) throws X {
        return atomicGet(Atomic.DEFAULT, code);
    }

    /** Runs code in a transaction with options and gives its result. */
    public static <T, X extends Throwable> T atomicGet(Atomic options, Producer<T, X> code) throws X {
        return Transaction.<T, X>run(Databases.current().get(options.database()), options, code::get);
    }

    /**
     * Runs an action when the transaction has been committed; never if it is undone; at once without a transaction. The
     * first action that fails keeps later ones from running.
     */
    public static void onCommit(Runnable action) {
        onCommit(null, false, action);
    }

    /** Runs an action after the commit; if it fails, that is logged and the others run all the same. */
    public static void onCommitRobust(Runnable action) {
        onCommit(null, true, action);
    }

    /** Runs an action after the commit of a database's transaction. */
    public static void onCommit(@Nullable String database, boolean robust, Runnable action) {
        Transaction transaction = Transaction.of(Databases.current().get(database));
        if (transaction == null) {
            action.run();
        } else {
            transaction.onCommit(action, robust);
        }
    }

    /** Whether this thread is in a transaction of the default database. */
    public static boolean isAtomic() {
        return Transaction.of(Databases.current().main()) != null;
    }

    /** Makes the innermost {@code atomic} undo its work when it ends, without an exception. */
    public static void setRollback() {
        Transaction transaction = Transaction.of(Databases.current().main());
        if (transaction == null) {
            throw new TransactionError("setRollback() needs a transaction around it: atomic(() -> { ... }).");
        }
        transaction.undoAtEnd();
    }
}
