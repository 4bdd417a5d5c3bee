package quintet.conform.urls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.conform.Kind;
import quintet.conform.Tagged;
import quintet.core.ImproperlyConfigured;
import quintet.http.Converter;
import quintet.http.NoReverseMatch;
import quintet.http.QueryDict;
import quintet.http.Resolver404;
import quintet.http.ResolverMatch;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.Routes;
import quintet.http.UrlConf;
import quintet.http.Urls;

/** Resolving and reversing URLs. */
public final class UrlsKind implements Kind {
    private static final Set<String> RECORDED = Set.of(
            "match", "tried_count", "tried", "remaining_path", "url", "error", "message", "ok", "regex", "output");

    private final Map<String, UrlConf> confs = new HashMap<>();
    private final QuerystringTag querystring = new QuerystringTag();

    @Override
    public List<String> files() {
        return List.of("urls.jsonl");
    }

    @Override
    public Set<String> recorded(Map<String, @Nullable Object> testCase) {
        return RECORDED;
    }

    @Override
    public void prepare(List<Map<String, @Nullable Object>> stripped) {
        confs.putAll(UrlConfs.wellKnown());
        for (Map<String, @Nullable Object> line : stripped) {
            if ("urlconf".equals(line.get("kind"))) {
                confs.put(text(line.get("name")), UrlConf.of(UrlConfs.routes(line.get("patterns"))));
            }
        }
    }

    @Override
    public Map<String, @Nullable Object> answer(Map<String, @Nullable Object> stripped) throws Exception {
        return switch (text(stripped.get("kind"))) {
            case "resolve" -> resolve(stripped);
            case "reverse" -> reverse(stripped);
            case "route_compile" -> compile(stripped);
            case "converter" ->
                answer("regex", converter(text(stripped.get("name"))).regex());
            case "querystring_tag" -> querystring.answer(stripped);
            default -> Map.of();
        };
    }

    private UrlConf conf(Map<String, @Nullable Object> line) {
        UrlConf conf = confs.get(text(line.get("urlconf")));
        if (conf == null) throw new IllegalArgumentException("The file has no urlconf " + line.get("urlconf"));
        return conf;
    }

    private Map<String, @Nullable Object> resolve(Map<String, @Nullable Object> line) {
        try {
            return answer("match", describe(conf(line).resolve(text(line.get("path")))));
        } catch (Resolver404 e) {
            List<List<String>> tried = e.tried().stream()
                    .map(path -> path.stream().map(Route::pattern).toList())
                    .toList();
            Map<String, @Nullable Object> answer = answer("match", null);
            answer.put("tried_count", tried.size());
            answer.put("tried", tried);
            answer.put("remaining_path", e.path());
            return answer;
        }
    }

    private static Map<String, @Nullable Object> describe(ResolverMatch match) {
        Map<String, @Nullable Object> answer = answer("view", match.handler().toString());
        answer.put("url_name", match.urlName());
        answer.put("args", match.args());
        Map<String, @Nullable Object> kwargs = new LinkedHashMap<>();
        match.kwargs()
                .forEach((name, value) ->
                        kwargs.put(name, value instanceof UUID ? Map.of("$uuid", value.toString()) : value));
        answer.put("kwargs", kwargs);
        answer.put("app_names", match.appNames());
        answer.put("namespaces", match.namespaces());
        answer.put("app_name", match.appName());
        answer.put("namespace", match.namespace());
        answer.put("view_name", match.viewName());
        answer.put("route", match.pattern());
        return answer;
    }

    private Map<String, @Nullable Object> reverse(Map<String, @Nullable Object> line) {
        try {
            Urls.Named named = Urls.named(text(line.get("name")))
                    .currentApp((String) line.get("current_app"))
                    .args(UrlConfs.list(Tagged.decode(line.get("args"))).toArray())
                    .kwargs(UrlConfs.map(Tagged.decode(line.get("kwargs"))));
            named = withQuery(named, line.get("query"));
            if (line.get("fragment") instanceof String fragment) named = named.fragment(fragment);
            return answer("url", named.url(conf(line), text(line.get("script_prefix"))));
        } catch (NoReverseMatch e) {
            return failure("NoReverseMatch", e);
        } catch (IllegalArgumentException e) {
            return failure("ValueError", e);
        }
    }

    private static Urls.Named withQuery(Urls.Named named, @Nullable Object query) {
        if ("$querydict".equals(Tagged.tag(query)) && query instanceof Map<?, ?> tagged) {
            return named.query(QueryDict.of(text(tagged.get("$querydict"))));
        }
        return switch (Tagged.decode(query)) {
            case Map<?, ?> map -> named.query(UrlConfs.map(map));
            case List<?> pairs -> {
                List<Map.Entry<String, ?>> entries = new ArrayList<>();
                for (Object pair : pairs) {
                    List<?> two = (List<?>) pair;
                    entries.add(new java.util.AbstractMap.SimpleEntry<>(text(two.get(0)), two.get(1)));
                }
                yield named.query(entries);
            }
            case null, default -> named;
        };
    }

    private static Map<String, @Nullable Object> compile(Map<String, @Nullable Object> line) {
        String route = text(line.get("route"));
        boolean prefix = Boolean.FALSE.equals(line.get("is_endpoint"));
        try {
            Route compiled = prefix ? Routes.include(route) : Routes.path(route, request -> Response.ok(""));
            Map<String, @Nullable Object> answer = answer("ok", true);
            answer.put("regex", compiled.regex());
            return answer;
        } catch (ImproperlyConfigured e) {
            return failure("ImproperlyConfigured", e);
        } catch (IllegalArgumentException e) {
            return failure("PatternError", e);
        }
    }

    private static Converter<?> converter(String name) {
        return switch (name) {
            case "int" -> Converter.INT;
            case "slug" -> Converter.SLUG;
            case "uuid" -> Converter.UUID;
            case "path" -> Converter.PATH;
            default -> Converter.STR;
        };
    }

    static Map<String, @Nullable Object> answer(String key, @Nullable Object value) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(key, value);
        return answer;
    }

    static Map<String, @Nullable Object> failure(String error, Exception e) {
        Map<String, @Nullable Object> answer = answer("error", error);
        answer.put("message", String.valueOf(e.getMessage()));
        return answer;
    }

    static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
