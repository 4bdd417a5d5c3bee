package quintet.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.Percent;
import quintet.http.internal.PyText;
import quintet.http.internal.routing.Reversible;
import quintet.http.internal.routing.UrlPattern;

/**
 * What URLs of a route look like, from the start of the site's paths or of an include.
 *
 * @param shape the pattern
 * @param defaults extra values, which a caller may name too if they are equal
 */
record UrlTemplate(Reversible shape, Map<String, Object> defaults) {
    static final UrlTemplate ROOT = new UrlTemplate(Reversible.EMPTY, Map.of());

    /** Whether this is the start of all paths. */
    boolean isRoot() {
        return shape.isEmpty();
    }

    /** This followed by a pattern. */
    UrlTemplate then(UrlPattern pattern, Map<String, Object> extra) {
        return new UrlTemplate(shape.then(pattern), merged(defaults, extra));
    }

    /** This followed by a template. */
    UrlTemplate then(UrlTemplate other) {
        return new UrlTemplate(shape.then(other.shape), merged(other.defaults, defaults));
    }

    private static Map<String, Object> merged(Map<String, Object> first, Map<String, Object> second) {
        if (second.isEmpty()) return first;
        Map<String, Object> all = new HashMap<>(first);
        all.putAll(second);
        return all;
    }

    /** The URL with these values in order, or null if they do not fit. */
    @Nullable
    String fill(String prefix, List<?> args) {
        for (Reversible.Form form : shape.forms()) {
            if (form.params().size() != args.size()) continue;
            Map<String, Object> values = new HashMap<>();
            for (int i = 0; i < args.size(); i++) values.put(form.params().get(i), args.get(i));
            String url = fill(prefix, form, values);
            if (url != null) return url;
        }
        return null;
    }

    /** The URL with these values by name, or null if they do not fit. */
    @Nullable
    String fill(String prefix, Map<String, ?> kwargs) {
        for (Reversible.Form form : shape.forms()) {
            String url = takes(form.params(), kwargs) ? fill(prefix, form, kwargs) : null;
            if (url != null) return url;
        }
        return null;
    }

    private boolean takes(List<String> params, Map<String, ?> kwargs) {
        for (String name : kwargs.keySet()) {
            if (params.contains(name)) continue;
            if (!defaults.containsKey(name) || !Objects.equals(kwargs.get(name), defaults.get(name))) return false;
        }
        for (String param : params) {
            if (!kwargs.containsKey(param) && !defaults.containsKey(param)) return false;
        }
        return true;
    }

    private @Nullable String fill(String prefix, Reversible.Form form, Map<String, ?> values) {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            Converter<?> converter = shape.converters().get(entry.getKey());
            try {
                Object value = entry.getValue();
                texts.put(entry.getKey(), converter == null ? PyText.str(value) : converter.format(value));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        String decoded = form.text(texts);
        if (decoded == null || !shape.accepts(decoded, texts)) return null;
        return Uris.escapeLeadingSlashes(Percent.quote(prefix + decoded, Percent.PATH));
    }

    /** The names a URL needs, in order, of a pattern without alternatives. */
    List<String> params() {
        return shape.forms().isEmpty() ? List.of() : shape.forms().getFirst().params();
    }
}
