package quintet.orm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.load.Aggregation;
import quintet.orm.internal.load.Engine;
import quintet.orm.internal.load.Explanation;
import quintet.orm.internal.load.Orders;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/**
 * What narrows, sorts, slices and joins rows, whether they come as objects or as values. Every step gives a new query.
 *
 * @param <M> the model
 * @param <S> the kind of query a step gives
 */
public interface Shaping<M, S> {
    /** The query as a value; for Quintet's own use. */
    Query query();

    /** The same kind with another query; for Quintet's own use. */
    S with(Query query);

    // --- Narrowing

    /** Rows that meet a condition. */
    default S filter(Cond<? super M> condition) {
        return with(Steps.filterable(query(), "filter").filter(condition.node()));
    }

    /** Rows that meet all conditions; those on the same relation to many speak of the same related row. */
    default S filter(Cond<? super M> first, Cond<? super M> second) {
        return filter(Cond.<M>any().and(first).and(second));
    }

    /** Rows that meet all conditions; those on the same relation to many speak of the same related row. */
    default S filter(Cond<? super M> first, Cond<? super M> second, Cond<? super M> third) {
        return filter(Cond.<M>any().and(first).and(second).and(third));
    }

    /** Rows that meet all conditions; those on the same relation to many speak of the same related row. */
    default S filter(Cond<? super M> first, Cond<? super M> second, Cond<? super M> third, Cond<? super M> fourth) {
        return filter(Cond.<M>any().and(first).and(second).and(third).and(fourth));
    }

    /** Rows that meet a condition in Django's spelling: {@code filter("author__name__icontains", q)}. */
    default S filter(String lookup, @Nullable Object value) {
        return filter(Cond.<M>lookup(lookup, value));
    }

    /** Rows that meet all conditions in Django's spelling. */
    default S filter(Map<String, ?> lookups) {
        Cond<M> all = Cond.any();
        for (Map.Entry<String, ?> entry : lookups.entrySet()) {
            all = all.and(Cond.lookup(entry.getKey(), entry.getValue()));
        }
        return filter(all);
    }

    /** Rows that do not meet a condition. Conditions on relations to many leave out rows that have any such related row. */
    default S exclude(Cond<? super M> condition) {
        return with(Steps.filterable(query(), "exclude").exclude(condition.node()));
    }

    /** Rows that do not meet a condition in Django's spelling. */
    default S exclude(String lookup, @Nullable Object value) {
        return exclude(Cond.<M>lookup(lookup, value));
    }

    /** No rows, without asking the database. */
    default S none() {
        return with(query().none());
    }

    // --- Sorting and slicing

    /** Sorted; an earlier order is replaced. */
    default S orderBy(Order<? super M> first) {
        return with(Steps.sortable(query()).orderBy(List.of(first.ordering())));
    }

    /** Sorted; an earlier order is replaced. */
    default S orderBy(Order<? super M> first, Order<? super M> second) {
        return with(Steps.sortable(query()).orderBy(List.of(first.ordering(), second.ordering())));
    }

    /** Sorted; an earlier order is replaced. */
    default S orderBy(Order<? super M> first, Order<? super M> second, Order<? super M> third) {
        return with(Steps.sortable(query()).orderBy(List.of(first.ordering(), second.ordering(), third.ordering())));
    }

    /** Sorted; an earlier order is replaced. */
    default S orderBy(
            Order<? super M> first, Order<? super M> second, Order<? super M> third, Order<? super M> fourth) {
        return with(Steps.sortable(query())
                .orderBy(List.of(first.ordering(), second.ordering(), third.ordering(), fourth.ordering())));
    }

    /** Sorted; an earlier order is replaced. */
    default S orderBy(
            Order<? super M> first,
            Order<? super M> second,
            Order<? super M> third,
            Order<? super M> fourth,
            Order<? super M> fifth) {
        return with(Steps.sortable(query())
                .orderBy(List.of(
                        first.ordering(), second.ordering(), third.ordering(), fourth.ordering(), fifth.ordering())));
    }

    /** Sorted in Django's spelling: {@code orderBy("-published", "title")}; without names, the default order is taken away. */
    default S orderBy(String... names) {
        return with(Steps.sortable(query())
                .orderBy(Arrays.stream(names)
                        .map(name -> Order.of(name).ordering())
                        .toList()));
    }

    /** Sorted by what was put together at run time. */
    default S orderBy(List<? extends Order<? super M>> orders) {
        return with(Steps.sortable(query())
                .orderBy(orders.stream().map(Order::ordering).toList()));
    }

    /** The other way round. */
    default S reverse() {
        return with(Steps.reversible(query()).reverse());
    }

    /** Each row once, however many joined rows met the condition. */
    default S distinct() {
        return with(Steps.distinguishable(query()).distinct(List.of()));
    }

    /** The first row for each value of a field (PostgreSQL). Django's {@code distinct("author")}. */
    default S distinctOn(Token<? super M> field) {
        return distinctOn(field.path());
    }

    /** The first row for each pair of values of two fields (PostgreSQL). */
    default S distinctOn(Token<? super M> first, Token<? super M> second) {
        return distinctOn(first.path(), second.path());
    }

    /** The first row for each value of some fields (PostgreSQL). */
    default S distinctOn(String... fields) {
        return with(Steps.distinguishable(query()).distinct(List.of(fields)));
    }

    /** The rows from {@code start} (0 is the first) up to but without {@code stop}. Django's {@code [start:stop]}. */
    default S slice(long start, long stop) {
        if (start < 0 || stop < start) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Negative indexing is not supported.",
                    "A slice goes from a row up to a later one: slice(" + start + ", " + stop
                            + "). To count from the end, reverse() first.");
        }
        return with(query().slice(start, stop));
    }

    /** The first {@code count} rows. */
    default S limit(long count) {
        return slice(0, count);
    }

    /** All rows but the first {@code count}. */
    default S offset(long count) {
        if (count < 0) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Negative indexing is not supported.",
                    "To count from the end, reverse() first.");
        }
        return with(query().slice(count, -1));
    }

    /** In a database by alias. */
    default S using(String alias) {
        return with(query().using(alias));
    }

    /** Adds a computed value that serves conditions and orders but is not loaded. */
    default S alias(Expr<? super M, ?> named) {
        return with(Steps.single(query(), "alias").annotate(named.name(), named.node(), false));
    }

    /** Adds a relation with a condition of its own that filters, orders and values can use by its name. Django's {@code FilteredRelation}. */
    default S annotate(FilteredRelation<? super M> relation) {
        return with(Steps.single(query(), "annotate").relate(relation.name(), relation.path(), relation.condition()));
    }

    // --- Joined queries

    /** The rows of all the queries, each once. The columns must fit together. */
    default S union(Shaping<?, ?>... others) {
        return with(Steps.combine(query(), "UNION", false, others));
    }

    /** The rows of all the queries; those in several come several times. */
    default S unionAll(Shaping<?, ?>... others) {
        return with(Steps.combine(query(), "UNION", true, others));
    }

    /** The rows that are in all the queries. */
    default S intersection(Shaping<?, ?>... others) {
        return with(Steps.combine(query(), "INTERSECT", false, others));
    }

    /** The rows that are in none of the others. */
    default S difference(Shaping<?, ?>... others) {
        return with(Steps.combine(query(), "EXCEPT", false, others));
    }

    /** The rows that meet the conditions of both. Django's {@code &} of query sets. */
    default S and(Shaping<M, ?> other) {
        return with(Steps.join(query(), Node.Connector.AND, other.query()));
    }

    /** The rows that meet the conditions of one or both. Django's {@code |} of query sets. */
    default S or(Shaping<M, ?> other) {
        return with(Steps.join(query(), Node.Connector.OR, other.query()));
    }

    /** The rows that meet the conditions of exactly one. Django's {@code ^} of query sets. */
    default S xor(Shaping<M, ?> other) {
        return with(Steps.join(query(), Node.Connector.XOR, other.query()));
    }

    // --- Values chosen at run time

    /** Rows as maps, in Django's spelling; without names, all columns. */
    default Values.Maps<M> values(String... names) {
        return new Values.Maps<>(Steps.values(query(), names));
    }

    /** Rows as maps: columns by their paths, computed values by the names given with {@link Expr#as}. */
    default Values.Maps<M> values(List<? extends Expr<? super M, ?>> chosen) {
        return new Values.Maps<>(Steps.values(query(), chosen));
    }

    /** Rows as lists, in Django's spelling; without names, all columns. Django's {@code values_list}. */
    default Values.Lists<M> valuesList(String... names) {
        return new Values.Lists<>(Steps.values(query(), names));
    }

    /** Rows as lists of what was put together at run time. */
    default Values.Lists<M> valuesList(List<? extends Expr<? super M, ?>> chosen) {
        return new Values.Lists<>(Steps.values(query(), chosen));
    }

    /** One value of each row, in Django's spelling. {@code values_list(name, flat=True)}. */
    default Values.Of1<M, Object> valuesList(String name) {
        return new Values.Of1<>(Steps.values(query(), new String[] {name}));
    }

    // --- What can be asked without reading the rows

    /** The number of rows. */
    default long count() {
        return Engine.count(query());
    }

    /** Whether there are rows. */
    default boolean exists() {
        return Engine.exists(query());
    }

    /** One value computed from all rows; null for sums and the like of no rows. */
    default <T> @Nullable T aggregate(Expr<? super M, T> aggregate) {
        return Aggregation.of(query(), aggregate);
    }

    /** Several values computed from all rows, by name. */
    default Map<String, Object> aggregate(List<? extends Expr<? super M, ?>> named) {
        return Aggregation.of(query(), named);
    }

    /** Whether the order leaves no doubt about the place of any row: it is sorted by something unique. Django's {@code totally_ordered}. */
    default boolean isTotallyOrdered() {
        return Orders.isTotal(query());
    }

    /** Whether the rows have an order at all, given or by default. */
    default boolean isOrdered() {
        return Orders.isOrdered(query());
    }

    /** What the database says about how it would run the query. */
    default String explain() {
        return Explanation.of(query(), Map.of());
    }

    /**
     * What the database says about how it would run the query, with its options: {@code explain(Map.of("analyze", true,
     * "format", "json"))} on PostgreSQL.
     */
    default String explain(Map<String, ?> options) {
        return Explanation.of(query(), options);
    }
}
