package quintet.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * URLs by name, for templates and dynamic code. Where the route is a constant, {@code DETAIL.url(5)} is checked by the
 * compiler and better.
 */
public final class Urls {
    private Urls() {}

    /**
     * The URL of a name such as {@code library:detail} with values in order.
     *
     * @throws NoReverseMatch when nothing fits
     */
    public static String reverse(String name, Object... args) {
        return named(name).args(args).url();
    }

    /** The URL of a name with values by name. */
    public static String reverse(String name, Map<String, ?> kwargs) {
        return named(name).kwargs(kwargs).url();
    }

    /** A URL of a name, with more to say about it. */
    public static Named named(String name) {
        return new Named(name, List.of(), Map.of(), null, null, null);
    }

    /**
     * The route of a path in the current site.
     *
     * @throws Resolver404 when there is none
     */
    public static ResolverMatch resolve(String path) {
        return UrlConf.current().resolve(path);
    }

    /** Adds a query and a fragment to a URL: null for none; an empty query adds nothing, an empty fragment a {@code #}. */
    public static String with(String url, @Nullable QueryDict query, @Nullable String fragment) {
        String result = query == null || query.isEmpty() ? url : url + "?" + query.urlencode();
        return fragment == null ? result : result + "#" + fragment;
    }

    /**
     * A URL by name while it is put together.
     *
     * @param name with its namespaces
     * @param args values in order
     * @param kwargs values by name
     * @param currentApp the namespace to prefer, or null
     * @param query the query string, or null
     * @param fragment what follows the {@code #}, or null
     */
    public record Named(
            String name,
            List<?> args,
            Map<String, ?> kwargs,
            @Nullable String currentApp,
            @Nullable String query,
            @Nullable String fragment) {

        /** With these values in order. */
        public Named args(Object... values) {
            return new Named(name, Arrays.asList(values), kwargs, currentApp, query, fragment);
        }

        /** With these values by name. */
        public Named kwargs(Map<String, ?> values) {
            return new Named(name, args, values, currentApp, query, fragment);
        }

        /** Prefers this instance namespace where the name starts with an app's name. */
        public Named currentApp(@Nullable String namespace) {
            return new Named(name, args, kwargs, namespace, query, fragment);
        }

        /** With these query parameters; a collection gives one for each item. */
        public Named query(Map<String, ?> parameters) {
            return new Named(name, args, kwargs, currentApp, Uris.urlencode(parameters), fragment);
        }

        /** With these query parameters, names perhaps repeated. */
        public Named query(Iterable<? extends Map.Entry<String, ?>> parameters) {
            return new Named(name, args, kwargs, currentApp, Uris.urlencode(parameters), fragment);
        }

        /** With these query parameters. */
        public Named query(QueryDict parameters) {
            return new Named(name, args, kwargs, currentApp, parameters.urlencode(), fragment);
        }

        /** With this fragment, written as it is. */
        public Named fragment(String text) {
            return new Named(name, args, kwargs, currentApp, query, text);
        }

        /** The URL in the current site. */
        public String url() {
            return url(UrlConf.current());
        }

        /** The URL among these. */
        public String url(UrlConf urls) {
            return with(urls.reverse(name, args, kwargs, currentApp));
        }

        /** The URL among these, below this prefix. */
        public String url(UrlConf urls, String scriptPrefix) {
            return with(urls.reverse(name, args, kwargs, currentApp, scriptPrefix));
        }

        private String with(String url) {
            String result = query == null || query.isEmpty() ? url : url + "?" + query;
            return fragment == null ? result : result + "#" + fragment;
        }
    }
}
