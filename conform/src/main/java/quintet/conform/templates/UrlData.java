package quintet.conform.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Handler;
import quintet.http.Include;
import quintet.http.NoReverseMatch;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.Route0;
import quintet.http.Routes;
import quintet.http.UrlConf;
import quintet.templates.Context;
import quintet.templates.UrlReverser;

/** Routes given as data. */
final class UrlData {
    private static final Handler VIEW = request -> Response.ok("");

    private UrlData() {}

    static UrlConf conf(List<?> patterns) {
        return UrlConf.of(routes(patterns));
    }

    private static List<Route> routes(List<?> patterns) {
        List<Route> out = new ArrayList<>();
        for (Object each : patterns) {
            Map<?, ?> node = (Map<?, ?>) each;
            String pattern = String.valueOf(node.get("pattern"));
            String kind = String.valueOf(node.get("kind"));
            out.add(kind.endsWith("include") ? include(node, kind, pattern) : route(node, kind, pattern));
        }
        return out;
    }

    private static Route include(Map<?, ?> node, String kind, String pattern) {
        List<Route> inner = routes((List<?>) java.util.Objects.requireNonNull(node.get("patterns")));
        Include include = kind.equals("include") ? Routes.include(pattern, inner) : Routes.includeRe(pattern, inner);
        if (node.get("app_name") instanceof String app) {
            include = include.appName(app);
        }
        if (node.get("namespace") instanceof String namespace) {
            include = include.namespace(namespace);
        }
        return include;
    }

    private static Route route(Map<?, ?> node, String kind, String pattern) {
        Route0 route = kind.equals("path") ? Routes.path(pattern, VIEW) : Routes.rePath(pattern, VIEW);
        if (node.get("defaults") instanceof Map<?, ?> defaults) {
            for (Map.Entry<?, ?> e : defaults.entrySet()) {
                route = route.extra(String.valueOf(e.getKey()), e.getValue());
            }
        }
        return node.get("name") instanceof String name ? route.name(name) : route;
    }

    static String reverse(
            UrlConf conf,
            @Nullable Object name,
            List<? extends @Nullable Object> args,
            Map<String, ? extends @Nullable Object> kwargs,
            Context context) {
        String app = null;
        if (context.request() instanceof Decoder.Request request) {
            app = request.spec().containsKey("current_app")
                    ? (String) request.spec().get("current_app")
                    : (String) request.spec().get("resolver_namespace");
        }
        List<Object> positional = new ArrayList<>();
        args.forEach(a -> positional.add(plain(a)));
        Map<String, Object> named = new LinkedHashMap<>();
        kwargs.forEach((key, value) -> named.put(key, plain(value)));
        try {
            return conf.reverse(String.valueOf(name), positional, named, app);
        } catch (NoReverseMatch e) {
            throw new UrlReverser.NoReverseMatch(String.valueOf(e.getMessage()), e);
        }
    }

    private static Object plain(@Nullable Object value) {
        return value == null ? "None" : value instanceof CharSequence s ? s.toString() : value;
    }
}
