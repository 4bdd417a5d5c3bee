package quintet.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import quintet.core.App;

/**
 * What URLs are made of; import it statically. {@code path("books/<id>/", INT, Views::detail).name("detail")}. Paths have no
 * slash at their start; the first route that matches wins.
 */
public final class Routes {
    private Routes() {}

    /**
     * A handler behind a path. Places such as {@code <int:id>} or {@code <name>} are captured into {@link
     * ResolverMatch#kwargs()}.
     */
    public static Route0 path(String path, Handler handler) {
        return new Route0(path, false, handler);
    }

    /** A handler behind a path with one value: the places in angle brackets take their types from the converters, in order. */
    public static <A> Route1<A> path(String path, Converter<A> a, Handler1<? super A> handler) {
        return new Route1<>(path, handler, a);
    }

    /** A handler behind a path with two values: the places in angle brackets take their types from the converters, in order. */
    public static <A, B> Route2<A, B> path(
            String path, Converter<A> a, Converter<B> b, Handler2<? super A, ? super B> handler) {
        return new Route2<>(path, handler, a, b);
    }

    /** A handler behind a path with three values: the places in angle brackets take their types from the converters, in order. */
    public static <A, B, C> Route3<A, B, C> path(
            String path,
            Converter<A> a,
            Converter<B> b,
            Converter<C> c,
            Handler3<? super A, ? super B, ? super C> handler) {
        return new Route3<>(path, handler, a, b, c);
    }

    /** A handler behind a path with four values: the places in angle brackets take their types from the converters, in order. */
    public static <A, B, C, D> Route4<A, B, C, D> path(
            String path,
            Converter<A> a,
            Converter<B> b,
            Converter<C> c,
            Converter<D> d,
            Handler4<? super A, ? super B, ? super C, ? super D> handler) {
        return new Route4<>(path, handler, a, b, c, d);
    }

    /**
     * A handler behind a regular expression in Python's syntax, with groups {@code (?P<name>...)} or positional ones,
     * captured as texts into {@link ResolverMatch#kwargs()} or {@link ResolverMatch#args()}.
     */
    public static Route0 rePath(String regex, Handler handler) {
        return new Route0(regex, true, handler);
    }

    /** Mounts an app's routes behind a prefix, with the app's label as their namespace. */
    public static Include include(String prefix, Class<? extends App> app) {
        return new Include(prefix, false, Map.of(), List.of(), app);
    }

    /** Mounts a list of routes behind a prefix. */
    public static Include include(String prefix, List<? extends Route> routes) {
        return new Include(prefix, false, Map.of(), List.copyOf(routes), null);
    }

    /** Mounts routes behind a prefix. */
    public static Include include(String prefix, Route... routes) {
        return include(prefix, Arrays.asList(routes));
    }

    /** Mounts routes behind a prefix that is a regular expression. */
    public static Include includeRe(String regex, List<? extends Route> routes) {
        return new Include(regex, true, Map.of(), List.copyOf(routes), null);
    }
}
