package quintet.http;

/** Security headers of single handlers, and who may see them: {@code xframeOptionsExempt(Views::widget)}. Import statically. */
public final class SecurityDecorators {
    private static final Decorator DENY = frameOptions("DENY");
    private static final Decorator SAME_ORIGIN = frameOptions("SAMEORIGIN");
    private static final Decorator EXEMPT =
            (request, view) -> view.handle(request).set(XFrameOptionsMiddleware.EXEMPT, true);
    private static final Decorator OPEN = Decorator.marking(Logins.NOT_REQUIRED, true);

    private SecurityDecorators() {}

    /** No site may show it in a frame. */
    public static Handler xframeOptionsDeny(Handler handler) {
        return DENY.on(handler);
    }

    /** See {@link #xframeOptionsDeny(Handler)}. */
    public static AnyHandler xframeOptionsDeny(AnyHandler handler) {
        return DENY.on(handler);
    }

    /** See {@link #xframeOptionsDeny(Handler)}. */
    public static <A> Handler1<A> xframeOptionsDeny(Handler1<A> handler) {
        return DENY.on(handler);
    }

    /** See {@link #xframeOptionsDeny(Handler)}. */
    public static <A, B> Handler2<A, B> xframeOptionsDeny(Handler2<A, B> handler) {
        return DENY.on(handler);
    }

    /** See {@link #xframeOptionsDeny(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> xframeOptionsDeny(Handler3<A, B, C> handler) {
        return DENY.on(handler);
    }

    /** See {@link #xframeOptionsDeny(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> xframeOptionsDeny(Handler4<A, B, C, D> handler) {
        return DENY.on(handler);
    }

    /** Only this site may show it in a frame. */
    public static Handler xframeOptionsSameorigin(Handler handler) {
        return SAME_ORIGIN.on(handler);
    }

    /** See {@link #xframeOptionsSameorigin(Handler)}. */
    public static AnyHandler xframeOptionsSameorigin(AnyHandler handler) {
        return SAME_ORIGIN.on(handler);
    }

    /** See {@link #xframeOptionsSameorigin(Handler)}. */
    public static <A> Handler1<A> xframeOptionsSameorigin(Handler1<A> handler) {
        return SAME_ORIGIN.on(handler);
    }

    /** See {@link #xframeOptionsSameorigin(Handler)}. */
    public static <A, B> Handler2<A, B> xframeOptionsSameorigin(Handler2<A, B> handler) {
        return SAME_ORIGIN.on(handler);
    }

    /** See {@link #xframeOptionsSameorigin(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> xframeOptionsSameorigin(Handler3<A, B, C> handler) {
        return SAME_ORIGIN.on(handler);
    }

    /** See {@link #xframeOptionsSameorigin(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> xframeOptionsSameorigin(Handler4<A, B, C, D> handler) {
        return SAME_ORIGIN.on(handler);
    }

    /** Any site may show it in a frame. */
    public static Handler xframeOptionsExempt(Handler handler) {
        return EXEMPT.on(handler);
    }

    /** See {@link #xframeOptionsExempt(Handler)}. */
    public static AnyHandler xframeOptionsExempt(AnyHandler handler) {
        return EXEMPT.on(handler);
    }

    /** See {@link #xframeOptionsExempt(Handler)}. */
    public static <A> Handler1<A> xframeOptionsExempt(Handler1<A> handler) {
        return EXEMPT.on(handler);
    }

    /** See {@link #xframeOptionsExempt(Handler)}. */
    public static <A, B> Handler2<A, B> xframeOptionsExempt(Handler2<A, B> handler) {
        return EXEMPT.on(handler);
    }

    /** See {@link #xframeOptionsExempt(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> xframeOptionsExempt(Handler3<A, B, C> handler) {
        return EXEMPT.on(handler);
    }

    /** See {@link #xframeOptionsExempt(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> xframeOptionsExempt(Handler4<A, B, C, D> handler) {
        return EXEMPT.on(handler);
    }

    /** Anybody may see it where {@link LoginRequiredMiddleware} guards the others. */
    public static Handler loginNotRequired(Handler handler) {
        return OPEN.on(handler);
    }

    /** See {@link #loginNotRequired(Handler)}. */
    public static AnyHandler loginNotRequired(AnyHandler handler) {
        return OPEN.on(handler);
    }

    /** See {@link #loginNotRequired(Handler)}. */
    public static <A> Handler1<A> loginNotRequired(Handler1<A> handler) {
        return OPEN.on(handler);
    }

    /** See {@link #loginNotRequired(Handler)}. */
    public static <A, B> Handler2<A, B> loginNotRequired(Handler2<A, B> handler) {
        return OPEN.on(handler);
    }

    /** See {@link #loginNotRequired(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> loginNotRequired(Handler3<A, B, C> handler) {
        return OPEN.on(handler);
    }

    /** See {@link #loginNotRequired(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> loginNotRequired(Handler4<A, B, C, D> handler) {
        return OPEN.on(handler);
    }

    private static Decorator frameOptions(String value) {
        return (request, view) -> view.handle(request).headerDefault("X-Frame-Options", value);
    }

    /** Sends this policy instead of the site's; an empty one sends none (csp_override). */
    public static Decorator csp(Csp policy) {
        return (request, view) -> view.handle(request).set(ContentSecurityPolicyMiddleware.OVERRIDE, policy);
    }

    /** Sends this report-only policy instead of the site's; an empty one sends none (csp_report_only_override). */
    public static Decorator cspReportOnly(Csp policy) {
        return (request, view) ->
                view.handle(request).set(ContentSecurityPolicyMiddleware.OVERRIDE_REPORT_ONLY, policy);
    }
}
