package quintet.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.core.App;
import quintet.core.ConfigurationException;
import quintet.core.ImproperlyConfigured;
import quintet.http.internal.routing.Captures;
import quintet.http.internal.routing.UrlPattern;

/** The routes of a site as a tree, with their patterns compiled: finds the route of a path. */
final class UrlTree {
    /** A route with its pattern. */
    sealed interface Node {
        Route route();

        UrlPattern pattern();
    }

    /** A handler. */
    record Leaf(ViewRoute route, UrlPattern pattern, ResolverMatch.Mount mount) implements Node {}

    /** An include. */
    record Branch(Include route, UrlPattern pattern, String appName, String namespace, List<Node> children)
            implements Node {}

    private final List<Node> roots;

    UrlTree(
            List<? extends Route> routes,
            Map<String, Converter<?>> converters,
            Function<Class<? extends App>, HasRoutes> apps) {
        Builder builder = new Builder(converters, apps, new ArrayList<>());
        this.roots = builder.nodes(routes, new ResolverMatch.Mount("", List.of(), List.of()));
        if (!builder.problems.isEmpty()) throw new ConfigurationException(builder.problems);
    }

    List<Node> roots() {
        return roots;
    }

    /** The route of a path, or null. */
    @Nullable
    ResolverMatch find(String path) {
        if (!path.startsWith("/")) return null;
        return find(roots, path, 1, new Captures());
    }

    private static @Nullable ResolverMatch find(List<Node> nodes, String path, int from, Captures captures) {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            int mark = captures.size();
            captures.beginLevel();
            int end = node.pattern().match(path, from, captures);
            if (end < 0) continue;
            captures.addExtra(node.route().extra());
            switch (node) {
                case Leaf leaf -> {
                    return new ResolverMatch(leaf.route(), leaf.mount(), captures);
                }
                case Branch branch -> {
                    ResolverMatch found = find(branch.children(), path, end, captures);
                    if (found != null) return found;
                }
            }
            captures.backTo(mark);
        }
        return null;
    }

    /** Why there is no route: what was tried. */
    Resolver404 notFound(String path) {
        List<List<Route>> tried = new ArrayList<>();
        if (!path.startsWith("/")) return new Resolver404(path, tried);
        collect(roots, path, 1, List.of(), tried);
        return new Resolver404(path.substring(1), tried);
    }

    private static void collect(List<Node> nodes, String path, int from, List<Route> above, List<List<Route>> tried) {
        for (Node node : nodes) {
            List<Route> here = new ArrayList<>(above);
            here.add(node.route());
            Captures captures = new Captures();
            int end = node instanceof Branch ? node.pattern().match(path, from, captures) : -1;
            if (end >= 0 && node instanceof Branch branch) collect(branch.children(), path, end, here, tried);
            else tried.add(here);
        }
    }

    /** Makes the tree. */
    private record Builder(
            Map<String, Converter<?>> converters,
            Function<Class<? extends App>, HasRoutes> apps,
            List<String> problems) {

        private List<Node> nodes(List<? extends Route> routes, ResolverMatch.Mount above) {
            List<Node> nodes = new ArrayList<>();
            for (Route route : routes) {
                try {
                    nodes.add(
                            switch (route) {
                                case Include include -> branch(include, above);
                                case ViewRoute view -> leaf(view, above);
                            });
                } catch (ImproperlyConfigured e) {
                    problems.add(String.valueOf(e.getMessage()));
                } catch (IllegalArgumentException e) {
                    problems.add("The route " + route + " is malformed: " + e.getMessage());
                }
            }
            return List.copyOf(nodes);
        }

        private Node leaf(ViewRoute route, ResolverMatch.Mount above) {
            return new Leaf(
                    route,
                    route.compile(converters),
                    new ResolverMatch.Mount(
                            join(above.pattern(), route.pattern()), above.appNames(), above.namespaces()));
        }

        private Node branch(Include include, ResolverMatch.Mount above) {
            Class<? extends App> app = include.app();
            List<? extends Route> routes = include.routes();
            String appName = include.appName();
            if (app != null) {
                HasRoutes source = apps.apply(app);
                routes = source.routes();
                if (appName.isEmpty()) appName = source.routeNamespace();
            }
            String namespace = include.namespace().isEmpty() ? appName : include.namespace();
            ResolverMatch.Mount mount = new ResolverMatch.Mount(
                    join(above.pattern(), include.pattern()),
                    plus(above.appNames(), appName),
                    plus(above.namespaces(), namespace));
            return new Branch(include, include.compile(converters), appName, namespace, nodes(routes, mount));
        }

        private static String join(String prefix, String pattern) {
            if (prefix.isEmpty()) return pattern;
            return prefix + (pattern.startsWith("^") ? pattern.substring(1) : pattern);
        }

        private static List<String> plus(List<String> names, String name) {
            if (name.isEmpty()) return names;
            List<String> all = new ArrayList<>(names);
            all.add(name);
            return List.copyOf(all);
        }
    }

    /** The built-in converters and these. */
    static Map<String, Converter<?>> converters(List<Converter<?>> more) {
        Map<String, Converter<?>> all = new HashMap<>();
        for (Converter<?> converter :
                List.of(Converter.INT, Converter.STR, Converter.SLUG, Converter.UUID, Converter.PATH)) {
            all.put(converter.name(), converter);
        }
        for (Converter<?> converter : more) {
            if (all.putIfAbsent(converter.name(), converter) != null) {
                throw new ImproperlyConfigured("Converter '" + converter.name()
                        + "' is already registered. Give yours another name in Converter.of(...).");
            }
        }
        return all;
    }
}
