package quintet.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.PyText;

/** The names of the routes within one namespace, and the namespaces within it. */
final class UrlNames {
    /** A namespace: where it is and what is in it. */
    private record Namespace(UrlTemplate prefix, UrlNames names) {}

    private final Map<String, List<UrlTemplate>> byName = new HashMap<>();
    private final Map<String, Namespace> namespaces = new HashMap<>();
    private final Map<String, List<String>> apps = new HashMap<>();

    /** The names among these nodes. Later routes are tried first, as in Django. */
    static UrlNames of(List<UrlTree.Node> nodes) {
        UrlNames names = new UrlNames();
        for (UrlTree.Node node : nodes.reversed()) {
            UrlTemplate here =
                    UrlTemplate.ROOT.then(node.pattern(), node.route().extra());
            switch (node) {
                case UrlTree.Leaf leaf -> {
                    String name = leaf.route().name();
                    if (name != null) names.list(name).add(here);
                }
                case UrlTree.Branch branch -> names.add(branch, here);
            }
        }
        return names;
    }

    private List<UrlTemplate> list(String name) {
        return byName.computeIfAbsent(name, n -> new ArrayList<>());
    }

    private void add(UrlTree.Branch branch, UrlTemplate here) {
        UrlNames inner = of(branch.children());
        if (!branch.appName().isEmpty()) {
            apps.computeIfAbsent(branch.appName(), n -> new ArrayList<>()).add(branch.namespace());
            namespaces.put(branch.namespace(), new Namespace(here, inner));
            return;
        }
        inner.byName.forEach((name, templates) -> {
            for (UrlTemplate template : templates) list(name).add(here.then(template));
        });
        inner.namespaces.forEach((name, namespace) ->
                namespaces.put(name, new Namespace(here.then(namespace.prefix()), namespace.names())));
        inner.apps.forEach(
                (app, list) -> apps.computeIfAbsent(app, n -> new ArrayList<>()).addAll(list));
    }

    /** Makes a URL of a name such as {@code polls:detail}. */
    String reverse(String name, List<?> args, Map<String, ?> kwargs, @Nullable String currentApp, String scriptPrefix) {
        String[] path = name.split(":", -1);
        UrlNames names = this;
        UrlTemplate prefix = UrlTemplate.ROOT;
        String[] current = currentApp == null || currentApp.isEmpty() ? new String[0] : currentApp.split(":", -1);
        boolean following = true;
        for (int i = 0; i < path.length - 1; i++) {
            String now = following && i < current.length ? current[i] : null;
            String chosen = names.instance(path[i], now);
            if (!chosen.equals(now)) following = false;
            Namespace namespace = names.namespaces.get(chosen);
            if (namespace == null) throw unknownNamespace(path, i);
            prefix = prefix.then(namespace.prefix());
            names = namespace.names();
        }
        return names.fill(path[path.length - 1], prefix, args, kwargs, scriptPrefix);
    }

    /** The namespace meant by a part of a name, which may be an app's name. */
    private String instance(String part, @Nullable String now) {
        List<String> instances = apps.get(part);
        if (instances == null) return part;
        if (now != null && instances.contains(now)) return now;
        return instances.contains(part) ? part : instances.getFirst();
    }

    private static NoReverseMatch unknownNamespace(String[] path, int at) {
        String message = PyText.repr(path[at]) + " is not a registered namespace";
        if (at == 0) return new NoReverseMatch(message);
        StringJoiner inside = new StringJoiner(":");
        for (int i = 0; i < at; i++) inside.add(path[i]);
        return new NoReverseMatch(message + " inside '" + inside + "'");
    }

    private String fill(String name, UrlTemplate prefix, List<?> args, Map<String, ?> kwargs, String scriptPrefix) {
        List<UrlTemplate> templates = byName.getOrDefault(name, List.of());
        List<String> tried = new ArrayList<>();
        for (UrlTemplate template : templates) {
            UrlTemplate whole = prefix.isRoot() ? template : prefix.then(template);
            String url = args.isEmpty() ? whole.fill(scriptPrefix, kwargs) : whole.fill(scriptPrefix, args);
            if (url != null) return url;
            tried.add(whole.shape().regex());
        }
        throw noMatch(name, args, kwargs, tried);
    }

    private static NoReverseMatch noMatch(String name, List<?> args, Map<String, ?> kwargs, List<String> tried) {
        if (tried.isEmpty()) {
            return new NoReverseMatch("Reverse for '" + name + "' not found. '" + name
                    + "' is not a valid view function or pattern name.");
        }
        String given = "no arguments";
        if (!args.isEmpty()) given = "arguments '" + PyText.tuple(args) + "'";
        else if (!kwargs.isEmpty()) given = "keyword arguments '" + PyText.repr(kwargs) + "'";
        return new NoReverseMatch("Reverse for '" + name + "' with " + given + " not found. " + tried.size()
                + " pattern(s) tried: " + PyText.repr(tried));
    }
}
