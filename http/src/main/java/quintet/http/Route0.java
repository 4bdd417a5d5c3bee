package quintet.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handler behind a path with no values in it.
 */
public final class Route0 extends ViewRoute {
    Route0(String pattern, boolean regex, Handler handler) {
        super(pattern, regex, List.of(), Map.of(), handler);
    }

    private Route0(Route0 other, @Nullable String name, Map<String, Object> extra, @Nullable String namespace) {
        super(other, name, extra, namespace);
    }

    /** The same with a name, by which templates and {@link Urls#reverse} find it. */
    public Route0 name(String name) {
        return new Route0(this, name, extra(), null);
    }

    /** The same with one more value for the handler, found in {@link ResolverMatch#kwargs()}. */
    public Route0 extra(String key, Object value) {
        return new Route0(this, name(), with(extra(), key, value), null);
    }

    /** This route in the instance namespace given, where its app is mounted more than once. */
    public Route0 in(String namespace) {
        return new Route0(this, name(), extra(), namespace);
    }

    /**
     * The URL in the current site.
     *
     * @throws NoReverseMatch when it is not mounted, is mounted more than once without a hint, or its path needs values
     */
    public String url() {
        return reverse();
    }

    @Override
    Response invoke(Request request, ResolverMatch match) throws Exception {
        return ((Handler) handler()).handle(request);
    }
}
