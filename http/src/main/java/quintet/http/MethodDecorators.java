package quintet.http;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handlers that take certain methods only: {@code requirePost(Views::vote)}. Others get 405. Import statically. */
public final class MethodDecorators {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.request");
    private static final Decorator GET = requireMethods("GET");
    private static final Decorator POST = requireMethods("POST");
    private static final Decorator SAFE = requireMethods("GET", "HEAD");
    private static final Decorator NO_SLASH = Decorator.marking(CommonMiddleware.NO_APPEND_SLASH, true);

    private MethodDecorators() {}

    /** Takes GET only. */
    public static Handler requireGet(Handler handler) {
        return GET.on(handler);
    }

    /** See {@link #requireGet(Handler)}. */
    public static AnyHandler requireGet(AnyHandler handler) {
        return GET.on(handler);
    }

    /** See {@link #requireGet(Handler)}. */
    public static <A> Handler1<A> requireGet(Handler1<A> handler) {
        return GET.on(handler);
    }

    /** See {@link #requireGet(Handler)}. */
    public static <A, B> Handler2<A, B> requireGet(Handler2<A, B> handler) {
        return GET.on(handler);
    }

    /** See {@link #requireGet(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> requireGet(Handler3<A, B, C> handler) {
        return GET.on(handler);
    }

    /** See {@link #requireGet(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> requireGet(Handler4<A, B, C, D> handler) {
        return GET.on(handler);
    }

    /** Takes POST only. */
    public static Handler requirePost(Handler handler) {
        return POST.on(handler);
    }

    /** See {@link #requirePost(Handler)}. */
    public static AnyHandler requirePost(AnyHandler handler) {
        return POST.on(handler);
    }

    /** See {@link #requirePost(Handler)}. */
    public static <A> Handler1<A> requirePost(Handler1<A> handler) {
        return POST.on(handler);
    }

    /** See {@link #requirePost(Handler)}. */
    public static <A, B> Handler2<A, B> requirePost(Handler2<A, B> handler) {
        return POST.on(handler);
    }

    /** See {@link #requirePost(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> requirePost(Handler3<A, B, C> handler) {
        return POST.on(handler);
    }

    /** See {@link #requirePost(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> requirePost(Handler4<A, B, C, D> handler) {
        return POST.on(handler);
    }

    /** Takes GET and HEAD only. */
    public static Handler requireSafe(Handler handler) {
        return SAFE.on(handler);
    }

    /** See {@link #requireSafe(Handler)}. */
    public static AnyHandler requireSafe(AnyHandler handler) {
        return SAFE.on(handler);
    }

    /** See {@link #requireSafe(Handler)}. */
    public static <A> Handler1<A> requireSafe(Handler1<A> handler) {
        return SAFE.on(handler);
    }

    /** See {@link #requireSafe(Handler)}. */
    public static <A, B> Handler2<A, B> requireSafe(Handler2<A, B> handler) {
        return SAFE.on(handler);
    }

    /** See {@link #requireSafe(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> requireSafe(Handler3<A, B, C> handler) {
        return SAFE.on(handler);
    }

    /** See {@link #requireSafe(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> requireSafe(Handler4<A, B, C, D> handler) {
        return SAFE.on(handler);
    }

    /** Its URL is not reached by adding a slash to the one asked for. */
    public static Handler noAppendSlash(Handler handler) {
        return NO_SLASH.on(handler);
    }

    /** See {@link #noAppendSlash(Handler)}. */
    public static AnyHandler noAppendSlash(AnyHandler handler) {
        return NO_SLASH.on(handler);
    }

    /** See {@link #noAppendSlash(Handler)}. */
    public static <A> Handler1<A> noAppendSlash(Handler1<A> handler) {
        return NO_SLASH.on(handler);
    }

    /** See {@link #noAppendSlash(Handler)}. */
    public static <A, B> Handler2<A, B> noAppendSlash(Handler2<A, B> handler) {
        return NO_SLASH.on(handler);
    }

    /** See {@link #noAppendSlash(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> noAppendSlash(Handler3<A, B, C> handler) {
        return NO_SLASH.on(handler);
    }

    /** See {@link #noAppendSlash(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> noAppendSlash(Handler4<A, B, C, D> handler) {
        return NO_SLASH.on(handler);
    }

    /** Takes these methods only: {@code requireMethods("GET", "POST").on(Views::edit)}. */
    public static Decorator requireMethods(String... methods) {
        Set<String> allowed = Set.of(methods);
        return (request, view) -> {
            if (allowed.contains(request.method())) return view.handle(request);
            LOG.warn("Method Not Allowed ({}): {}", request.method(), ErrorResponses.line(request.pathInfo()));
            return Response.notAllowed(methods);
        };
    }
}
