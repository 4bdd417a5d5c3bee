package quintet.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handler behind a path with two values in it.
 *
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 */
public final class Route2<A, B> extends ViewRoute {
    Route2(String pattern, Handler2<? super A, ? super B> handler, Converter<?>... converters) {
        super(pattern, false, params(pattern, converters), named(params(pattern, converters), converters), handler);
    }

    private Route2(Route2<A, B> other, @Nullable String name, Map<String, Object> extra, @Nullable String namespace) {
        super(other, name, extra, namespace);
    }

    /** The same with a name, by which templates and {@link Urls#reverse} find it. */
    public Route2<A, B> name(String name) {
        return new Route2<>(this, name, extra(), null);
    }

    /** The same with one more value for the handler, found in {@link ResolverMatch#kwargs()}. */
    public Route2<A, B> extra(String key, Object value) {
        return new Route2<>(this, name(), with(extra(), key, value), null);
    }

    /** This route in the instance namespace given, where its app is mounted more than once. */
    public Route2<A, B> in(String namespace) {
        return new Route2<>(this, name(), extra(), namespace);
    }

    /**
     * The URL for these values in the current site.
     *
     * @throws NoReverseMatch when it is not mounted, is mounted more than once without a hint, or a value does not fit
     */
    public String url(A a, B b) {
        return reverse(a, b);
    }

    @Override
    @SuppressWarnings("unchecked") // the converters gave values of these types
    Response invoke(Request request, ResolverMatch match) throws Exception {
        return ((Handler2<A, B>) handler())
                .handle(request, (A) match.required(params().get(0)), (B) match.required(params().get(1)));
    }
}
