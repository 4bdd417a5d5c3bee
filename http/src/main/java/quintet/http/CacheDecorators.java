package quintet.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How long responses of handlers may be kept, and by whom: {@code neverCache(Views::account)}. Import statically. */
public final class CacheDecorators {
    private static final Decorator NEVER =
            (request, view) -> CacheControl.never(view.handle(request), Clock.systemUTC());
    private static final Decorator CONDITIONAL =
            (request, view) -> ConditionalGetMiddleware.conditional(request, view.handle(request));
    private static final Decorator GZIP = (request, view) -> GZipMiddleware.compressed(request, view.handle(request));
    private static final Decorator VARY_ON_COOKIE = varyOn("Cookie");

    private CacheDecorators() {}

    /** Its responses are never kept. */
    public static Handler neverCache(Handler handler) {
        return NEVER.on(handler);
    }

    /** See {@link #neverCache(Handler)}. */
    public static AnyHandler neverCache(AnyHandler handler) {
        return NEVER.on(handler);
    }

    /** See {@link #neverCache(Handler)}. */
    public static <A> Handler1<A> neverCache(Handler1<A> handler) {
        return NEVER.on(handler);
    }

    /** See {@link #neverCache(Handler)}. */
    public static <A, B> Handler2<A, B> neverCache(Handler2<A, B> handler) {
        return NEVER.on(handler);
    }

    /** See {@link #neverCache(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> neverCache(Handler3<A, B, C> handler) {
        return NEVER.on(handler);
    }

    /** See {@link #neverCache(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> neverCache(Handler4<A, B, C, D> handler) {
        return NEVER.on(handler);
    }

    /** Its responses get an ETag; a client that has the same gets 304. */
    public static Handler conditionalPage(Handler handler) {
        return CONDITIONAL.on(handler);
    }

    /** See {@link #conditionalPage(Handler)}. */
    public static AnyHandler conditionalPage(AnyHandler handler) {
        return CONDITIONAL.on(handler);
    }

    /** See {@link #conditionalPage(Handler)}. */
    public static <A> Handler1<A> conditionalPage(Handler1<A> handler) {
        return CONDITIONAL.on(handler);
    }

    /** See {@link #conditionalPage(Handler)}. */
    public static <A, B> Handler2<A, B> conditionalPage(Handler2<A, B> handler) {
        return CONDITIONAL.on(handler);
    }

    /** See {@link #conditionalPage(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> conditionalPage(Handler3<A, B, C> handler) {
        return CONDITIONAL.on(handler);
    }

    /** See {@link #conditionalPage(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> conditionalPage(Handler4<A, B, C, D> handler) {
        return CONDITIONAL.on(handler);
    }

    /** Its responses are compressed. */
    public static Handler gzipPage(Handler handler) {
        return GZIP.on(handler);
    }

    /** See {@link #gzipPage(Handler)}. */
    public static AnyHandler gzipPage(AnyHandler handler) {
        return GZIP.on(handler);
    }

    /** See {@link #gzipPage(Handler)}. */
    public static <A> Handler1<A> gzipPage(Handler1<A> handler) {
        return GZIP.on(handler);
    }

    /** See {@link #gzipPage(Handler)}. */
    public static <A, B> Handler2<A, B> gzipPage(Handler2<A, B> handler) {
        return GZIP.on(handler);
    }

    /** See {@link #gzipPage(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> gzipPage(Handler3<A, B, C> handler) {
        return GZIP.on(handler);
    }

    /** See {@link #gzipPage(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> gzipPage(Handler4<A, B, C, D> handler) {
        return GZIP.on(handler);
    }

    /** Its responses depend on the cookies sent. */
    public static Handler varyOnCookie(Handler handler) {
        return VARY_ON_COOKIE.on(handler);
    }

    /** See {@link #varyOnCookie(Handler)}. */
    public static AnyHandler varyOnCookie(AnyHandler handler) {
        return VARY_ON_COOKIE.on(handler);
    }

    /** See {@link #varyOnCookie(Handler)}. */
    public static <A> Handler1<A> varyOnCookie(Handler1<A> handler) {
        return VARY_ON_COOKIE.on(handler);
    }

    /** See {@link #varyOnCookie(Handler)}. */
    public static <A, B> Handler2<A, B> varyOnCookie(Handler2<A, B> handler) {
        return VARY_ON_COOKIE.on(handler);
    }

    /** See {@link #varyOnCookie(Handler)}. */
    public static <A, B, C> Handler3<A, B, C> varyOnCookie(Handler3<A, B, C> handler) {
        return VARY_ON_COOKIE.on(handler);
    }

    /** See {@link #varyOnCookie(Handler)}. */
    public static <A, B, C, D> Handler4<A, B, C, D> varyOnCookie(Handler4<A, B, C, D> handler) {
        return VARY_ON_COOKIE.on(handler);
    }

    /** Adds these directives: {@code cacheControl(CacheControl.none().isPublic()).on(Views::logo)}. */
    public static Decorator cacheControl(CacheControl directives) {
        return (request, view) -> directives.on(view.handle(request));
    }

    /** Its responses depend on these request headers: {@code varyOn("Accept-Language").on(Views::home)}. */
    public static Decorator varyOn(String... headers) {
        return (request, view) -> CacheControl.varying(view.handle(request), headers);
    }

    /** What a handler's resource is now, found out without making the response. */
    @FunctionalInterface
    public interface Fact<T> {
        /** The fact for this request, or null if there is none. */
        @Nullable
        T of(Request request) throws Exception;
    }

    /** Answers 304 or 412 without calling the handler, by the resource's tag: {@code etag(r -> version(r)).on(Views::page)}. */
    public static Decorator etag(Fact<String> tag) {
        return condition(tag, request -> null);
    }

    /** Answers 304 or 412 without calling the handler, by the time the resource was changed. */
    public static Decorator lastModified(Fact<Instant> changed) {
        return condition(request -> null, changed);
    }

    /** Answers 304 or 412 without calling the handler, by the resource's tag and the time it was changed. */
    public static Decorator condition(Fact<String> tag, Fact<Instant> changed) {
        return (request, view) -> {
            String found = tag.of(request);
            String etag = found == null ? null : ETags.quote(found);
            Instant precise = changed.of(request);
            Instant date = precise == null ? null : Instant.ofEpochSecond(precise.getEpochSecond());
            Integer status = ETags.precondition(request, etag, date).orElse(null);
            Response response =
                    status == null ? view.handle(request) : status == 304 ? Response.notModified() : Response.of(412);
            if (!request.is("GET") && !request.is("HEAD")) return response;
            if (date != null) response = response.headerDefault("Last-Modified", HttpDates.format(date));
            return etag == null ? response : response.headerDefault("ETag", Objects.requireNonNull(etag));
        };
    }
}
