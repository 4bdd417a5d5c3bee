package quintet.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.Decorated;
import quintet.http.internal.routing.Captures;

/** The route that a path leads to, and what was captured on the way. */
public final class ResolverMatch {
    private final ViewRoute route;
    private final Mount mount;
    private final Captures captures;

    ResolverMatch(ViewRoute route, Mount mount, Captures captures) {
        this.route = route;
        this.mount = mount;
        this.captures = captures;
    }

    /** Where a route stands: known when the URLs are built. */
    record Mount(String pattern, List<String> appNames, List<String> namespaces) {}

    /** The route. */
    public ViewRoute route() {
        return route;
    }

    /** The handler without its decorators: a class-based view, a method reference. */
    public Object handler() {
        return Decorated.innermost(route.handler());
    }

    /** What a decorator has marked the handler with, or null. */
    public <T> @Nullable T mark(Key<T> key) {
        return route.marks().get(key);
    }

    /** The name of the route, or null. */
    public @Nullable String urlName() {
        return route.name();
    }

    /** The name with its namespaces, such as {@code library:detail}; null if the route has no name. */
    public @Nullable String viewName() {
        String name = route.name();
        if (name == null || mount.namespaces().isEmpty()) return name;
        return namespace() + ":" + name;
    }

    /** All patterns on the way, put together: {@code books/<id>/}. */
    public String pattern() {
        return mount.pattern();
    }

    /** The application namespaces, outer first. */
    public List<String> appNames() {
        return mount.appNames();
    }

    /** The application namespaces joined by colons. */
    public String appName() {
        return String.join(":", mount.appNames());
    }

    /** The instance namespaces, outer first. */
    public List<String> namespaces() {
        return mount.namespaces();
    }

    /** The instance namespaces joined by colons. */
    public String namespace() {
        return String.join(":", mount.namespaces());
    }

    /** The value of this name, captured or extra; null if there is none. */
    public @Nullable Object value(String name) {
        return captures.get(name);
    }

    /** The value a handler takes. */
    Object required(String name) {
        return Objects.requireNonNull(captures.get(name), name);
    }

    /** Captured and extra values by name. */
    public Map<String, @Nullable Object> kwargs() {
        return Collections.unmodifiableMap(captures.named(true, true));
    }

    /** Captured values only, by name. */
    public Map<String, @Nullable Object> capturedKwargs() {
        return Collections.unmodifiableMap(captures.named(true, false));
    }

    /** Extra values only, by name. */
    public Map<String, @Nullable Object> extraKwargs() {
        return Collections.unmodifiableMap(captures.named(false, true));
    }

    /** Values that unnamed groups of a regular expression captured; those of prefixes only if nothing has a name. */
    public List<@Nullable Object> args() {
        return captures.positional();
    }

    /** The route and where it is. */
    @Override
    public String toString() {
        return "ResolverMatch[" + pattern() + ", " + viewName() + "]";
    }
}
