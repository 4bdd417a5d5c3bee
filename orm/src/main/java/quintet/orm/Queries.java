package quintet.orm;

import java.util.ArrayList;
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
import quintet.orm.internal.load.Dates;
import quintet.orm.internal.load.Engine;
import quintet.orm.internal.load.InBulk;
import quintet.orm.internal.load.OneRow;
import quintet.orm.internal.load.RawRows;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/**
 * All that can be asked of rows: what managers, query sets and relations to many have in common. Methods that narrow,
 * sort or shape give a new {@link QuerySet}; the others run a query each time they are called.
 *
 * @param <M> the model
 */
public interface Queries<M> extends Shaping<M, QuerySet<M>>, ValueQueries<M>, Loading<M>, Changing<M>, Iterable<M> {
    /** The rows as a query set. */
    @Override
    QuerySet<M> all();

    @Override
    default Query query() {
        return all().query();
    }

    @Override
    default QuerySet<M> with(Query query) {
        return all().with(query);
    }

    /** Applies a step kept elsewhere: {@code Book.objects.apply(Book::published)}. */
    default QuerySet<M> apply(UnaryOperator<QuerySet<M>> step) {
        return step.apply(all());
    }

    /** Adds a computed value to each row; read it with {@link Expr#of}. */
    default QuerySet<M> annotate(Expr<? super M, ?> named) {
        return all().with(Steps.single(all().query(), "annotate").annotate(named.name(), named.node(), true));
    }

    /** Adds computed values put together at run time. */
    default QuerySet<M> annotate(List<? extends Expr<? super M, ?>> named) {
        QuerySet<M> rows = all();
        for (Expr<? super M, ?> expression : named) {
            rows = rows.annotate(expression);
        }
        return rows;
    }

    /** Adds two computed values to each row. */
    default QuerySet<M> annotate(Expr<? super M, ?> first, Expr<? super M, ?> second) {
        return annotate(first).annotate(second);
    }

    // --- SQL written by hand

    /**
     * Objects read by SQL of your own, with {@code ?} for each parameter: {@code Book.objects.raw("SELECT * FROM library_book WHERE stock >
     * ?", 3)}. Columns are told by their names, in any order; those that are no fields become annotations, fields that are left out are loaded
     * when they are asked for. The key must be there. Conditions and orders of this query are not used, but its database, its fetch mode and
     * what it prefetches are. Never put values of users into the text. Django's {@code raw()}.
     */
    default List<M> raw(String sql, @Nullable Object... parameters) {
        return RawRows.list(all(), sql, Map.of(), parameters);
    }

    /** The same with columns of other names: {@code rawNamed(Map.of("headline", "title"), ...)}. Django's {@code translations}. */
    default List<M> rawNamed(Map<String, String> columns, String sql, @Nullable Object... parameters) {
        return RawRows.list(all(), sql, columns, parameters);
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

    /** Every {@code step}-th row from {@code start} up to but without {@code stop}. Django's {@code [start:stop:step]}, which reads the rows too. */
    default List<M> slice(long start, long stop, int step) {
        if (step < 1) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Negative indexing is not supported.",
                    "A step goes forward: reverse() first.");
        }
        List<M> rows = all().slice(start, stop).list();
        List<M> some = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += step) {
            some.add(rows.get(i));
        }
        return some;
    }

    /** Whether an object is among the rows. */
    default boolean contains(KeyedModel<?> object) {
        return Engine.contains(all(), object);
    }

    /** The first row; by the key if no order was given. */
    default Optional<M> first() {
        return OneRow.first(all());
    }

    /** The last row; by the key if no order was given. */
    default Optional<M> last() {
        return OneRow.last(all());
    }

    /** The earliest row by some fields, or by {@code Meta.latestBy}. */
    default M earliest(String... fields) {
        return OneRow.edge(all(), List.of(fields), false);
    }

    /** The earliest row by a field. */
    default M earliest(Token<? super M> field) {
        return earliest(field.path());
    }

    /** The earliest row by two fields: the second decides between rows that have the same value in the first. */
    default M earliest(Token<? super M> first, Token<? super M> second) {
        return earliest(first.path(), second.path());
    }

    /** The latest row by a field. */
    default M latest(Token<? super M> field) {
        return latest(field.path());
    }

    /** The latest row by two fields: the second decides between rows that have the same value in the first. */
    default M latest(Token<? super M> first, Token<? super M> second) {
        return latest(first.path(), second.path());
    }

    /** The latest row by some fields, or by {@code Meta.latestBy}. */
    default M latest(String... fields) {
        return OneRow.edge(all(), List.of(fields), true);
    }

    /**
     * The only row.
     *
     * @throws DoesNotExist if there is none
     * @throws MultipleObjectsReturned if there are more
     */
    default M get() {
        return OneRow.only(all());
    }

    /** The row with a key; throws {@link DoesNotExist}. */
    default M get(Object key) {
        return OneRow.only(OneRow.byKey(all(), key));
    }

    /** The only row that meets a condition; throws {@link DoesNotExist} or {@link MultipleObjectsReturned}. */
    default M get(Cond<? super M> condition) {
        return OneRow.only(filter(condition));
    }

    /** The only row that meets a condition in Django's spelling. */
    default M get(String lookup, @Nullable Object value) {
        return OneRow.only(filter(lookup, value));
    }

    /** The row with a key, or empty. */
    default Optional<M> find(Object key) {
        return OneRow.onlyOrNone(OneRow.byKey(all(), key));
    }

    /** The only row that meets a condition, or empty; throws {@link MultipleObjectsReturned}. */
    default Optional<M> find(Cond<? super M> condition) {
        return OneRow.onlyOrNone(filter(condition));
    }

    /** The row with a key; a page 404 if there is none. */
    default M getOr404(Object key) {
        return found(OneRow.onlyOrNone(OneRow.byKey(all(), key)));
    }

    /** The only row that meets a condition; a page 404 if there is none. */
    default M getOr404(Cond<? super M> condition) {
        return found(OneRow.onlyOrNone(filter(condition)));
    }

    private M found(Optional<M> row) {
        return row.orElseThrow(
                () -> new NotFound("No " + all().query().meta().objectName() + " matches the given query."));
    }

    /** Objects by their keys. */
    default Map<Object, M> inBulk(Collection<?> keys) {
        return InBulk.objects(all(), keys, "pk");
    }

    /** Objects by the values of a unique field. */
    default Map<Object, M> inBulk(Collection<?> values, String field) {
        return InBulk.objects(all(), values, field);
    }

    /** Objects by the values of a unique field: {@code Book.objects.inBulk(List.of("1", "2"), Book_.isbn).get("1")}. */
    @SuppressWarnings("unchecked") // The values of the field have its type.
    default <T> Map<T, M> inBulk(Collection<T> values, Column<? super M, T> field) {
        return (Map<T, M>) InBulk.objects(all(), values, field.path());
    }

    /** All objects by their keys. */
    default Map<Object, M> inBulk() {
        return InBulk.objects(all(), null, "pk");
    }

    /** The years, months ({@code "month"}), weeks or days for which there are rows, as their first days. */
    default List<java.time.LocalDate> dates(TemporalExpr<? super M, ?> field, String unit, boolean descending) {
        return Dates.dates(all().query(), field.node(), unit, descending);
    }

    /** As {@code dates}, by the field's name. */
    default List<java.time.LocalDate> dates(String field, String unit, boolean descending) {
        return Dates.dates(all().query(), new Node.Path(field), unit, descending);
    }

    /** The hours, days, months ... for which there are rows, as moments in the current time zone. */
    default List<java.time.Instant> datetimes(
            TemporalExpr<? super M, java.time.Instant> field, String unit, boolean descending) {
        return Dates.datetimes(all().query(), field.node(), unit, descending, null);
    }

    /** The same by the field's name. */
    default List<java.time.Instant> datetimes(String field, String unit, boolean descending) {
        return Dates.datetimes(all().query(), new Node.Path(field), unit, descending, null);
    }

    /** The hours, days, months ... of a time zone for which there are rows. */
    default List<java.time.Instant> datetimes(String field, String unit, boolean descending, java.time.ZoneId zone) {
        return Dates.datetimes(all().query(), new Node.Path(field), unit, descending, zone);
    }
}
