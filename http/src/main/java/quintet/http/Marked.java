package quintet.http;

/** A handler or decorator that carries marks for middleware, such as "needs no CSRF check". */
public interface Marked {
    /** The marks. */
    Attributes marks();
}
