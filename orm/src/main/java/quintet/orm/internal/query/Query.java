package quintet.orm.internal.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.orm.FetchMode;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;

/**
 * A query as the user built it. Never changed once it is handed out; each method gives a changed copy.
 */
public final class Query extends QueryState implements Cloneable {
    /** A lock on the rows read. */
    public record Lock(boolean nowait, boolean skipLocked, boolean noKey, List<String> of) {}

    /** Queries joined by UNION, INTERSECT or EXCEPT. */
    public record Combined(String operator, boolean all, List<Query> queries) {}

    /** A relation to load with the result. */
    public record Prefetch(
            String path, @Nullable Query query, @Nullable String into, List<Query> more) {
        /** With one query at most. */
        public Prefetch(String path, @Nullable Query query, @Nullable String into) {
            this(path, query, into, List.of());
        }

        /** All queries, one for each model. */
        public List<Query> queries() {
            return query == null ? more : List.of(query);
        }
    }

    /** An object that all rows are known to point to. */
    public record Known(String field, Object object) {}

    private Query(Object root) {
        super(root);
    }

    /** All rows of a model class. */
    public static Query of(Class<?> model) {
        return new Query(model);
    }

    /** All rows of a model without a class. */
    public static Query of(ModelMeta<?> model) {
        return new Query(model);
    }

    private Query copy() {
        try {
            Query copy = (Query) super.clone();
            copy.continues = false;
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    private Query change(Consumer<Query> change) {
        Query copy = copy();
        change.accept(copy);
        return copy;
    }

    Query add(Operation operation) {
        Query copy = copy();
        copy.operations = Operations.with(operations, operation);
        return copy;
    }

    /** With the order of another query if this one was given none. */
    Query orElseOrderOf(Query other) {
        return order == null ? change(q -> q.order = other.order) : this;
    }

    /** Keeps rows that meet a condition. */
    public Query filter(Node.Cond condition) {
        return add(new Operation.Filter(condition, false, continues));
    }

    /**
     * Keeps rows that meet a condition on a relation to many, which a filter right after it goes on with: what it asks of
     * that relation it asks of the same related rows. So the objects at the other end of a many-to-many relation are
     * filtered by the rows between.
     */
    public Query filterAndContinue(Node.Cond condition) {
        Query filtered = filter(condition);
        filtered.continues = true;
        return filtered;
    }

    /** Keeps the other rows. */
    public Query exclude(Node.Cond condition) {
        return add(new Operation.Filter(condition, true, continues));
    }

    /** Adds a computed value. */
    public Query annotate(String name, Node node, boolean selected) {
        return add(new Operation.Annotate(name, node, selected));
    }

    /** Gives a relation another name and a condition. */
    public Query relate(String name, String path, Node.Cond condition) {
        return add(new Operation.Relate(name, path, condition));
    }

    /** Gives values instead of objects. */
    public Query values(List<Node> nodes) {
        return add(new Operation.Values(nodes));
    }

    /** One more value, at the end of those chosen last. */
    public Query alsoValue(Node node) {
        List<Operation> changed = new ArrayList<>(operations());
        for (int i = changed.size() - 1; i >= 0; i--) {
            if (changed.get(i) instanceof Operation.Values chosen) {
                List<Node> nodes = new ArrayList<>(chosen.nodes());
                nodes.add(node);
                changed.set(i, new Operation.Values(nodes));
                break;
            }
        }
        return withOperations(changed);
    }

    /** Sorts; an empty list takes the default order away. */
    public Query orderBy(List<Node.Ordering> ordering) {
        if (ordering.isEmpty() && order != null && order.isEmpty()) {
            return this;
        }
        // Reversed once, it stays so: reverse() turns whatever order there is in the end.
        Query copy = copy();
        copy.order = List.copyOf(ordering);
        return copy;
    }

    /** Sorts the other way round. */
    public Query reverse() {
        return change(q -> q.reversed = !q.reversed);
    }

    /** A part of what is there: from {@code start} on, up to {@code stop} (-1: to the end). */
    public Query slice(long start, long stop) {
        Query copy = copy();
        copy.cut(start, stop);
        return copy;
    }

    private void cut(long start, long stop) {
        long oldLow = low;
        if (stop >= 0) {
            high = high < 0 ? oldLow + stop : Math.min(high, oldLow + stop);
        }
        low = high < 0 ? oldLow + start : Math.min(high, oldLow + start);
    }

    /** So many rows at most, in no order. */
    public Query any(int most) {
        Query copy = copy();
        copy.order = List.of();
        copy.reversed = false;
        copy.cut(0, most);
        return copy;
    }

    /** Without a slice. */
    public Query unsliced() {
        return change(q -> {
            q.low = 0;
            q.high = -1;
        });
    }

    /** Equal rows once; with fields, the first row for each of their values. */
    public Query distinct(List<String> on) {
        return change(q -> {
            q.distinct = true;
            q.distinctOn = List.copyOf(on);
        });
    }

    /** Loads references with a join. */
    public Query related(List<String> paths) {
        return change(q -> {
            List<String> more = new ArrayList<>(q.related);
            more.addAll(paths);
            q.related = List.copyOf(more);
        });
    }

    /** Without order and without references to load: the rows alone, for UPDATE and DELETE. */
    public Query rowsOnly() {
        if (related.isEmpty() && !allRelated && order != null && order.isEmpty() && !reversed) {
            return this;
        }
        Query copy = copy();
        copy.leaveRowsOnly();
        return copy;
    }

    private void leaveRowsOnly() {
        related = List.of();
        allRelated = false;
        order = List.of();
        reversed = false;
    }

    /** The rows alone with new values for columns: what the text of an UPDATE depends on. */
    public Query assigning(Map<FieldMeta, Node> values) {
        Query copy = copy();
        copy.leaveRowsOnly();
        values.forEach((field, value) ->
                copy.operations = Operations.with(copy.operations, new Operation.Annotate(field.name(), value, false)));
        return copy;
    }

    /** Loads no references, or all that are never null. */
    public Query related(boolean all) {
        if (related.isEmpty() && allRelated == all) {
            return this;
        }
        return change(q -> {
            q.related = List.of();
            q.allRelated = all;
        });
    }

    /** Loads these fields only. */
    public Query only(List<String> names) {
        return change(q -> {
            List<String> wanted = new ArrayList<>(names);
            if (q.deferring) {
                wanted.removeAll(q.fields);
            }
            q.fields = List.copyOf(wanted);
            q.deferring = false;
        });
    }

    /** Loads all but these fields. */
    public Query defer(List<String> names) {
        return change(q -> {
            List<String> more = new ArrayList<>(q.fields);
            if (q.deferring || q.fields.isEmpty()) {
                more.addAll(names);
                q.deferring = true;
            } else {
                more.removeAll(names);
                if (more.isEmpty()) {
                    more.addAll(names);
                    more.removeAll(q.fields);
                    q.deferring = !more.isEmpty();
                }
            }
            q.fields = List.copyOf(more);
        });
    }

    /** Loads all fields. */
    public Query undeferred() {
        return change(q -> {
            q.fields = List.of();
            q.deferring = false;
        });
    }

    /** Locks the rows read. */
    public Query lock(@Nullable Lock rows) {
        return change(q -> q.lock = rows);
    }

    /** No rows at all. */
    public Query none() {
        return change(q -> q.empty = true);
    }

    /** Joined with other queries. */
    public Query combine(String operator, boolean all, List<Query> queries) {
        return change(q -> {
            List<Query> parts = new ArrayList<>();
            parts.add(this);
            parts.addAll(queries);
            q.combined = new Combined(operator, all, List.copyOf(parts));
            q.order = List.of();
            q.low = 0;
            q.high = -1;
            q.empty = false;
            q.lockedByCombination = true;
        });
    }

    /** Loads a relation of all objects with a second query. */
    public Query prefetch(Prefetch prefetch) {
        return change(q -> {
            List<Prefetch> more = new ArrayList<>(q.prefetches);
            more.add(prefetch);
            q.prefetches = List.copyOf(more);
        });
    }

    /** Loads no relations. */
    public Query unprefetched() {
        return prefetches.isEmpty() ? this : change(q -> q.prefetches = List.of());
    }

    /** Runs in a database by alias. */
    public Query using(@Nullable String alias) {
        return change(q -> q.database = alias);
    }

    /** The object it starts from, whose database is used if no other is named or chosen by a router. */
    public Query hint(@Nullable Object instance) {
        return change(q -> q.hint = instance);
    }

    /** How relations are loaded that were not asked for. */
    public Query fetchMode(FetchMode mode) {
        return change(q -> q.fetchMode = mode);
    }

    /** How long its statement may run. */
    public Query timeout(@Nullable Duration limit) {
        return change(q -> q.timeout = limit);
    }

    /** All rows point to this object. */
    public Query known(@Nullable Known object) {
        return change(q -> q.known = object);
    }

    /** Replaces the operations; for giving values their numbers. */
    Query withOperations(List<Operation> operations) {
        return change(q -> q.operations = Operations.of(operations));
    }

    /** The query with its first operations only. */
    public Query firstOperations(int count) {
        return withOperations(operations().subList(0, count));
    }

    Query withLimits(int slot) {
        return change(q -> q.limitSlot = slot);
    }

    Query withCombined(Combined parts) {
        return change(q -> q.combined = parts);
    }
}
