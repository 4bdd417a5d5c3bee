package quintet.orm.internal;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a model object knows about its row. Immutable, so that all rows of one result can share one.
 *
 * @param database the alias of the database it came from or was saved to; null before that
 * @param deferred the numbers of the fields that were not loaded; null: all were
 * @param group the rows that were loaded together and may load their relations together
 */
public record RowState(
        @Nullable String database,
        @Nullable BitSet deferred,
        @Nullable RowGroup group) {
    /** The state of an object that is not in the database. */
    public static final RowState NEW = new RowState(null, null, null);

    /** The state after saving. */
    public static RowState saved(String database) {
        return new RowState(database, null, null);
    }

    /** Whether the object is not in the database as far as it knows. */
    public boolean isNew() {
        return database == null;
    }

    /** Whether a field was not loaded. */
    public boolean isDeferred(int field) {
        return deferred != null && deferred.get(field);
    }

    /** The same without a group. */
    public RowState alone() {
        return group == null ? this : new RowState(database, deferred, null);
    }

    /** The same with a field loaded. */
    public RowState loaded(int field) {
        if (!isDeferred(field) || deferred == null) {
            return this;
        }
        BitSet left = (BitSet) deferred.clone();
        left.clear(field);
        return new RowState(database, left.isEmpty() ? null : left, group);
    }
}
