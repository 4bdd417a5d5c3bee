package quintet.orm;

import org.jspecify.annotations.Nullable;

/**
 * Options of a transaction.
 *
 * @param database the alias; null: the default
 * @param savepoint whether a nested one can be undone alone
 * @param durable whether it must be the outermost one
 * @param isolation its isolation; null: that of the database
 * @param attempts how often it is run at most when it fails with {@link TransientError}
 */
public record Atomic(
        @Nullable String database,
        boolean savepoint,
        boolean durable,
        @Nullable Isolation isolation,
        int attempts) {
    /** The default database, savepoints, nesting allowed. */
    public static final Atomic DEFAULT = new Atomic(null, true, false);

    /** With the database's isolation, run once. */
    public Atomic(@Nullable String database, boolean savepoint, boolean durable) {
        this(database, savepoint, durable, null, 1);
    }

    /** In a database by alias. */
    public static Atomic in(String alias) {
        return new Atomic(alias, true, false);
    }

    /** The outermost one: what it did is kept for good when it ends. */
    public static Atomic outermost() {
        return new Atomic(null, true, true);
    }

    /** The same without a savepoint when nested: an exception then undoes the whole. */
    public Atomic withoutSavepoint() {
        return new Atomic(database, false, durable, isolation, attempts);
    }

    /** The same with an isolation of its own. Only the outermost can have one. */
    public Atomic isolation(Isolation level) {
        return new Atomic(database, savepoint, durable, level, attempts);
    }

    /**
     * The same, run again after a deadlock or serialization failure, up to this many times in all, with a short random pause between. The
     * code must be fit for that: what it did to objects and to the world outside of the database is not undone. Only the outermost is run
     * again: a failure undoes all of it.
     */
    public Atomic retrying(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("A transaction runs at least once, not " + times + " times.");
        }
        return new Atomic(database, savepoint, durable, isolation, times);
    }
}
