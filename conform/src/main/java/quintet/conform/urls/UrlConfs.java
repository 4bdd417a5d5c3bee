package quintet.conform.urls;

import static quintet.http.Routes.include;
import static quintet.http.Routes.includeRe;
import static quintet.http.Routes.path;
import static quintet.http.Routes.rePath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Handler;
import quintet.http.Include;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.Route0;
import quintet.http.UrlConf;

/** Routes as recordings describe them. */
final class UrlConfs {
    /** A view that only has a name. */
    private record View(String name) implements Handler {
        @Override
        public Response handle(Request request) {
            return Response.ok(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private UrlConfs() {}

    static List<Route> routes(@Nullable Object patterns) {
        List<Route> routes = new ArrayList<>();
        for (Object node : list(patterns)) routes.add(route(map(node)));
        return routes;
    }

    private static Route route(Map<String, @Nullable Object> node) {
        String pattern = String.valueOf(node.get("route"));
        boolean regex = "re_path".equals(node.get("type"));
        if (node.get("include") != null) return included(node, pattern, regex);
        View view = new View(String.valueOf(node.get("view")));
        Route0 route = regex ? rePath(pattern, view) : path(pattern, view);
        for (Map.Entry<String, @Nullable Object> extra : map(node.get("kwargs")).entrySet()) {
            route = route.extra(extra.getKey(), String.valueOf(extra.getValue()).isEmpty() ? "" : value(extra));
        }
        return node.get("name") == null ? route : route.name(String.valueOf(node.get("name")));
    }

    private static Object value(Map.Entry<String, @Nullable Object> entry) {
        return java.util.Objects.requireNonNull(entry.getValue());
    }

    private static Include included(Map<String, @Nullable Object> node, String pattern, boolean regex) {
        List<Route> inner = routes(node.get("include"));
        Include include = regex ? includeRe(pattern, inner) : include(pattern, inner);
        if (node.get("app_name") != null) include = include.appName(String.valueOf(node.get("app_name")));
        if (node.get("namespace") != null) include = include.namespace(String.valueOf(node.get("namespace")));
        for (Map.Entry<String, @Nullable Object> extra : map(node.get("kwargs")).entrySet()) {
            include = include.extra(extra.getKey(), value(extra));
        }
        return include;
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) given.forEach((name, item) -> map.put(String.valueOf(name), item));
        return map;
    }

    private static Route0 view(String pattern, String view, String name) {
        return path(pattern, new View(view)).name(name);
    }

    /**
     * The URLs named {@code nested}, which half a recording refers to without defining them: put together from what its
     * cases say about them. A file that defines them has its way.
     */
    static Map<String, UrlConf> wellKnown() {
        List<Route> polls = List.of(
                view("", "p_index", "index"),
                view("<int:question_id>/", "p_detail", "detail"),
                view("<int:question_id>/results/", "p_results", "results"));
        List<Route> level2 = List.of(view("", "l2home", "l2home"), view("<int:b>/leaf/", "leaf", "leaf"));
        List<Route> level1 = List.of(include("l2/", level2).appName("l2app").namespace("l2ns"));
        List<Route> deep = List.of(
                view("top/", "dtop", "top"),
                include("l1/<str:a>/", level1).appName("l1app").namespace("l1ns"));
        List<Route> keywords =
                List.of(view("one/", "kone", "kone").extra("a", 1), view("two/<int:b>/", "ktwo", "ktwo"));
        return Map.of(
                "nested",
                UrlConf.of(List.of(
                        view("", "home", "home"),
                        include("polls/", view("extra/", "extra", "extra")),
                        include("polls/", polls).appName("polls"),
                        include("author-polls/", polls).appName("polls").namespace("author"),
                        include("pub-polls/", polls).appName("polls").namespace("pub"),
                        include("plain/<int:site>/", view("x/", "px", "px"), view("<slug:s>/", "ps", "ps")),
                        include("deep/", deep).appName("dapp"),
                        includeRe(
                                "^rx/(?P<ro>\\d+)/",
                                List.of(
                                        rePath("^in/(?P<ri>\\w+)/$", new View("rxin"))
                                                .name("rxin"),
                                        view("pin/<int:z>/", "rxpin", "rxpin"))),
                        include("kw/", keywords).extra("c", "inc"),
                        include("", view("rootinc/", "rootinc", "rootinc")),
                        view("shared/", "s1", "dup"),
                        view("dup/<int:n>/", "s2", "dup"))));
    }
}
