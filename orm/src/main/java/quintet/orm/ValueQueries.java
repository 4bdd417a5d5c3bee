package quintet.orm;

import java.util.List;
import java.util.function.Function;

/**
 * Queries for values instead of objects: {@code values(Book_.title, Book_.price).into(Shelf::new)}. For more than
 * twelve, nest records or use names.
 *
 * @param <M> the model
 */
public interface ValueQueries<M> {
    /** The rows as a query set. */
    QuerySet<M> all();

    /** One value of each row, read as a type. */
    default <T> List<T> valuesList(String name, Class<T> type) {
        Function<Object, T> cast = type::cast;
        return all().valuesList(name).list().stream().map(cast).toList();
    }

    /** One value of each row. */
    default <A> Values.Of1<M, A> values(Expr<? super M, A> a) {
        return new Values.Of1<>(all().query().values(List.of(a.node())));
    }

    /** 2 values of each row. */
    default <A, B> Tuples.Of2<M, A, B> values(Expr<? super M, A> a, Expr<? super M, B> b) {
        return new Tuples.Of2<>(all().query().values(List.of(a.node(), b.node())));
    }

    /** 3 values of each row. */
    default <A, B, C> Tuples.Of3<M, A, B, C> values(Expr<? super M, A> a, Expr<? super M, B> b, Expr<? super M, C> c) {
        return new Tuples.Of3<>(all().query().values(List.of(a.node(), b.node(), c.node())));
    }

    /** 4 values of each row. */
    default <A, B, C, D> Tuples.Of4<M, A, B, C, D> values(
            Expr<? super M, A> a, Expr<? super M, B> b, Expr<? super M, C> c, Expr<? super M, D> d) {
        return new Tuples.Of4<>(all().query().values(List.of(a.node(), b.node(), c.node(), d.node())));
    }

    /** 5 values of each row. */
    default <A, B, C, D, E> Tuples.Of5<M, A, B, C, D, E> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e) {
        return new Tuples.Of5<>(all().query().values(List.of(a.node(), b.node(), c.node(), d.node(), e.node())));
    }

    /** 6 values of each row. */
    default <A, B, C, D, E, F> Tuples.Of6<M, A, B, C, D, E, F> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e,
            Expr<? super M, F> f) {
        return new Tuples.Of6<>(
                all().query().values(List.of(a.node(), b.node(), c.node(), d.node(), e.node(), f.node())));
    }

    /** 7 values of each row. */
    default <A, B, C, D, E, F, G> Tuples.Of7<M, A, B, C, D, E, F, G> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e,
            Expr<? super M, F> f,
            Expr<? super M, G> g) {
        return new Tuples.Of7<>(
                all().query().values(List.of(a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node())));
    }

    /** 8 values of each row. */
    default <A, B, C, D, E, F, G, H> Tuples.Of8<M, A, B, C, D, E, F, G, H> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e,
            Expr<? super M, F> f,
            Expr<? super M, G> g,
            Expr<? super M, H> h) {
        return new Tuples.Of8<>(all().query()
                .values(List.of(a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node(), h.node())));
    }

    /** 9 values of each row. */
    default <A, B, C, D, E, F, G, H, I> Tuples.Of9<M, A, B, C, D, E, F, G, H, I> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e,
            Expr<? super M, F> f,
            Expr<? super M, G> g,
            Expr<? super M, H> h,
            Expr<? super M, I> i) {
        return new Tuples.Of9<>(all().query()
                .values(List.of(
                        a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node(), h.node(), i.node())));
    }

    /** 10 values of each row. */
    default <A, B, C, D, E, F, G, H, I, J> Tuples.Of10<M, A, B, C, D, E, F, G, H, I, J> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e,
            Expr<? super M, F> f,
            Expr<? super M, G> g,
            Expr<? super M, H> h,
            Expr<? super M, I> i,
            Expr<? super M, J> j) {
        return new Tuples.Of10<>(all().query()
                .values(List.of(
                        a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node(), h.node(), i.node(),
                        j.node())));
    }

    /** 11 values of each row. */
    default <A, B, C, D, E, F, G, H, I, J, K> Tuples.Of11<M, A, B, C, D, E, F, G, H, I, J, K> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e,
            Expr<? super M, F> f,
            Expr<? super M, G> g,
            Expr<? super M, H> h,
            Expr<? super M, I> i,
            Expr<? super M, J> j,
            Expr<? super M, K> k) {
        return new Tuples.Of11<>(all().query()
                .values(List.of(
                        a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node(), h.node(), i.node(),
                        j.node(), k.node())));
    }

    /** 12 values of each row. */
    default <A, B, C, D, E, F, G, H, I, J, K, L> Tuples.Of12<M, A, B, C, D, E, F, G, H, I, J, K, L> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e,
            Expr<? super M, F> f,
            Expr<? super M, G> g,
            Expr<? super M, H> h,
            Expr<? super M, I> i,
            Expr<? super M, J> j,
            Expr<? super M, K> k,
            Expr<? super M, L> l) {
        return new Tuples.Of12<>(all().query()
                .values(List.of(
                        a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node(), h.node(), i.node(),
                        j.node(), k.node(), l.node())));
    }
}
