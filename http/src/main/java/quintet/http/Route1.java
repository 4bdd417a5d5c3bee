package quintet.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handler behind a path with one value in it.
 *
 * @param <A> the type of value 1
 */
public final class Route1<A> extends ViewRoute {
    Route1(String pattern, Handler1<? super A> handler, Converter<?>... converters) {
        super(pattern, false, params(pattern, converters), named(params(pattern, converters), converters), handler);
    }

    private Route1(Route1<A> other, @Nullable String name, Map<String, Object> extra, @Nullable String namespace) {
        super(other, name, extra, namespace);
    }

    /** The same with a name, by which templates and {@link Urls#reverse} find it. */
    public Route1<A> name(String name) {
        return new Route1<>(this, name, extra(), null);
    }

    /** The same with one more value for the handler, found in {@link ResolverMatch#kwargs()}. */
    public Route1<A> extra(String key, Object value) {
        return new Route1<>(this, name(), with(extra(), key, value), null);
    }

    /** This route in the instance namespace given, where its app is mounted more than once. */
    public Route1<A> in(String namespace) {
        return new Route1<>(this, name(), extra(), namespace);
    }

    /**
     * The URL for this value in the current site.
     *
     * @throws NoReverseMatch when it is not mounted, is mounted more than once without a hint, or a value does not fit
     */
    public String url(A a) {
        return reverse(a);
    }

    @Override
    @SuppressWarnings("unchecked") // the converters gave values of these types
    Response invoke(Request request, ResolverMatch match) throws Exception {
        return ((Handler1<A>) handler()).handle(request, (A) match.required(params().get(0)));
    }
}
