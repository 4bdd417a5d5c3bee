package quintet.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.core.App;
import quintet.core.ImproperlyConfigured;
import quintet.core.Site;

/**
 * The URLs of a site: finds the route of a path, and makes URLs of routes and names. Built once, when the site opens, and
 * immutable.
 */
public final class UrlConf {
    private final UrlTree tree;
    private final UrlNames names;
    private final UrlMounts mounts;
    private final String scriptPrefix;

    private UrlConf(UrlTree tree, String scriptPrefix) {
        this.tree = tree;
        this.names = UrlNames.of(tree.roots());
        this.mounts = new UrlMounts(tree.roots());
        this.scriptPrefix = scriptPrefix;
    }

    /** Of these routes, which include lists but no apps. */
    public static UrlConf of(List<? extends Route> routes) {
        return of(routes, List.of(), "", app -> {
            throw new ImproperlyConfigured(app.getSimpleName() + " can be included in a site only.");
        });
    }

    /** Of these routes in a site, with its apps, settings and converters. */
    public static UrlConf of(Site site, List<? extends Route> routes) {
        HttpSettings settings = site.settings().part(HttpSettings.class).orElse(HttpSettings.defaults());
        return of(routes, settings.converters(), settings.scriptName(), app -> routesOf(site, app));
    }

    private static UrlConf of(
            List<? extends Route> routes,
            List<Converter<?>> converters,
            String scriptName,
            Function<Class<? extends App>, HasRoutes> apps) {
        UrlTree tree = new UrlTree(routes, UrlTree.converters(converters), apps);
        return new UrlConf(tree, scriptName.endsWith("/") ? scriptName : scriptName + "/");
    }

    private static HasRoutes routesOf(Site site, Class<? extends App> app) {
        if (!site.isInstalled(app)) {
            throw new ImproperlyConfigured(
                    "include(..., " + app.getSimpleName() + ".class) mounts an app that is not in the"
                            + " settings. Add " + app.getSimpleName() + ".class to .apps(...).");
        }
        if (site.app(app) instanceof HasRoutes routes) return routes;
        throw new ImproperlyConfigured("include(..., " + app.getSimpleName()
                + ".class) mounts an app without routes. Let it" + " implement HasRoutes.");
    }

    /** The URLs of the current request, else of the current site. */
    public static UrlConf current() {
        Optional<Request> request = Request.current();
        return request.isPresent() ? request.get().urls() : Site.current().service(UrlConf.class);
    }

    /**
     * The route of a path.
     *
     * @param path decoded, with a slash at its start, as {@link Request#pathInfo()} is
     * @throws Resolver404 when no route matches; it knows what was tried
     */
    public ResolverMatch resolve(String path) {
        ResolverMatch match = tree.find(path);
        if (match == null) throw tree.notFound(path);
        return match;
    }

    /** The route of a path, if there is one. */
    public Optional<ResolverMatch> find(String path) {
        return Optional.ofNullable(tree.find(path));
    }

    /**
     * A route that answers requests.
     *
     * @param pattern all patterns on the way, put together: {@code books/<id>/}
     * @param name the name with its namespaces, such as {@code library:detail}; null if it has none
     * @param route the route
     */
    public record Mounted(String pattern, @Nullable String name, ViewRoute route) {}

    /** All routes with a handler, in the order in which they are tried. */
    public List<Mounted> routes() {
        List<Mounted> routes = new ArrayList<>();
        collect(tree.roots(), routes);
        return routes;
    }

    private static void collect(List<UrlTree.Node> nodes, List<Mounted> routes) {
        for (UrlTree.Node node : nodes) {
            switch (node) {
                case UrlTree.Leaf leaf -> {
                    String name = leaf.route().name();
                    List<String> parts = new ArrayList<>(leaf.mount().namespaces());
                    parts.add(String.valueOf(name));
                    routes.add(new Mounted(
                            leaf.mount().pattern(), name == null ? null : String.join(":", parts), leaf.route()));
                }
                case UrlTree.Branch branch -> collect(branch.children(), routes);
            }
        }
    }

    /**
     * Makes a URL of a name.
     *
     * @param name with its namespaces: {@code library:detail}
     * @param args values in order; or give {@code kwargs}, not both
     * @param kwargs values by name
     * @param currentApp the namespace to prefer where the name starts with an app's name, or null
     * @throws NoReverseMatch when nothing fits
     */
    public String reverse(String name, List<?> args, Map<String, ?> kwargs, @Nullable String currentApp) {
        return reverse(name, args, kwargs, currentApp, scriptPrefix);
    }

    /** As the other, below another prefix than the site's: {@code /sub/}. */
    public String reverse(
            String name, List<?> args, Map<String, ?> kwargs, @Nullable String currentApp, String prefix) {
        if (!args.isEmpty() && !kwargs.isEmpty()) {
            throw new IllegalArgumentException("Don't mix *args and **kwargs in call to reverse()!");
        }
        return names.reverse(name, args, kwargs, currentApp, prefix);
    }

    /**
     * Makes a URL of a route.
     *
     * @throws NoReverseMatch when it is not mounted here, is mounted more than once without a hint, or values do not fit
     */
    public String url(ViewRoute route, Object... values) {
        ResolverMatch match = Request.current().map(Request::matchOrNull).orElse(null);
        return mounts.url(route, Arrays.asList(values), match, scriptPrefix);
    }
}
