package quintet.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.Decorated;
import quintet.http.internal.routing.PathPlace;

/** A handler behind a path. */
public abstract sealed class ViewRoute extends Route permits Route0, Route1, Route2, Route3, Route4 {
    private final @Nullable String name;
    private final Object handler;
    private final List<String> params;
    private final ViewRoute identity;
    private final @Nullable String namespace;
    private final Attributes marks;

    ViewRoute(
            String pattern, boolean regex, List<String> params, Map<String, Converter<?>> converters, Object handler) {
        super(pattern, regex, converters, Map.of());
        this.name = null;
        this.handler = handler;
        this.params = params;
        this.identity = this;
        this.namespace = null;
        this.marks = Decorated.marks(handler);
    }

    /** A copy: the same identity only when it is told its namespace. */
    ViewRoute(ViewRoute other, @Nullable String name, Map<String, Object> extra, @Nullable String namespace) {
        super(other, extra);
        this.name = name;
        this.handler = other.handler;
        this.params = other.params;
        this.identity = namespace == null ? this : other.identity;
        this.namespace = namespace;
        this.marks = other.marks;
    }

    static Map<String, Object> with(Map<String, Object> extra, String key, Object value) {
        Map<String, Object> all = new HashMap<>(extra);
        all.put(key, value);
        return Map.copyOf(all);
    }

    /** The names in a path that takes as many values as converters are given. */
    static List<String> params(String pattern, Converter<?>... converters) {
        List<String> names = PathPlace.in(pattern).stream().map(PathPlace::name).toList();
        if (converters.length > 0 && names.size() != converters.length) {
            throw new IllegalArgumentException(
                    "The path \"" + pattern + "\" has " + names.size() + " places in angle brackets but "
                            + converters.length + (converters.length == 1 ? " converter was" : " converters were")
                            + " given. Give one for each, in order: path(\"books/<id>/\", INT, handler).");
        }
        return converters.length == 0 ? List.of() : names;
    }

    static Map<String, Converter<?>> named(List<String> names, Converter<?>... converters) {
        Map<String, Converter<?>> map = new HashMap<>();
        for (int i = 0; i < converters.length; i++) map.put(names.get(i), converters[i]);
        return map;
    }

    @Override
    public @Nullable String name() {
        return name;
    }

    /** The handler as it was given, with its decorators. */
    public Object handler() {
        return handler;
    }

    /** What decorators have marked the handler with. */
    public Attributes marks() {
        return marks;
    }

    /** The names of the values the handler takes. */
    List<String> params() {
        return params;
    }

    /** The route this is, whatever namespace was asked for. */
    ViewRoute identity() {
        return identity;
    }

    /** The namespace asked for, or null. */
    @Nullable
    String namespace() {
        return namespace;
    }

    /** Calls the handler with the captured values. */
    abstract Response invoke(Request request, ResolverMatch match) throws Exception;

    /** The URL in the current site. */
    String reverse(Object... values) {
        return UrlConf.current().url(this, values);
    }
}
