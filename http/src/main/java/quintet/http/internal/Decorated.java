package quintet.http.internal;

import quintet.http.AnyHandler;
import quintet.http.Attributes;
import quintet.http.Decorator;
import quintet.http.Handler;
import quintet.http.Handler1;
import quintet.http.Handler2;
import quintet.http.Handler3;
import quintet.http.Handler4;
import quintet.http.Marked;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;

/** Handlers with a decorator around them. */
public sealed interface Decorated {
    /** The decorator. */
    Decorator decorator();

    /** The handler inside. */
    Object handler();

    /** All marks of a handler, those of outer decorators winning. */
    static Attributes marks(Object handler) {
        return switch (handler) {
            case Decorated decorated -> marks(decorated.handler()).withAll(marks(decorated.decorator()));
            case Marked marked -> marked.marks();
            default -> Attributes.NONE;
        };
    }

    /** The handler inside all decorators. */
    static Object innermost(Object handler) {
        return handler instanceof Decorated decorated ? innermost(decorated.handler()) : handler;
    }

    /** A decorator that only marks. */
    record Mark(Attributes marks) implements Decorator, Marked {
        @Override
        public Response around(Request request, Next view) throws Exception {
            return view.handle(request);
        }
    }

    /** Two decorators. */
    record Both(Decorator outer, Decorator inner) implements Decorator, Marked {
        @Override
        public Response around(Request request, Next view) throws Exception {
            return outer.around(request, r -> inner.around(r, view));
        }

        @Override
        public Attributes marks() {
            return Decorated.marks(inner).withAll(Decorated.marks(outer));
        }
    }

    /** A handler without captured values. */
    record Of0(Decorator decorator, Handler handler) implements Handler, Decorated {
        @Override
        public Response handle(Request request) throws Exception {
            return decorator.around(request, handler::handle);
        }
    }

    /** A handler with 1 captured value. */
    record Of1<A>(Decorator decorator, Handler1<A> handler) implements Handler1<A>, Decorated {
        @Override
        public Response handle(Request request, A a) throws Exception {
            return decorator.around(request, r -> handler.handle(r, a));
        }
    }

    /** A handler with 2 captured values. */
    record Of2<A, B>(Decorator decorator, Handler2<A, B> handler) implements Handler2<A, B>, Decorated {
        @Override
        public Response handle(Request request, A a, B b) throws Exception {
            return decorator.around(request, r -> handler.handle(r, a, b));
        }
    }

    /** A handler with 3 captured values. */
    record Of3<A, B, C>(Decorator decorator, Handler3<A, B, C> handler) implements Handler3<A, B, C>, Decorated {
        @Override
        public Response handle(Request request, A a, B b, C c) throws Exception {
            return decorator.around(request, r -> handler.handle(r, a, b, c));
        }
    }

    /** A handler with 4 captured values. */
    record Of4<A, B, C, D>(Decorator decorator, Handler4<A, B, C, D> handler)
            implements Handler4<A, B, C, D>, Decorated {
        @Override
        public Response handle(Request request, A a, B b, C c, D d) throws Exception {
            return decorator.around(request, r -> handler.handle(r, a, b, c, d));
        }
    }

    /** A handler for any route. */
    record OfAny(Decorator decorator, AnyHandler handler) implements AnyHandler, Decorated {
        @Override
        public Response handle(Request request) throws Exception {
            return decorator.around(request, handler::handle);
        }
    }
}
