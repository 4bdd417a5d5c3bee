package quintet.orm;

import org.jspecify.annotations.Nullable;

/**
 * Options of a transaction.
 *
 * @param database the alias; null: the default
 * @param savepoint whether a nested one can be undone alone
 * @param durable whether it must be the outermost one
 */
public record Atomic(@Nullable String database, boolean savepoint, boolean durable) {
    /** The default database, savepoints, nesting allowed. */
    public static final Atomic DEFAULT = new Atomic(null, true, false);

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
        return new Atomic(database, false, durable);
    }
}
