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
 * A query for values instead of objects; immutable. {@code into} evaluates it. Answers to Django's {@code values()} and
 * {@code values_list()}.
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

    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"
    }) // the query computes values of these types
    private static <T> T at(@Nullable Object[] row, int index) {
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
        public <B> Of2<M, A, B> annotate(Expr<? super M, B> named) {
            return new Of2<>(query().annotate(named.name(), named.node(), true));
        }
    }

    /**
     * 2 values of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     */
    public static final class Of2<M, A, B> extends Values<M, Of2<M, A, B>> {
        Of2(Query query) {
            super(query);
        }

        @Override
        public Of2<M, A, B> with(Query other) {
            return new Of2<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(Fn2<? super A, ? super B, ? extends Z> make) {
            return ValueRows.rows(query(), row -> make.apply(Values.<A>at(row, 0), Values.<B>at(row, 1)));
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public <C> Of3<M, A, B, C> annotate(Expr<? super M, C> named) {
            return new Of3<>(query().annotate(named.name(), named.node(), true));
        }
    }

    /**
     * 3 values of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     */
    public static final class Of3<M, A, B, C> extends Values<M, Of3<M, A, B, C>> {
        Of3(Query query) {
            super(query);
        }

        @Override
        public Of3<M, A, B, C> with(Query other) {
            return new Of3<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(Fn3<? super A, ? super B, ? super C, ? extends Z> make) {
            return ValueRows.rows(
                    query(), row -> make.apply(Values.<A>at(row, 0), Values.<B>at(row, 1), Values.<C>at(row, 2)));
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public <D> Of4<M, A, B, C, D> annotate(Expr<? super M, D> named) {
            return new Of4<>(query().annotate(named.name(), named.node(), true));
        }
    }

    /**
     * 4 values of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     */
    public static final class Of4<M, A, B, C, D> extends Values<M, Of4<M, A, B, C, D>> {
        Of4(Query query) {
            super(query);
        }

        @Override
        public Of4<M, A, B, C, D> with(Query other) {
            return new Of4<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(Fn4<? super A, ? super B, ? super C, ? super D, ? extends Z> make) {
            return ValueRows.rows(
                    query(),
                    row -> make.apply(
                            Values.<A>at(row, 0), Values.<B>at(row, 1), Values.<C>at(row, 2), Values.<D>at(row, 3)));
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public <E> Of5<M, A, B, C, D, E> annotate(Expr<? super M, E> named) {
            return new Of5<>(query().annotate(named.name(), named.node(), true));
        }
    }

    /**
     * 5 values of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     */
    public static final class Of5<M, A, B, C, D, E> extends Values<M, Of5<M, A, B, C, D, E>> {
        Of5(Query query) {
            super(query);
        }

        @Override
        public Of5<M, A, B, C, D, E> with(Query other) {
            return new Of5<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(Fn5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends Z> make) {
            return ValueRows.rows(
                    query(),
                    row -> make.apply(
                            Values.<A>at(row, 0),
                            Values.<B>at(row, 1),
                            Values.<C>at(row, 2),
                            Values.<D>at(row, 3),
                            Values.<E>at(row, 4)));
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public <F> Of6<M, A, B, C, D, E, F> annotate(Expr<? super M, F> named) {
            return new Of6<>(query().annotate(named.name(), named.node(), true));
        }
    }

    /**
     * 6 values of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     */
    public static final class Of6<M, A, B, C, D, E, F> extends Values<M, Of6<M, A, B, C, D, E, F>> {
        Of6(Query query) {
            super(query);
        }

        @Override
        public Of6<M, A, B, C, D, E, F> with(Query other) {
            return new Of6<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(
                Fn6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends Z> make) {
            return ValueRows.rows(
                    query(),
                    row -> make.apply(
                            Values.<A>at(row, 0),
                            Values.<B>at(row, 1),
                            Values.<C>at(row, 2),
                            Values.<D>at(row, 3),
                            Values.<E>at(row, 4),
                            Values.<F>at(row, 5)));
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public <G> Of7<M, A, B, C, D, E, F, G> annotate(Expr<? super M, G> named) {
            return new Of7<>(query().annotate(named.name(), named.node(), true));
        }
    }

    /**
     * 7 values of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     */
    public static final class Of7<M, A, B, C, D, E, F, G> extends Values<M, Of7<M, A, B, C, D, E, F, G>> {
        Of7(Query query) {
            super(query);
        }

        @Override
        public Of7<M, A, B, C, D, E, F, G> with(Query other) {
            return new Of7<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(
                Fn7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? extends Z> make) {
            return ValueRows.rows(
                    query(),
                    row -> make.apply(
                            Values.<A>at(row, 0),
                            Values.<B>at(row, 1),
                            Values.<C>at(row, 2),
                            Values.<D>at(row, 3),
                            Values.<E>at(row, 4),
                            Values.<F>at(row, 5),
                            Values.<G>at(row, 6)));
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public <H> Of8<M, A, B, C, D, E, F, G, H> annotate(Expr<? super M, H> named) {
            return new Of8<>(query().annotate(named.name(), named.node(), true));
        }
    }

    /**
     * 8 values of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     */
    public static final class Of8<M, A, B, C, D, E, F, G, H> extends Values<M, Of8<M, A, B, C, D, E, F, G, H>> {
        Of8(Query query) {
            super(query);
        }

        @Override
        public Of8<M, A, B, C, D, E, F, G, H> with(Query other) {
            return new Of8<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(
                Fn8<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? super H, ? extends Z>
                        make) {
            return ValueRows.rows(
                    query(),
                    row -> make.apply(
                            Values.<A>at(row, 0),
                            Values.<B>at(row, 1),
                            Values.<C>at(row, 2),
                            Values.<D>at(row, 3),
                            Values.<E>at(row, 4),
                            Values.<F>at(row, 5),
                            Values.<G>at(row, 6),
                            Values.<H>at(row, 7)));
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public <I> Of9<M, A, B, C, D, E, F, G, H, I> annotate(Expr<? super M, I> named) {
            return new Of9<>(query().annotate(named.name(), named.node(), true));
        }
    }

    /**
     * 9 values of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     */
    public static final class Of9<M, A, B, C, D, E, F, G, H, I> extends Values<M, Of9<M, A, B, C, D, E, F, G, H, I>> {
        Of9(Query query) {
            super(query);
        }

        @Override
        public Of9<M, A, B, C, D, E, F, G, H, I> with(Query other) {
            return new Of9<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(
                Fn9<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? extends Z>
                        make) {
            return ValueRows.rows(
                    query(),
                    row -> make.apply(
                            Values.<A>at(row, 0),
                            Values.<B>at(row, 1),
                            Values.<C>at(row, 2),
                            Values.<D>at(row, 3),
                            Values.<E>at(row, 4),
                            Values.<F>at(row, 5),
                            Values.<G>at(row, 6),
                            Values.<H>at(row, 7),
                            Values.<I>at(row, 8)));
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public <J> Of10<M, A, B, C, D, E, F, G, H, I, J> annotate(Expr<? super M, J> named) {
            return new Of10<>(query().annotate(named.name(), named.node(), true));
        }
    }

    /**
     * 10 values of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     */
    public static final class Of10<M, A, B, C, D, E, F, G, H, I, J>
            extends Values<M, Of10<M, A, B, C, D, E, F, G, H, I, J>> {
        Of10(Query query) {
            super(query);
        }

        @Override
        public Of10<M, A, B, C, D, E, F, G, H, I, J> with(Query other) {
            return new Of10<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(
                Fn10<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? super J,
                                ? extends Z>
                        make) {
            return ValueRows.rows(
                    query(),
                    row -> make.apply(
                            Values.<A>at(row, 0),
                            Values.<B>at(row, 1),
                            Values.<C>at(row, 2),
                            Values.<D>at(row, 3),
                            Values.<E>at(row, 4),
                            Values.<F>at(row, 5),
                            Values.<G>at(row, 6),
                            Values.<H>at(row, 7),
                            Values.<I>at(row, 8),
                            Values.<J>at(row, 9)));
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public <K> Of11<M, A, B, C, D, E, F, G, H, I, J, K> annotate(Expr<? super M, K> named) {
            return new Of11<>(query().annotate(named.name(), named.node(), true));
        }
    }

    /**
     * 11 values of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     * @param <K> the type of value 11
     */
    public static final class Of11<M, A, B, C, D, E, F, G, H, I, J, K>
            extends Values<M, Of11<M, A, B, C, D, E, F, G, H, I, J, K>> {
        Of11(Query query) {
            super(query);
        }

        @Override
        public Of11<M, A, B, C, D, E, F, G, H, I, J, K> with(Query other) {
            return new Of11<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(
                Fn11<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? super J,
                                ? super K,
                                ? extends Z>
                        make) {
            return ValueRows.rows(
                    query(),
                    row -> make.apply(
                            Values.<A>at(row, 0),
                            Values.<B>at(row, 1),
                            Values.<C>at(row, 2),
                            Values.<D>at(row, 3),
                            Values.<E>at(row, 4),
                            Values.<F>at(row, 5),
                            Values.<G>at(row, 6),
                            Values.<H>at(row, 7),
                            Values.<I>at(row, 8),
                            Values.<J>at(row, 9),
                            Values.<K>at(row, 10)));
        }

        /** One more computed value; aggregates are computed for each group of equal values. */
        public <L> Of12<M, A, B, C, D, E, F, G, H, I, J, K, L> annotate(Expr<? super M, L> named) {
            return new Of12<>(query().annotate(named.name(), named.node(), true));
        }
    }

    /**
     * 12 values of each row.
     *
     * @param <M> the model
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     * @param <K> the type of value 11
     * @param <L> the type of value 12
     */
    public static final class Of12<M, A, B, C, D, E, F, G, H, I, J, K, L>
            extends Values<M, Of12<M, A, B, C, D, E, F, G, H, I, J, K, L>> {
        Of12(Query query) {
            super(query);
        }

        @Override
        public Of12<M, A, B, C, D, E, F, G, H, I, J, K, L> with(Query other) {
            return new Of12<>(other);
        }

        /** The rows, each made by a function such as a record's constructor. A null for a primitive is an error that names the column. */
        public <Z> List<Z> into(
                Fn12<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
                                ? super I,
                                ? super J,
                                ? super K,
                                ? super L,
                                ? extends Z>
                        make) {
            return ValueRows.rows(
                    query(),
                    row -> make.apply(
                            Values.<A>at(row, 0),
                            Values.<B>at(row, 1),
                            Values.<C>at(row, 2),
                            Values.<D>at(row, 3),
                            Values.<E>at(row, 4),
                            Values.<F>at(row, 5),
                            Values.<G>at(row, 6),
                            Values.<H>at(row, 7),
                            Values.<I>at(row, 8),
                            Values.<J>at(row, 9),
                            Values.<K>at(row, 10),
                            Values.<L>at(row, 11)));
        }
    }

    /**
     * Makes something of 2 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Fn2<A, B, Z> {
        /** Makes it. */
        Z apply(A a, B b);
    }

    /**
     * Makes something of 3 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Fn3<A, B, C, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c);
    }

    /**
     * Makes something of 4 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Fn4<A, B, C, D, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d);
    }

    /**
     * Makes something of 5 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Fn5<A, B, C, D, E, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e);
    }

    /**
     * Makes something of 6 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Fn6<A, B, C, D, E, F, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f);
    }

    /**
     * Makes something of 7 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Fn7<A, B, C, D, E, F, G, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g);
    }

    /**
     * Makes something of 8 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Fn8<A, B, C, D, E, F, G, H, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g, H h);
    }

    /**
     * Makes something of 9 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Fn9<A, B, C, D, E, F, G, H, I, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g, H h, I i);
    }

    /**
     * Makes something of 10 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Fn10<A, B, C, D, E, F, G, H, I, J, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
    }

    /**
     * Makes something of 11 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     * @param <K> the type of value 11
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Fn11<A, B, C, D, E, F, G, H, I, J, K, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
    }

    /**
     * Makes something of 12 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     * @param <K> the type of value 11
     * @param <L> the type of value 12
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Fn12<A, B, C, D, E, F, G, H, I, J, K, L, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
    }
}
