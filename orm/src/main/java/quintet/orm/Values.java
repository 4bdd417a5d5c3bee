package quintet.orm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.load.Engine;
import quintet.orm.internal.load.InBulk;
import quintet.orm.internal.load.ValueRows;
import quintet.orm.internal.query.Query;

/**
 * A query for values instead of objects; immutable. Answers to Django's {@code values()} and {@code values_list()}. Here are
 * the kinds for maps, lists and one value; those for 2 to 12 typed values are in {@link Tuples}.
 *
 * @param <M> the model
 * @param <S> the kind of query itself
 */
public abstract class Values<M, S extends Values<M, S>> implements Shaping<M, S> {
    private final Query query;

    Values(Query query) {
        this.query = query;
    }

    @Override
    public abstract S with(Query other);

    /** The query as a value; for Quintet's own use. */
    @Override
    public final Query query() {
        return query;
    }

    /** Values cannot be deleted: always fails, and says what to do instead. */
    public Deleted delete() {
        throw new QueryError(
                QueryError.Kind.TYPE,
                "Cannot call delete() after .values() or .values_list()",
                "delete() goes before values().");
    }

    /** Values have no objects among them: always fails, and says what to do instead. */
    public boolean contains(KeyedModel<?> object) {
        throw new QueryError(
                QueryError.Kind.TYPE,
                "Cannot call QuerySet.contains() after .values() or .values_list().",
                "Ask for " + object.meta().objectName() + " before values().");
    }

    /** The rows as lists of values. */
    public List<List<Object>> lists() {
        return ValueRows.lists(query);
    }

    /** The rows as maps from names to values. */
    public List<Map<String, Object>> maps() {
        return ValueRows.maps(query);
    }

    /** The SQL text. */
    @Override
    public String toString() {
        return Engine.describe(query);
    }

    /** A value of a row, as the type that the query computes there. */
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"
    }) // the query computes values of these types
    static <T> T at(@Nullable Object[] row, int index) {
        return (T) row[index];
    }

    /**
     * Rows as maps.
     *
     * @param <M> the model
     */
    public static final class Maps<M> extends Values<M, Maps<M>> {
        Maps(Query query) {
            super(query);
        }

        @Override
        public Maps<M> with(Query other) {
            return new Maps<>(other);
        }

        /** The rows. */
        public List<Map<String, Object>> list() {
            return maps();
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public Maps<M> annotate(Expr<? super M, ?> named) {
            return new Maps<>(Steps.single(query(), "annotate").annotate(named.name(), named.node(), true));
        }

        /** The first row; empty if there is none. */
        public Optional<Map<String, Object>> first() {
            return Optional.ofNullable(Edges.first(query(), ValueRows::maps));
        }

        /** The last row; empty if there is none. */
        public Optional<Map<String, Object>> last() {
            return Optional.ofNullable(Edges.last(query(), ValueRows::maps));
        }

        /** The only row; throws {@link DoesNotExist} or {@link MultipleObjectsReturned}. */
        public Map<String, Object> get() {
            return Edges.only(query(), ValueRows::maps);
        }

        /** Rows by their keys. */
        public Map<Object, Map<String, Object>> inBulk(Collection<?> keys) {
            return InBulk.maps(query(), keys);
        }
    }

    /**
     * Rows as lists of values.
     *
     * @param <M> the model
     */
    public static final class Lists<M> extends Values<M, Lists<M>> {
        Lists(Query query) {
            super(query);
        }

        @Override
        public Lists<M> with(Query other) {
            return new Lists<>(other);
        }

        /** The rows. */
        public List<List<Object>> list() {
            return lists();
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public Lists<M> annotate(Expr<? super M, ?> named) {
            return new Lists<>(Steps.single(query(), "annotate").annotate(named.name(), named.node(), true));
        }

        /** The first row; empty if there is none. */
        public Optional<List<Object>> first() {
            return Optional.ofNullable(Edges.first(query(), ValueRows::lists));
        }

        /** The last row; empty if there is none. */
        public Optional<List<Object>> last() {
            return Optional.ofNullable(Edges.last(query(), ValueRows::lists));
        }

        /** The only row; throws {@link DoesNotExist} or {@link MultipleObjectsReturned}. */
        public List<Object> get() {
            return Edges.only(query(), ValueRows::lists);
        }

        /** Rows by their keys. */
        public Map<Object, List<Object>> inBulk(Collection<?> keys) {
            return InBulk.lists(query(), keys);
        }
    }

    /**
     * One value of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     */
    public static final class Of1<M, A> extends Values<M, Of1<M, A>> {
        Of1(Query query) {
            super(query);
        }

        @Override
        public Of1<M, A> with(Query other) {
            return new Of1<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(Function<? super A, ? extends Z> make) {
            return ValueRows.rows(query(), row -> make.apply(Values.<A>at(row, 0)));
        }

        /** The values. */
        public List<A> list() {
            return ValueRows.rows(query(), row -> Values.<A>at(row, 0));
        }

        /** The first value; empty if there is no row. */
        public Optional<A> first() {
            return limit(1).list().stream().findFirst();
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public <B> Tuples.Of2<M, A, B> annotate(Expr<? super M, B> named) {
            return new Tuples.Of2<>(query().annotate(named.name(), named.node(), true));
        }
    }
}
