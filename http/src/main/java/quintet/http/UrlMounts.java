package quintet.http;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each route is mounted in a site: makes URLs of routes. */
final class UrlMounts {
    /** One place of a route. */
    private record Place(UrlTemplate template, List<String> appNames, List<String> namespaces) {
        private boolean isDefault() {
            return appNames.equals(namespaces);
        }

        private boolean isIn(String namespace) {
            return namespaces.contains(namespace)
                    || String.join(":", namespaces).equals(namespace);
        }
    }

    private final IdentityHashMap<ViewRoute, List<Place>> places = new IdentityHashMap<>();

    UrlMounts(List<UrlTree.Node> nodes) {
        collect(nodes, UrlTemplate.ROOT);
    }

    private void collect(List<UrlTree.Node> nodes, UrlTemplate above) {
        for (UrlTree.Node node : nodes) {
            UrlTemplate here = above.then(node.pattern(), node.route().extra());
            switch (node) {
                case UrlTree.Leaf leaf ->
                    places.computeIfAbsent(leaf.route().identity(), r -> new ArrayList<>(1))
                            .add(new Place(
                                    here, leaf.mount().appNames(), leaf.mount().namespaces()));
                case UrlTree.Branch branch -> collect(branch.children(), here);
            }
        }
    }

    /** Makes the URL of a route with these values. */
    String url(ViewRoute route, List<?> values, @Nullable ResolverMatch current, String scriptPrefix) {
        Place place = choose(route, current);
        String url = fill(place.template(), values, current, scriptPrefix);
        if (url != null) return url;
        throw new NoReverseMatch("The route " + route + " has no URL with the values " + values + ". Its path is '"
                + place.template().shape().regex() + "' and takes "
                + place.template().params()
                + (values.isEmpty() && !place.template().params().isEmpty()
                        ? "; use Urls.reverse(name, values) for a route made without converters."
                        : "."));
    }

    private static @Nullable String fill(
            UrlTemplate template, List<?> values, @Nullable ResolverMatch current, String scriptPrefix) {
        List<String> params = template.params();
        if (params.size() == values.size()) return template.fill(scriptPrefix, values);
        return template.fill(scriptPrefix, aroundOf(params, values, current));
    }

    /** The route's own values are the last; those of the includes around it come from the current request's path. */
    private static List<?> aroundOf(List<String> params, List<?> values, @Nullable ResolverMatch current) {
        int outer = params.size() - values.size();
        if (outer < 0 || current == null) return values;
        List<Object> all = new ArrayList<>();
        for (String param : params.subList(0, outer)) {
            Object value = current.value(param);
            if (value == null) return values;
            all.add(value);
        }
        all.addAll(values);
        return all;
    }

    private Place choose(ViewRoute route, @Nullable ResolverMatch current) {
        List<Place> found = places.getOrDefault(route.identity(), List.of());
        String wanted = route.namespace();
        if (wanted != null) return inNamespace(route, found, wanted);
        if (found.isEmpty()) throw new NoReverseMatch(notMounted(route));
        if (found.size() == 1) return found.getFirst();
        if (current != null) {
            for (Place place : found) {
                if (startsWith(current.namespaces(), place.namespaces())) return place;
            }
        }
        for (Place place : found) {
            if (place.isDefault()) return place;
        }
        throw new NoReverseMatch("The route " + route + " is mounted in the namespaces " + namespacesOf(found)
                + " and none of them is the default. Name one: route.in(\""
                + String.join(":", found.getFirst().namespaces()) + "\").url(...).");
    }

    private static boolean startsWith(List<String> current, List<String> prefix) {
        return !prefix.isEmpty()
                && current.size() >= prefix.size()
                && current.subList(0, prefix.size()).equals(prefix);
    }

    private static Place inNamespace(ViewRoute route, List<Place> found, String wanted) {
        for (Place place : found) {
            if (place.isIn(wanted)) return place;
        }
        if (found.isEmpty()) throw new NoReverseMatch(notMounted(route));
        throw new NoReverseMatch("The route " + route + " is not mounted in the namespace '" + wanted + "' but in "
                + namespacesOf(found) + ".");
    }

    private static List<String> namespacesOf(List<Place> places) {
        return places.stream()
                .map(place -> String.join(":", place.namespaces()))
                .toList();
    }

    private static String notMounted(ViewRoute route) {
        return "The route " + route
                + " is not mounted in this site. Add it to Project.routes() or to the routes of an app"
                + " that is included there: include(\"prefix/\", TheApp.class). A route made with name(...), extra(...) or"
                + " path(...) is another one: keep it in a constant.";
    }
}
