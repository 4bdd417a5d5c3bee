package quintet.orm;

import java.util.List;
import quintet.orm.internal.load.ValueRows;
import quintet.orm.internal.query.Query;

/**
 * The queries for 2 to 12 typed values of each row; {@code into} evaluates them.
 *
 * <p>They differ in nothing but their number of values, which Java's types cannot leave open. They stand in one file, long as
 * it is, because they are one thing said eleven times: what is changed in one is changed in all.
 */
public final class Tuples {
    private Tuples() {}

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
        public <Z> List<Z> into(Makers.Of2<? super A, ? super B, ? extends Z> make) {
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
        public <Z> List<Z> into(Makers.Of3<? super A, ? super B, ? super C, ? extends Z> make) {
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
        public <Z> List<Z> into(Makers.Of4<? super A, ? super B, ? super C, ? super D, ? extends Z> make) {
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
        public <Z> List<Z> into(Makers.Of5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends Z> make) {
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
                Makers.Of6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends Z> make) {
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
                Makers.Of7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? extends Z>
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
                Makers.Of8<
                                ? super A,
                                ? super B,
                                ? super C,
                                ? super D,
                                ? super E,
                                ? super F,
                                ? super G,
                                ? super H,
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
                Makers.Of9<
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
                Makers.Of10<
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
                Makers.Of11<
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
                Makers.Of12<
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
}
