package quintet.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handler behind a path with three values in it.
 *
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 * @param <C> the type of value 3
 */
public final class Route3<A, B, C> extends ViewRoute {
    Route3(String pattern, Handler3<? super A, ? super B, ? super C> handler, Converter<?>... converters) {
        super(pattern, false, params(pattern, converters), named(params(pattern, converters), converters), handler);
    }

    private Route3(
            Route3<A, B, C> other, @Nullable String name, Map<String, Object> extra, @Nullable String namespace) {
        super(other, name, extra, namespace);
    }

    /** The same with a name, by which templates and {@link Urls#reverse} find it. */
    public Route3<A, B, C> name(String name) {
        return new Route3<>(this, name, extra(), null);
    }

    /** The same with one more value for the handler, found in {@link ResolverMatch#kwargs()}. */
    public Route3<A, B, C> extra(String key, Object value) {
        return new Route3<>(this, name(), with(extra(), key, value), null);
    }

    /** This route in the instance namespace given, where its app is mounted more than once. */
    public Route3<A, B, C> in(String namespace) {
        return new Route3<>(this, name(), extra(), namespace);
    }

    /**
     * The URL for these values in the current site.
     *
     * @throws NoReverseMatch when it is not mounted, is mounted more than once without a hint, or a value does not fit
     */
    public String url(A a, B b, C c) {
        return reverse(a, b, c);
    }

    @Override
    @SuppressWarnings("unchecked") // the converters gave values of these types
    Response invoke(Request request, ResolverMatch match) throws Exception {
        return ((Handler3<A, B, C>) handler())
                .handle(request, (A) match.required(params().get(0)), (B) match.required(params().get(1)), (C)
                        match.required(params().get(2)));
    }
}
