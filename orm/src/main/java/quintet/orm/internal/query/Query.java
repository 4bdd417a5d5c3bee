package quintet.orm.internal.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.orm.FetchMode;
import quintet.orm.ModelMeta;
import quintet.orm.internal.meta.ModelRegistry;

/**
 * A query as the user built it. Never changed once it is handed out; each method gives a changed copy.
 *
 * <p>Equality is that of the SQL text: values are left out, so that a query is the key under which its text is kept.
 */
public final class Query implements Cloneable {
    private final Object root;
    private @Nullable Step steps;
    private @Nullable List<Node.Ordering> order;
    private boolean reversed;
    private long low;
    private long high = -1;
    private boolean distinct;
    private List<String> distinctOn = List.of();
    private List<String> related = List.of();
    private boolean allRelated;
    private List<String> fields = List.of();
    private boolean deferring;
    private @Nullable Lock lock;
    private @Nullable Combined combined;
    private boolean empty;
    private boolean lockedByCombination;
    /** Whether the last step was a filter that the next one goes on with. */
    private boolean continues;

    /** The number of the slice's first value, once values have numbers. */
    private int limitSlot = -1;

    // What follows has no part in the text.
    private List<Prefetch> prefetches = List.of();
    private @Nullable String database;
    private @Nullable Object hint;
    private FetchMode fetchMode = FetchMode.PEERS;
    private @Nullable Known known;
    private @Nullable Duration timeout;

    private Query(Object root) {
        this.root = root;
    }

    /** All rows of a model class. */
    public static Query of(Class<?> model) {
        return new Query(model);
    }

    /** All rows of a model without a class. */
    public static Query of(ModelMeta<?> model) {
        return new Query(model);
    }

    /** One of the operations whose order matters. */
    public sealed interface Operation {
        /**
         * Rows that meet a condition; or those that do not.
         *
         * @param continued whether its conditions on relations to many speak of the rows the filter before spoke of
         */
        record Filter(Node.Cond condition, boolean negated, boolean continued) implements Operation {}

        /** A computed value; {@code selected} unless it only serves conditions. */
        record Annotate(String name, Node node, boolean selected) implements Operation {}

        /** Values instead of objects. */
        record Values(List<Node> nodes) implements Operation {}

        /** A relation under another name with a condition in its join. */
        record Relate(String name, String path, Node.Cond condition) implements Operation {}
    }

    /** Operations in order, newest first, with the hash of all. */
    public static final class Step {
        private final @Nullable Step before;
        private final Operation operation;
        private final int hash;
        private final int size;

        private Step(@Nullable Step before, Operation operation) {
            this.before = before;
            this.operation = operation;
            this.hash = (before == null ? 1 : before.hash) * 31 + operation.hashCode();
            this.size = before == null ? 1 : before.size + 1;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (!(other instanceof Step)) {
                return false;
            }
            Step a = this;
            Step b = (Step) other;
            while (true) {
                if (a == b) {
                    return true;
                }
                if (a.hash != b.hash || a.size != b.size || !a.operation.equals(b.operation)) {
                    return false;
                }
                if (a.before == null || b.before == null) {
                    return a.before == b.before;
                }
                a = a.before;
                b = b.before;
            }
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

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

    /** Longer chains of steps are not walked by recursion. */
    private static final int DEEPEST = 200;

    private Query change(Consumer<Query> change) {
        try {
            Query copy = (Query) super.clone();
            copy.continues = false;
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** The model in the current site. */
    public ModelMeta<?> meta() {
        return root instanceof ModelMeta<?> meta
                ? meta
                : ModelRegistry.current().meta((Class<?>) root);
    }

    /** The model class; null for a model without one. */
    public @Nullable Class<?> model() {
        return root instanceof Class<?> type ? type : null;
    }

    private Query add(Operation operation) {
        return change(q -> q.steps = new Step(q.steps, operation));
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

    /** With the conditions of another query too, each as a filter of its own. */
    public Query withFiltersOf(Query other) {
        Query result = this;
        for (Operation operation : other.operations()) {
            result = result.add(operation);
        }
        return result.order == null ? result.change(q -> q.order = other.order) : result;
    }

    /** With one filter: the conditions of this query and those of another, joined. */
    public Query withOneFilter(Node.Connector connector, Query other) {
        Node.Cond mine = condition();
        Node.Cond theirs = other.condition();
        List<Operation> rest = new ArrayList<>();
        operations().stream().filter(o -> !(o instanceof Operation.Filter)).forEach(rest::add);
        other.operations().stream()
                .filter(o -> !(o instanceof Operation.Filter) && !rest.contains(o))
                .forEach(rest::add);
        Query result = withOperations(rest);
        if (!(mine instanceof Node.Anything) && !(theirs instanceof Node.Anything)) {
            result = result.filter(new Node.Both(connector, List.of(mine, theirs)));
        }
        return result.order == null ? result.change(q -> q.order = other.order) : result;
    }

    private Node.Cond condition() {
        List<Node.Cond> parts = new ArrayList<>();
        for (Operation operation : operations()) {
            if (operation instanceof Operation.Filter filter) {
                parts.add(filter.negated() ? new Node.Not(filter.condition()) : filter.condition());
            }
        }
        return parts.isEmpty()
                ? new Node.Anything()
                : parts.size() == 1 ? parts.getFirst() : new Node.Both(Node.Connector.AND, parts);
    }

    /** The name of the method that joined it with others. */
    public String combinationName() {
        String operator = combined == null ? "UNION" : combined.operator();
        return switch (operator) {
            case "INTERSECT" -> "intersection";
            case "EXCEPT" -> "difference";
            default -> "union";
        };
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
        if (ordering.isEmpty() && order != null && order.isEmpty() && !reversed) {
            return this;
        }
        return change(q -> {
            q.order = List.copyOf(ordering);
            q.reversed = false;
        });
    }

    /** Sorts the other way round. */
    public Query reverse() {
        return change(q -> q.reversed = !q.reversed);
    }

    /** A part of what is there: from {@code start} on, up to {@code stop} (-1: to the end). */
    public Query slice(long start, long stop) {
        return change(q -> {
            long oldLow = q.low;
            if (stop >= 0) {
                q.high = q.high < 0 ? oldLow + stop : Math.min(q.high, oldLow + stop);
            }
            q.low = q.high < 0 ? oldLow + start : Math.min(q.high, oldLow + start);
        });
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
        return change(q -> {
            q.related = List.of();
            q.allRelated = false;
            q.order = List.of();
            q.reversed = false;
        });
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

    /** The object it starts from, or null. */
    public @Nullable Object hint() {
        return hint;
    }

    /** How relations are loaded that were not asked for. */
    public Query fetchMode(FetchMode mode) {
        return change(q -> q.fetchMode = mode);
    }

    /** How long its statement may run. */
    public Query timeout(@Nullable Duration limit) {
        return change(q -> q.timeout = limit);
    }

    /** How long its statement may run; null: as long as the database and the request let it. */
    public @Nullable Duration timeout() {
        return timeout;
    }

    /** All rows point to this object. */
    public Query known(@Nullable Known object) {
        return change(q -> q.known = object);
    }

    /** The operations in order. */
    public List<Operation> operations() {
        List<Operation> list = new ArrayList<>(steps == null ? 0 : steps.size);
        for (Step step = steps; step != null; step = step.before) {
            list.add(step.operation);
        }
        return list.reversed();
    }

    /** Visits the operations in order, without making a list of them. */
    void eachOperation(Consumer<Operation> visitor) {
        if (steps != null && steps.size > DEEPEST) {
            operations().forEach(visitor);
        } else {
            each(steps, visitor);
        }
    }

    private static void each(@Nullable Step step, Consumer<Operation> visitor) {
        if (step != null) {
            each(step.before, visitor);
            visitor.accept(step.operation);
        }
    }

    /** Replaces the operations; for giving values their numbers. */
    Query withOperations(List<Operation> operations) {
        return change(q -> {
            q.steps = null;
            for (Operation operation : operations) {
                q.steps = new Step(q.steps, operation);
            }
        });
    }

    /** The query with its first operations only. */
    public Query firstOperations(int count) {
        return withOperations(operations().subList(0, count));
    }

    Query withLimits(int slot) {
        return change(q -> q.limitSlot = slot);
    }

    /** The number of the slice's first value. */
    public int limitSlot() {
        return limitSlot;
    }

    Query withCombined(Combined parts) {
        return change(q -> q.combined = parts);
    }

    /** Whether values are given instead of objects. */
    public boolean givesValues() {
        for (Step step = steps; step != null; step = step.before) {
            if (step.operation instanceof Operation.Values) {
                return true;
            }
        }
        return false;
    }

    /** The given order, null if none was given. */
    public @Nullable List<Node.Ordering> order() {
        return order;
    }

    /** Whether the order is turned round. */
    public boolean isReversed() {
        return reversed;
    }

    /** The first row. */
    public long low() {
        return low;
    }

    /** The row after the last; -1: no limit. */
    public long high() {
        return high;
    }

    /** Whether only a part of the rows is wanted. */
    public boolean isSliced() {
        return low > 0 || high >= 0;
    }

    /** Whether equal rows come once. */
    public boolean isDistinct() {
        return distinct;
    }

    /** The fields that make rows equal. */
    public List<String> distinctOn() {
        return distinctOn;
    }

    /** The references to load with a join. */
    public List<String> related() {
        return related;
    }

    /** Whether all references that are never null are loaded with a join. */
    public boolean isAllRelated() {
        return allRelated;
    }

    /** The fields to load or to leave out. */
    public List<String> fields() {
        return fields;
    }

    /** Whether {@link #fields()} are left out. */
    public boolean isDeferring() {
        return deferring;
    }

    /** The lock, or null. */
    public @Nullable Lock lock() {
        return lock;
    }

    /** The queries this one joins, or null. */
    public @Nullable Combined combined() {
        return combined;
    }

    /** Whether it was joined with others, after which filters make no sense. */
    public boolean isCombined() {
        return lockedByCombination;
    }

    /** Whether there are no rows by construction. */
    public boolean isEmpty() {
        return empty;
    }

    /** The relations to load with further queries. */
    public List<Prefetch> prefetches() {
        return prefetches;
    }

    /** The database, or null for the default. */
    public @Nullable String database() {
        return database;
    }

    /** How relations are loaded that were not asked for. */
    public FetchMode fetchMode() {
        return fetchMode;
    }

    /** The object all rows point to, or null. */
    public @Nullable Known known() {
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Query q
                        && root.equals(q.root)
                        && Objects.equals(steps, q.steps)
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
        hash = 31 * hash + (steps == null ? 0 : steps.hash);
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
