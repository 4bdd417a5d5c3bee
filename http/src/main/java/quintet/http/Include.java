package quintet.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.App;

/**
 * More routes behind a prefix: those of an app or a list. An app's have its label as their namespace; {@link #namespace}
 * tells two mounts of an app apart.
 */
public final class Include extends Route {
    private final List<Route> routes;
    private final @Nullable Class<? extends App> app;
    private final String appName;
    private final String namespace;

    Include(
            String prefix,
            boolean regex,
            Map<String, Converter<?>> converters,
            List<Route> routes,
            @Nullable Class<? extends App> app) {
        super(prefix, regex, converters, Map.of());
        this.routes = List.copyOf(routes);
        this.app = app;
        this.appName = "";
        this.namespace = "";
    }

    private Include(Include other, String appName, String namespace, Map<String, Object> extra) {
        super(other, extra);
        this.routes = other.routes;
        this.app = other.app;
        this.appName = appName;
        this.namespace = namespace;
    }

    /** Puts a list of routes into an application namespace: its routes are named {@code appName:name}. */
    public Include appName(String name) {
        return new Include(this, name, namespace, extra());
    }

    /**
     * Names this mount, where an app or list is mounted more than once.
     *
     * @throws IllegalArgumentException for a list without {@link #appName}
     */
    public Include namespace(String name) {
        if (app == null && appName.isEmpty()) {
            throw new IllegalArgumentException(
                    "Specifying a namespace in include() without providing an app_name is not"
                            + " supported. Write include(\"" + pattern() + "\", routes).appName(\"name\").namespace(\""
                            + name + "\").");
        }
        return new Include(this, appName, name, extra());
    }

    /** Gives one more value to all handlers within, found in {@link ResolverMatch#kwargs()}. */
    public Include extra(String key, Object value) {
        return new Include(this, appName, namespace, ViewRoute.with(extra(), key, value));
    }

    /** The included routes, if they were given as a list. */
    List<Route> routes() {
        return routes;
    }

    /** The included app, or null. */
    @Nullable
    Class<? extends App> app() {
        return app;
    }

    /** The application namespace given, empty if none. */
    String appName() {
        return appName;
    }

    /** The instance namespace given, empty if none. */
    String namespace() {
        return namespace;
    }
}
