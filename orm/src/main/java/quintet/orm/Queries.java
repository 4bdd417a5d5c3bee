package quintet.orm;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.core.NotFound;
import quintet.orm.internal.load.Bulk;
import quintet.orm.internal.load.Creation;
import quintet.orm.internal.load.Engine;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/**
 * All that can be asked of rows: what managers, query sets and relations to many have in common. Methods that narrow,
 * sort or shape give a new {@link QuerySet}; the others run a query each time they are called.
 *
 * @param <M> the model
 */
public interface Queries<M> extends ValueQueries<M>, Iterable<M> {
    /** The rows as a query set. */
    @Override
    QuerySet<M> all();

    // --- Narrowing

    /** Rows that meet a condition. */
    default QuerySet<M> filter(Cond<? super M> condition) {
        return all().with(all().query().filter(condition.node()));
    }

    /** Rows that meet all conditions; those on the same relation to many speak of the same related row. */
    default QuerySet<M> filter(Cond<? super M> first, Cond<? super M> second) {
        return filter(Cond.<M>any().and(first).and(second));
    }

    /** Rows that meet all conditions; those on the same relation to many speak of the same related row. */
    default QuerySet<M> filter(Cond<? super M> first, Cond<? super M> second, Cond<? super M> third) {
        return filter(Cond.<M>any().and(first).and(second).and(third));
    }

    /** Rows that meet all conditions; those on the same relation to many speak of the same related row. */
    default QuerySet<M> filter(
            Cond<? super M> first, Cond<? super M> second, Cond<? super M> third, Cond<? super M> fourth) {
        return filter(Cond.<M>any().and(first).and(second).and(third).and(fourth));
    }

    /** Rows that meet a condition in Django's spelling: {@code filter("author__name__icontains", q)}. */
    default QuerySet<M> filter(String lookup, @Nullable Object value) {
        return filter(Cond.<M>lookup(lookup, value));
    }

    /** Rows that meet all conditions in Django's spelling. */
    default QuerySet<M> filter(Map<String, ?> lookups) {
        Cond<M> all = Cond.any();
        for (Map.Entry<String, ?> entry : lookups.entrySet()) {
            all = all.and(Cond.lookup(entry.getKey(), entry.getValue()));
        }
        return filter(all);
    }

    /** Rows that do not meet a condition. Conditions on relations to many leave out rows that have any such related row. */
    default QuerySet<M> exclude(Cond<? super M> condition) {
        return all().with(all().query().exclude(condition.node()));
    }

    /** Rows that do not meet a condition in Django's spelling. */
    default QuerySet<M> exclude(String lookup, @Nullable Object value) {
        return exclude(Cond.<M>lookup(lookup, value));
    }

    /** No rows, without asking the database. */
    default QuerySet<M> none() {
        return all().with(all().query().none());
    }

    /** Applies a step kept elsewhere: {@code Book.objects.apply(Book::published)}. */
    default QuerySet<M> apply(UnaryOperator<QuerySet<M>> step) {
        return step.apply(all());
    }

    // --- Sorting and slicing

    /** Sorted; an earlier order is replaced. */
    default QuerySet<M> orderBy(Order<? super M> first) {
        return all().with(all().query().orderBy(List.of(first.ordering())));
    }

    /** Sorted; an earlier order is replaced. */
    default QuerySet<M> orderBy(Order<? super M> first, Order<? super M> second) {
        return all().with(all().query().orderBy(List.of(first.ordering(), second.ordering())));
    }

    /** Sorted; an earlier order is replaced. */
    default QuerySet<M> orderBy(Order<? super M> first, Order<? super M> second, Order<? super M> third) {
        return all().with(all().query().orderBy(List.of(first.ordering(), second.ordering(), third.ordering())));
    }

    /** Sorted; an earlier order is replaced. */
    default QuerySet<M> orderBy(
            Order<? super M> first, Order<? super M> second, Order<? super M> third, Order<? super M> fourth) {
        return all().with(all().query()
                .orderBy(List.of(first.ordering(), second.ordering(), third.ordering(), fourth.ordering())));
    }

    /** Sorted; an earlier order is replaced. */
    default QuerySet<M> orderBy(
            Order<? super M> first,
            Order<? super M> second,
            Order<? super M> third,
            Order<? super M> fourth,
            Order<? super M> fifth) {
        return all().with(all().query()
                .orderBy(List.of(
                        first.ordering(), second.ordering(), third.ordering(), fourth.ordering(), fifth.ordering())));
    }

    /** Sorted in Django's spelling: {@code orderBy("-published", "title")}; without names, the default order is taken away. */
    default QuerySet<M> orderBy(String... names) {
        return all().with(all().query()
                .orderBy(Arrays.stream(names)
                        .map(name -> Order.of(name).ordering())
                        .toList()));
    }

    /** Sorted by what was put together at run time. */
    default QuerySet<M> orderBy(List<? extends Order<? super M>> orders) {
        return all().with(all().query()
                .orderBy(orders.stream().map(Order::ordering).toList()));
    }

    /** The other way round. */
    default QuerySet<M> reverse() {
        return all().with(all().query().reverse());
    }

    /** Each row once, however many joined rows met the condition. */
    default QuerySet<M> distinct() {
        return all().with(all().query().distinct(List.of()));
    }

    /** The first row for each value of some fields (PostgreSQL). */
    default QuerySet<M> distinctOn(String... fields) {
        return all().with(all().query().distinct(List.of(fields)));
    }

    /** The rows from {@code start} (0 is the first) up to but without {@code stop}. Django's {@code [start:stop]}. */
    default QuerySet<M> slice(long start, long stop) {
        if (start < 0 || stop < start) {
            throw new QueryError("A slice goes from a row up to a later one; negative places do not exist: slice("
                    + start + ", " + stop + "). To count from the end, reverse() first.");
        }
        return all().with(all().query().slice(start, stop));
    }

    /** The first {@code count} rows. */
    default QuerySet<M> limit(long count) {
        return slice(0, count);
    }

    /** All rows but the first {@code count}. */
    default QuerySet<M> offset(long count) {
        return all().with(all().query().slice(count, -1));
    }

    // --- What is loaded

    /** Loads references with the rows, by a join. */
    default QuerySet<M> selectRelated(Relation<? super M, ?> first) {
        return all().with(all().query().related(List.of(first.path())));
    }

    /** Loads relations of all rows with one further query each. */
    default QuerySet<M> prefetchRelated(Relation<? super M, ?> first) {
        return prefetchRelated(new String[] {first.path()});
    }

    /** Loads references with the rows, by a join. */
    default QuerySet<M> selectRelated(Relation<? super M, ?> first, Relation<? super M, ?> second) {
        return all().with(all().query().related(List.of(first.path(), second.path())));
    }

    /** Loads relations of all rows with one further query each. */
    default QuerySet<M> prefetchRelated(Relation<? super M, ?> first, Relation<? super M, ?> second) {
        return prefetchRelated(new String[] {first.path(), second.path()});
    }

    /** Loads references with the rows, by a join. */
    default QuerySet<M> selectRelated(
            Relation<? super M, ?> first, Relation<? super M, ?> second, Relation<? super M, ?> third) {
        return all().with(all().query().related(List.of(first.path(), second.path(), third.path())));
    }

    /** Loads relations of all rows with one further query each. */
    default QuerySet<M> prefetchRelated(
            Relation<? super M, ?> first, Relation<? super M, ?> second, Relation<? super M, ?> third) {
        return prefetchRelated(new String[] {first.path(), second.path(), third.path()});
    }

    /** Loads references with the rows, by a join. */
    default QuerySet<M> selectRelated(
            Relation<? super M, ?> first,
            Relation<? super M, ?> second,
            Relation<? super M, ?> third,
            Relation<? super M, ?> fourth) {
        return all().with(all().query().related(List.of(first.path(), second.path(), third.path(), fourth.path())));
    }

    /** Loads relations of all rows with one further query each. */
    default QuerySet<M> prefetchRelated(
            Relation<? super M, ?> first,
            Relation<? super M, ?> second,
            Relation<? super M, ?> third,
            Relation<? super M, ?> fourth) {
        return prefetchRelated(new String[] {first.path(), second.path(), third.path(), fourth.path()});
    }

    /** Loads references with the rows, in Django's spelling. */
    default QuerySet<M> selectRelated(String... paths) {
        return all().with(all().query().related(List.of(paths)));
    }

    /** Loads relations of all rows with one further query each, in Django's spelling. */
    default QuerySet<M> prefetchRelated(String... paths) {
        Query query = all().query();
        for (String path : paths) {
            query = query.prefetch(new Query.Prefetch(path, null, null));
        }
        return all().with(query);
    }

    /** Loads a relation of all rows with a query of its own. */
    default QuerySet<M> prefetchRelated(Prefetch<? super M> prefetch) {
        return all().with(all().query().prefetch(prefetch.value()));
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(Token<? super M> first) {
        return all().with(all().query().only(List.of(first.path())));
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(Token<? super M> first, Token<? super M> second) {
        return all().with(all().query().only(List.of(first.path(), second.path())));
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(Token<? super M> first, Token<? super M> second, Token<? super M> third) {
        return all().with(all().query().only(List.of(first.path(), second.path(), third.path())));
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(
            Token<? super M> first, Token<? super M> second, Token<? super M> third, Token<? super M> fourth) {
        return all().with(all().query().only(List.of(first.path(), second.path(), third.path(), fourth.path())));
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(
            Token<? super M> first,
            Token<? super M> second,
            Token<? super M> third,
            Token<? super M> fourth,
            Token<? super M> fifth) {
        return all().with(all().query()
                .only(List.of(first.path(), second.path(), third.path(), fourth.path(), fifth.path())));
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(
            Token<? super M> first,
            Token<? super M> second,
            Token<? super M> third,
            Token<? super M> fourth,
            Token<? super M> fifth,
            Token<? super M> sixth) {
        return all().with(all().query()
                .only(List.of(first.path(), second.path(), third.path(), fourth.path(), fifth.path(), sixth.path())));
    }

    /** Loads all fields but these. */
    default QuerySet<M> defer(Token<? super M> first) {
        return all().with(all().query().defer(List.of(first.path())));
    }

    /** Loads all fields but these. */
    default QuerySet<M> defer(Token<? super M> first, Token<? super M> second) {
        return all().with(all().query().defer(List.of(first.path(), second.path())));
    }

    /** Loads all fields but these. */
    default QuerySet<M> defer(Token<? super M> first, Token<? super M> second, Token<? super M> third) {
        return all().with(all().query().defer(List.of(first.path(), second.path(), third.path())));
    }

    /** Loads these fields (and the key) only, by name. */
    default QuerySet<M> only(String... fields) {
        return all().with(all().query().only(List.of(fields)));
    }

    /** Loads all fields but these, by name. */
    default QuerySet<M> defer(String... fields) {
        return all().with(all().query().defer(List.of(fields)));
    }

    /** How relations are loaded that were not asked for. */
    default QuerySet<M> fetchMode(FetchMode mode) {
        return all().with(all().query().fetchMode(mode));
    }

    /**
     * With a limit for the time its statement may run; one that takes longer is stopped with {@link QueryTimeout}. Whatever is asked for, a
     * request's {@link quintet.core.Deadline} and the database's own limit hold too.
     */
    default QuerySet<M> timeout(Duration limit) {
        return all().with(all().query().timeout(limit));
    }

    /** In a database by alias. */
    default QuerySet<M> using(String alias) {
        return all().with(all().query().using(alias));
    }

    /** Locks the rows read until the transaction ends. Django's {@code select_for_update}. SQLite, whose transactions have the whole database, ignores it. */
    default QuerySet<M> forUpdate() {
        return all().with(all().query().lock(new Query.Lock(false, false, false, List.of())));
    }

    /** Locks the rows read, leaving out those that others have locked. */
    default QuerySet<M> forUpdateSkipLocked() {
        return all().with(all().query().lock(new Query.Lock(false, true, false, List.of())));
    }

    /** Locks the rows read; fails at once where others have locked one. */
    default QuerySet<M> forUpdateNoWait() {
        return all().with(all().query().lock(new Query.Lock(true, false, false, List.of())));
    }

    /** Adds a computed value to each row; read it with {@link Expr#of}. */
    default QuerySet<M> annotate(Expr<? super M, ?> named) {
        return all().with(all().query().annotate(named.name(), named.node(), true));
    }

    /** Adds two computed values to each row. */
    default QuerySet<M> annotate(Expr<? super M, ?> first, Expr<? super M, ?> second) {
        return annotate(first).annotate(second);
    }

    /** Adds a computed value that serves conditions and orders but is not loaded. */
    default QuerySet<M> alias(Expr<? super M, ?> named) {
        return all().with(all().query().annotate(named.name(), named.node(), false));
    }

    /** The rows of both queries. */
    default QuerySet<M> union(Queries<M> other) {
        return all().with(all().query()
                .combine("UNION", false, List.of(other.all().query())));
    }

    /** The rows of both queries, with those in both twice. */
    default QuerySet<M> unionAll(Queries<M> other) {
        return all().with(
                        all().query().combine("UNION", true, List.of(other.all().query())));
    }

    /** The rows that are in both. */
    default QuerySet<M> intersection(Queries<M> other) {
        return all().with(all().query()
                .combine("INTERSECT", false, List.of(other.all().query())));
    }

    /** The rows that are not in the other. */
    default QuerySet<M> difference(Queries<M> other) {
        return all().with(all().query()
                .combine("EXCEPT", false, List.of(other.all().query())));
    }

    // --- Results

    /** All rows. */
    default List<M> list() {
        return Engine.list(all());
    }

    /** Asks the database and goes through the rows. */
    @Override
    default Iterator<M> iterator() {
        return list().iterator();
    }

    /** All rows as a stream that is in memory already. */
    default Stream<M> stream() {
        return list().stream();
    }

    /** Reads rows in portions, for results too large for memory. */
    default void each(int portion, Consumer<? super M> action) {
        Engine.each(all(), portion, action);
    }

    /** The number of rows. */
    default long count() {
        return Engine.count(all().query());
    }

    /** Whether there are rows. */
    default boolean exists() {
        return Engine.exists(all().query());
    }

    /** Whether an object is among the rows. */
    default boolean contains(KeyedModel<?> object) {
        return Engine.contains(all(), object);
    }

    /** The first row; by the key if no order was given. */
    default Optional<M> first() {
        return Engine.first(all());
    }

    /** The last row; by the key if no order was given. */
    default Optional<M> last() {
        return Engine.last(all());
    }

    /** The earliest row by some fields, or by {@code Meta.latestBy}. */
    default M earliest(String... fields) {
        return Engine.edge(all(), List.of(fields), false);
    }

    /** The latest row by some fields, or by {@code Meta.latestBy}. */
    default M latest(String... fields) {
        return Engine.edge(all(), List.of(fields), true);
    }

    /**
     * The only row.
     *
     * @throws DoesNotExist if there is none
     * @throws MultipleObjectsReturned if there are more
     */
    default M get() {
        return Engine.only(all());
    }

    /** The row with a key; throws {@link DoesNotExist}. */
    default M get(Object key) {
        return Engine.only(Engine.byKey(all(), key));
    }

    /** The only row that meets a condition; throws {@link DoesNotExist} or {@link MultipleObjectsReturned}. */
    default M get(Cond<? super M> condition) {
        return Engine.only(filter(condition));
    }

    /** The only row that meets a condition in Django's spelling. */
    default M get(String lookup, @Nullable Object value) {
        return Engine.only(filter(lookup, value));
    }

    /** The row with a key, or empty. */
    default Optional<M> find(Object key) {
        return Engine.onlyOrNone(Engine.byKey(all(), key));
    }

    /** The only row that meets a condition, or empty; throws {@link MultipleObjectsReturned}. */
    default Optional<M> find(Cond<? super M> condition) {
        return Engine.onlyOrNone(filter(condition));
    }

    /** The row with a key; a page 404 if there is none. */
    default M getOr404(Object key) {
        return found(Engine.onlyOrNone(Engine.byKey(all(), key)));
    }

    /** The only row that meets a condition; a page 404 if there is none. */
    default M getOr404(Cond<? super M> condition) {
        return found(Engine.onlyOrNone(filter(condition)));
    }

    private M found(Optional<M> row) {
        return row.orElseThrow(
                () -> new NotFound("No " + all().query().meta().objectName() + " matches the given query."));
    }

    /** Objects by their keys. */
    default Map<Object, M> inBulk(Collection<?> keys) {
        return Engine.inBulk(all(), keys);
    }

    /** One value computed from all rows; null for sums and the like of no rows. */
    default <T> @Nullable T aggregate(Expr<? super M, T> aggregate) {
        return Engine.aggregate(all(), aggregate);
    }

    /** Several values computed from all rows, by name. */
    default Map<String, Object> aggregate(List<? extends Expr<? super M, ?>> named) {
        return Engine.aggregate(all(), named);
    }

    /** The years, months ({@code "month"}), weeks or days for which there are rows, as their first days. */
    default List<java.time.LocalDate> dates(TemporalExpr<? super M, ?> field, String unit, boolean descending) {
        return Engine.dates(all(), field.node(), unit, descending);
    }

    /** As {@code dates}, by the field's name. */
    default List<java.time.LocalDate> dates(String field, String unit, boolean descending) {
        return Engine.dates(all(), new Node.Path(field), unit, descending);
    }

    /** The hours, days, months ... for which there are rows, as moments in the current time zone. */
    default List<java.time.Instant> datetimes(String field, String unit, boolean descending) {
        return Engine.datetimes(all(), new Node.Path(field), unit, descending);
    }

    /** What the database says about how it would run the query. */
    default String explain() {
        return Engine.explain(all().query());
    }

    // --- Changes

    /** Makes an object, lets {@code fill} set its fields, saves it. */
    default M create(Consumer<? super M> fill) {
        return Creation.create(all(), fill);
    }

    /** The object with these values, made if it is not there. {@code defaults} sets further fields of a new one. */
    default Created<M> getOrCreate(List<Assignment<? super M>> values, Consumer<? super M> defaults) {
        return Creation.getOrCreate(all(), List.copyOf(values), defaults);
    }

    /** The object with this value, made if it is not there. {@code defaults} sets further fields of a new one. */
    default Created<M> getOrCreate(Assignment<? super M> value, Consumer<? super M> defaults) {
        return Creation.getOrCreate(all(), List.of(value), defaults);
    }

    /** The object with these values, changed by {@code change}, made first if it is not there. */
    default Created<M> updateOrCreate(List<Assignment<? super M>> values, Consumer<? super M> change) {
        return Creation.updateOrCreate(all(), List.copyOf(values), change);
    }

    /** The object with this value, changed by {@code change}, made first if it is not there. */
    default Created<M> updateOrCreate(Assignment<? super M> value, Consumer<? super M> change) {
        return Creation.updateOrCreate(all(), List.of(value), change);
    }

    /** Inserts many objects with few statements; sends no signals. Gives them their keys. */
    default List<M> bulkCreate(Collection<? extends M> objects) {
        return Bulk.create(all(), objects, Conflict.FAIL);
    }

    /** Inserts many objects; says what happens to those that are there already. */
    default List<M> bulkCreate(Collection<? extends M> objects, Conflict conflict) {
        return Bulk.create(all(), objects, conflict);
    }

    /** Writes some fields of many objects with few statements; sends no signals. Returns the number of rows. */
    default int bulkUpdate(Collection<? extends M> objects, String... fields) {
        return Bulk.update(all(), objects, List.of(fields));
    }

    /** Changes all rows with one statement; sends no signals. Returns the number of rows. */
    default int update(Assignment<? super M> first) {
        return Engine.update(all().query(), List.of(first));
    }

    /** Changes all rows with one statement. */
    default int update(Assignment<? super M> first, Assignment<? super M> second) {
        return Engine.update(all().query(), List.of(first, second));
    }

    /** Changes all rows with one statement. */
    default int update(Assignment<? super M> first, Assignment<? super M> second, Assignment<? super M> third) {
        return Engine.update(all().query(), List.of(first, second, third));
    }

    /** Changes all rows with one statement. */
    default int update(List<? extends Assignment<? super M>> changes) {
        return Engine.update(all().query(), List.copyOf(changes));
    }

    /** Deletes all rows and what depends on them, as each foreign key's {@code onDelete} says. */
    default Deleted delete() {
        return Bulk.delete(all());
    }
}
