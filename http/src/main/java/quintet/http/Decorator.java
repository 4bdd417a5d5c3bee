package quintet.http;

import quintet.http.internal.Decorated;

/**
 * Changes how a handler answers, whatever its route captures. {@code CACHE.on(Views::detail)} gives a handler of the same
 * kind. Decorators are put around one another: the outer one runs first.
 */
@FunctionalInterface
public interface Decorator {
    /** Answers the request, usually by {@code view.handle(request)}. */
    Response around(Request request, Next view) throws Exception;

    /** A decorator that leaves the call alone but marks the handler for middleware ({@link ResolverMatch#mark}). */
    static <T> Decorator marking(Key<T> key, T value) {
        return new Decorated.Mark(Attributes.NONE.with(key, value));
    }

    /** First this, then {@code inner} around the handler. */
    default Decorator then(Decorator inner) {
        return new Decorated.Both(this, inner);
    }

    /** The decorated handler. */
    default Handler on(Handler handler) {
        return new Decorated.Of0(this, handler);
    }

    /** The decorated handler. */
    default <A> Handler1<A> on(Handler1<A> handler) {
        return new Decorated.Of1<>(this, handler);
    }

    /** The decorated handler. */
    default <A, B> Handler2<A, B> on(Handler2<A, B> handler) {
        return new Decorated.Of2<>(this, handler);
    }

    /** The decorated handler. */
    default <A, B, C> Handler3<A, B, C> on(Handler3<A, B, C> handler) {
        return new Decorated.Of3<>(this, handler);
    }

    /** The decorated handler. */
    default <A, B, C, D> Handler4<A, B, C, D> on(Handler4<A, B, C, D> handler) {
        return new Decorated.Of4<>(this, handler);
    }

    /** The decorated handler. */
    default AnyHandler on(AnyHandler handler) {
        return new Decorated.OfAny(this, handler);
    }
}
