package quintet.http;

/** Thrown by a middleware's factory when the site does not need it: it is left out of the chain. */
public final class MiddlewareNotUsed extends RuntimeException {
    /** Says why, for the debug log. */
    public MiddlewareNotUsed(String reason) {
        super(reason);
    }
}
