package quintet.orm.internal.query;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.orm.FetchMode;
import quintet.orm.ModelMeta;
import quintet.orm.internal.meta.ModelRegistry;

/**
 * What a query consists of, and when two are the same; how one is made from another is said in {@link Query}.
 *
 * <p>Equality is that of the SQL text: values are left out, so that a query is the key under which its text is kept.
 */
public abstract sealed class QueryState permits Query {
    final Object root;

    @Nullable
    Operations operations;

    @Nullable
    List<Node.Ordering> order;

    boolean reversed;
    long low;
    long high = -1;
    boolean distinct;
    List<String> distinctOn = List.of();
    List<String> related = List.of();
    boolean allRelated;
    List<String> fields = List.of();
    boolean deferring;

    Query.@Nullable Lock lock;

    Query.@Nullable Combined combined;

    boolean empty;
    boolean lockedByCombination;
    /** Whether the last step was a filter that the next one goes on with. */
    boolean continues;

    /** The number of the slice's first value, once values have numbers. */
    int limitSlot = -1;

    // What follows has no part in the text.
    List<Query.Prefetch> prefetches = List.of();

    @Nullable
    String database;

    @Nullable
    Object hint;

    FetchMode fetchMode = FetchMode.PEERS;

    Query.@Nullable Known known;

    @Nullable
    Duration timeout;

    QueryState(Object root) {
        this.root = root;
    }

    /** The model in the current site. */
    public final ModelMeta<?> meta() {
        return root instanceof ModelMeta<?> meta
                ? meta
                : ModelRegistry.current().meta((Class<?>) root);
    }

    /** The model class; null for a model without one. */
    public final @Nullable Class<?> model() {
        return root instanceof Class<?> type ? type : null;
    }

    /** The operations in order. */
    public final List<Operation> operations() {
        return Operations.list(operations);
    }

    /** Visits the operations in order, without making a list of them. */
    final void eachOperation(Consumer<Operation> visitor) {
        Operations.each(operations, visitor);
    }

    /** Whether values are given instead of objects. */
    public final boolean givesValues() {
        return Operations.giveValues(operations);
    }

    /** The given order, null if none was given. */
    public final @Nullable List<Node.Ordering> order() {
        return order;
    }

    /** Whether the order is turned round. */
    public final boolean isReversed() {
        return reversed;
    }

    /** The first row. */
    public final long low() {
        return low;
    }

    /** The row after the last; -1: no limit. */
    public final long high() {
        return high;
    }

    /** Whether only a part of the rows is wanted. */
    public final boolean isSliced() {
        return low > 0 || high >= 0;
    }

    /** Whether equal rows come once. */
    public final boolean isDistinct() {
        return distinct;
    }

    /** The fields that make rows equal. */
    public final List<String> distinctOn() {
        return distinctOn;
    }

    /** The references to load with a join. */
    public final List<String> related() {
        return related;
    }

    /** Whether all references that are never null are loaded with a join. */
    public final boolean isAllRelated() {
        return allRelated;
    }

    /** The fields to load or to leave out. */
    public final List<String> fields() {
        return fields;
    }

    /** Whether {@link #fields()} are left out. */
    public final boolean isDeferring() {
        return deferring;
    }

    /** The lock, or null. */
    public final Query.@Nullable Lock lock() {
        return lock;
    }

    /** The queries this one joins, or null. */
    public final Query.@Nullable Combined combined() {
        return combined;
    }

    /** Whether it was joined with others, after which filters make no sense. */
    public final boolean isCombined() {
        return lockedByCombination;
    }

    /** Whether there are no rows by construction. */
    public final boolean isEmpty() {
        return empty;
    }

    /** The relations to load with further queries. */
    public final List<Query.Prefetch> prefetches() {
        return prefetches;
    }

    /** The database, or null for the default. */
    public final @Nullable String database() {
        return database;
    }

    /** How relations are loaded that were not asked for. */
    public final FetchMode fetchMode() {
        return fetchMode;
    }

    /** The object all rows point to, or null. */
    public final Query.@Nullable Known known() {
        return known;
    }

    /** The object it starts from, or null. */
    public final @Nullable Object hint() {
        return hint;
    }

    /** How long its statement may run; null: as long as the database and the request let it. */
    public final @Nullable Duration timeout() {
        return timeout;
    }

    /** The number of the slice's first value. */
    public final int limitSlot() {
        return limitSlot;
    }

    /** The name of the method that joined it with others. */
    public final String combinationName() {
        String operator = combined == null ? "UNION" : combined.operator();
        return switch (operator) {
            case "INTERSECT" -> "intersection";
            case "EXCEPT" -> "difference";
            default -> "union";
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof QueryState q
                        && root.equals(q.root)
                        && Objects.equals(operations, q.operations)
                        && Objects.equals(order, q.order)
                        && reversed == q.reversed
                        && (low > 0) == (q.low > 0)
                        && Long.signum(high) == Long.signum(q.high)
                        && (high < 0 || (high > low) == (q.high > q.low))
                        && distinct == q.distinct
                        && distinctOn.equals(q.distinctOn)
                        && related.equals(q.related)
                        && allRelated == q.allRelated
                        && fields.equals(q.fields)
                        && deferring == q.deferring
                        && empty == q.empty
                        && Objects.equals(lock, q.lock)
                        && Objects.equals(combined, q.combined));
    }

    @Override
    public int hashCode() {
        int hash = root.hashCode();
        hash = 31 * hash + (operations == null ? 0 : operations.hashCode());
        hash = 31 * hash + (order == null ? 0 : order.hashCode());
        hash = 31 * hash + (low > 0 ? 1 : 0) + (high < 0 ? 0 : 2);
        hash = 31 * hash + (distinct ? 1 : 0) + (reversed ? 2 : 0) + (deferring ? 4 : 0) + (empty ? 8 : 0);
        hash = 31 * hash + related.hashCode();
        hash = 31 * hash + fields.hashCode();
        return 31 * hash + (combined == null ? 0 : combined.hashCode());
    }

    @Override
    public String toString() {
        return "Query(" + root + ", " + operations() + ")";
    }
}
