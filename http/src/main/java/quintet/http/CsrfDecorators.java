package quintet.http;

/** Which handlers are protected against forged requests: {@code csrfExempt(Views::hook)}. Import statically. */
public final class CsrfDecorators {
    private static final Decorator EXEMPT = Decorator.marking(Csrf.EXEMPT, true);
    private static final Decorator PROTECT =
            (request, view) -> new CsrfMiddleware(request.site()).protect(request, view);
    private static final Decorator TOKEN = (request, view) -> new CsrfMiddleware(request.site()).provide(request, view);
    private static final Decorator ENSURE = (request, view) -> {
        Csrf.token(request);
        return TOKEN.around(request, view);
    };

    private CsrfDecorators() {}

    /** Takes requests without a token: for webhooks and APIs that authenticate otherwise. */
    public static Handler csrfExempt(Handler handler) {
        return EXEMPT.on(handler);
    }

    /** See {@link #csrfExempt(Handler)}. */
    public static AnyHandler csrfExempt(AnyHandler handler) {
        return EXEMPT.on(handler);
    }

    /** See {@link #csrfExempt(Handler)}. */
    public static <A> Handler1<A> csrfExempt(Handler1<A> handler) {
        return EXEMPT.on(handler);
    }

    /** See {@link #csrfExempt(Handler)}. */
    public static <A, B> Handler2<A, B> csrfExempt(Handler2<A, B> handler) {
        return EXEMPT.on(handler);
    }

    /** See {@link #csrfExempt(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> csrfExempt(Handler3<A, B, C> handler) {
        return EXEMPT.on(handler);
    }

    /** See {@link #csrfExempt(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> csrfExempt(Handler4<A, B, C, D> handler) {
        return EXEMPT.on(handler);
    }

    /** Needs a token even where the middleware is not in the site. */
    public static Handler csrfProtect(Handler handler) {
        return PROTECT.on(handler);
    }

    /** See {@link #csrfProtect(Handler)}. */
    public static AnyHandler csrfProtect(AnyHandler handler) {
        return PROTECT.on(handler);
    }

    /** See {@link #csrfProtect(Handler)}. */
    public static <A> Handler1<A> csrfProtect(Handler1<A> handler) {
        return PROTECT.on(handler);
    }

    /** See {@link #csrfProtect(Handler)}. */
    public static <A, B> Handler2<A, B> csrfProtect(Handler2<A, B> handler) {
        return PROTECT.on(handler);
    }

    /** See {@link #csrfProtect(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> csrfProtect(Handler3<A, B, C> handler) {
        return PROTECT.on(handler);
    }

    /** See {@link #csrfProtect(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> csrfProtect(Handler4<A, B, C, D> handler) {
        return PROTECT.on(handler);
    }

    /** Has a token at hand for its page, without being protected itself. */
    public static Handler requiresCsrfToken(Handler handler) {
        return TOKEN.on(handler);
    }

    /** See {@link #requiresCsrfToken(Handler)}. */
    public static AnyHandler requiresCsrfToken(AnyHandler handler) {
        return TOKEN.on(handler);
    }

    /** See {@link #requiresCsrfToken(Handler)}. */
    public static <A> Handler1<A> requiresCsrfToken(Handler1<A> handler) {
        return TOKEN.on(handler);
    }

    /** See {@link #requiresCsrfToken(Handler)}. */
    public static <A, B> Handler2<A, B> requiresCsrfToken(Handler2<A, B> handler) {
        return TOKEN.on(handler);
    }

    /** See {@link #requiresCsrfToken(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> requiresCsrfToken(Handler3<A, B, C> handler) {
        return TOKEN.on(handler);
    }

    /** See {@link #requiresCsrfToken(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> requiresCsrfToken(Handler4<A, B, C, D> handler) {
        return TOKEN.on(handler);
    }

    /** Sends the cookie even if its page has no token in it, for scripts. */
    public static Handler ensureCsrfCookie(Handler handler) {
        return ENSURE.on(handler);
    }

    /** See {@link #ensureCsrfCookie(Handler)}. */
    public static AnyHandler ensureCsrfCookie(AnyHandler handler) {
        return ENSURE.on(handler);
    }

    /** See {@link #ensureCsrfCookie(Handler)}. */
    public static <A> Handler1<A> ensureCsrfCookie(Handler1<A> handler) {
        return ENSURE.on(handler);
    }

    /** See {@link #ensureCsrfCookie(Handler)}. */
    public static <A, B> Handler2<A, B> ensureCsrfCookie(Handler2<A, B> handler) {
        return ENSURE.on(handler);
    }

    /** See {@link #ensureCsrfCookie(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> ensureCsrfCookie(Handler3<A, B, C> handler) {
        return ENSURE.on(handler);
    }

    /** See {@link #ensureCsrfCookie(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> ensureCsrfCookie(Handler4<A, B, C, D> handler) {
        return ENSURE.on(handler);
    }
}
