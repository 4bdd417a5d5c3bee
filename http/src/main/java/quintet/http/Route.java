package quintet.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.routing.PathPattern;
import quintet.http.internal.routing.RegexPattern;
import quintet.http.internal.routing.UrlPattern;

/**
 * A place in a site's URLs: a handler behind a path ({@link Route0} to {@link Route4}), or more routes behind a prefix
 * ({@link Include}). A route is an identity, usually a constant of an app; where it is mounted each site knows for itself,
 * so {@code DETAIL.url(5)} gives the URL in the current site.
 */
public abstract sealed class Route permits ViewRoute, Include {
    private final String pattern;
    private final boolean regex;
    private final Map<String, Converter<?>> converters;
    private final Map<String, Object> extra;

    Route(String pattern, boolean regex, Map<String, Converter<?>> converters, Map<String, Object> extra) {
        this.pattern = pattern;
        this.regex = regex;
        this.converters = converters;
        this.extra = extra;
    }

    Route(Route other, Map<String, Object> extra) {
        this(other.pattern, other.regex, other.converters, extra);
    }

    /** The pattern as written: {@code books/<id>/}. */
    public String pattern() {
        return pattern;
    }

    /**
     * The pattern as a regular expression in Python's syntax.
     *
     * @throws quintet.core.ImproperlyConfigured when the pattern is malformed or names an unknown converter
     * @throws IllegalArgumentException when a regular expression is malformed
     */
    public String regex() {
        return compile(UrlTree.converters(List.of())).regexText();
    }

    /** Whether the pattern is a regular expression. */
    public boolean isRegex() {
        return regex;
    }

    /** Values given to the handler beside the captured ones; they win over those. */
    public Map<String, Object> extra() {
        return extra;
    }

    /** The name for reversing within its namespace, or null. */
    public @Nullable String name() {
        return null;
    }

    /** The pattern with its converters found. */
    UrlPattern compile(Map<String, Converter<?>> named) {
        boolean endpoint = this instanceof ViewRoute;
        return regex ? new RegexPattern(pattern, endpoint) : PathPattern.parse(pattern, endpoint, converters, named);
    }

    /** The pattern, and the name if there is one. */
    @Override
    public String toString() {
        String name = name();
        return "'" + pattern + "'" + (name == null ? "" : " [name='" + name + "']");
    }
}
