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
    default <A, B> Values.Of2<M, A, B> values(Expr<? super M, A> a, Expr<? super M, B> b) {
        return new Values.Of2<>(all().query().values(List.of(a.node(), b.node())));
    }

    /** 3 values of each row. */
    default <A, B, C> Values.Of3<M, A, B, C> values(Expr<? super M, A> a, Expr<? super M, B> b, Expr<? super M, C> c) {
        return new Values.Of3<>(all().query().values(List.of(a.node(), b.node(), c.node())));
    }

    /** 4 values of each row. */
    default <A, B, C, D> Values.Of4<M, A, B, C, D> values(
            Expr<? super M, A> a, Expr<? super M, B> b, Expr<? super M, C> c, Expr<? super M, D> d) {
        return new Values.Of4<>(all().query().values(List.of(a.node(), b.node(), c.node(), d.node())));
    }

    /** 5 values of each row. */
    default <A, B, C, D, E> Values.Of5<M, A, B, C, D, E> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e) {
        return new Values.Of5<>(all().query().values(List.of(a.node(), b.node(), c.node(), d.node(), e.node())));
    }

    /** 6 values of each row. */
    default <A, B, C, D, E, F> Values.Of6<M, A, B, C, D, E, F> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e,
            Expr<? super M, F> f) {
        return new Values.Of6<>(
                all().query().values(List.of(a.node(), b.node(), c.node(), d.node(), e.node(), f.node())));
    }

    /** 7 values of each row. */
    default <A, B, C, D, E, F, G> Values.Of7<M, A, B, C, D, E, F, G> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e,
            Expr<? super M, F> f,
            Expr<? super M, G> g) {
        return new Values.Of7<>(
                all().query().values(List.of(a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node())));
    }

    /** 8 values of each row. */
    default <A, B, C, D, E, F, G, H> Values.Of8<M, A, B, C, D, E, F, G, H> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e,
            Expr<? super M, F> f,
            Expr<? super M, G> g,
            Expr<? super M, H> h) {
        return new Values.Of8<>(all().query()
                .values(List.of(a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node(), h.node())));
    }

    /** 9 values of each row. */
    default <A, B, C, D, E, F, G, H, I> Values.Of9<M, A, B, C, D, E, F, G, H, I> values(
            Expr<? super M, A> a,
            Expr<? super M, B> b,
            Expr<? super M, C> c,
            Expr<? super M, D> d,
            Expr<? super M, E> e,
            Expr<? super M, F> f,
            Expr<? super M, G> g,
            Expr<? super M, H> h,
            Expr<? super M, I> i) {
        return new Values.Of9<>(all().query()
                .values(List.of(
                        a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node(), h.node(), i.node())));
    }

    /** 10 values of each row. */
    default <A, B, C, D, E, F, G, H, I, J> Values.Of10<M, A, B, C, D, E, F, G, H, I, J> values(
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
        return new Values.Of10<>(all().query()
                .values(List.of(
                        a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node(), h.node(), i.node(),
                        j.node())));
    }

    /** 11 values of each row. */
    default <A, B, C, D, E, F, G, H, I, J, K> Values.Of11<M, A, B, C, D, E, F, G, H, I, J, K> values(
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
        return new Values.Of11<>(all().query()
                .values(List.of(
                        a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node(), h.node(), i.node(),
                        j.node(), k.node())));
    }

    /** 12 values of each row. */
    default <A, B, C, D, E, F, G, H, I, J, K, L> Values.Of12<M, A, B, C, D, E, F, G, H, I, J, K, L> values(
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
        return new Values.Of12<>(all().query()
                .values(List.of(
                        a.node(), b.node(), c.node(), d.node(), e.node(), f.node(), g.node(), h.node(), i.node(),
                        j.node(), k.node(), l.node())));
    }
}
