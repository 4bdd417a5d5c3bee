package quintet.http.internal.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import quintet.core.ImproperlyConfigured;
import quintet.http.Converter;
import quintet.http.internal.PyText;

/** A pattern of {@code path()} or {@code include()}: text with named places. */
public final class PathPattern implements UrlPattern {
    private final String route;
    private final boolean endpoint;
    private final List<Segment> segments;
    private final TextClass[] classes;
    private final @Nullable PyRegex regex;

    private PathPattern(String route, boolean endpoint, List<Segment> segments) {
        this.route = route;
        this.endpoint = endpoint;
        this.segments = List.copyOf(segments);
        this.classes = new TextClass[segments.size()];
        boolean plain = true;
        for (int i = 0; i < classes.length; i++) {
            if (segments.get(i) instanceof Segment.Param(String name, Converter<?> converter)) {
                classes[i] = TextClass.of(converter.regex());
                plain &= TextClass.known(converter.regex()) != null;
            }
        }
        this.regex = plain ? null : PyRegex.compile(regexText());
    }

    /**
     * Parses a route.
     *
     * @param endpoint whether it must match to the end of the path
     * @param given the converters of places without one, in order or by name; those left over are {@code str}
     * @param named the converters that may be written into the route
     * @throws ImproperlyConfigured when the route is malformed
     */
    public static PathPattern parse(
            String route, boolean endpoint, Map<String, Converter<?>> given, Map<String, Converter<?>> named) {
        List<Segment> segments = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean repeated = false;
        int start = 0;
        for (PathPlace place : PathPlace.in(route)) {
            if (place.start() > start) segments.add(new Segment.Literal(route.substring(start, place.start())));
            repeated |= !seen.add(place.name());
            segments.add(new Segment.Param(place.name(), converter(route, place, given, named)));
            start = place.end();
        }
        if (start < route.length()) segments.add(new Segment.Literal(route.substring(start)));
        PathPattern pattern = new PathPattern(route, endpoint, segments);
        if (repeated) PyRegex.compile(pattern.regexText()); // says which name stands where
        return pattern;
    }

    private static Converter<?> converter(
            String route, PathPlace place, Map<String, Converter<?>> given, Map<String, Converter<?>> named) {
        Converter<?> typed = given.get(place.name());
        if (place.converter() == null) return typed == null ? Converter.STR : typed;
        Converter<?> found = named.get(place.converter());
        if (found == null) {
            throw new ImproperlyConfigured("URL route " + PyText.repr(route) + " uses invalid converter "
                    + PyText.repr(place.converter()) + ".");
        }
        return found;
    }

    @Override
    public String text() {
        return route;
    }

    /** The pieces. */
    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public String regexText() {
        StringBuilder out = new StringBuilder("^");
        for (Segment segment : segments) {
            switch (segment) {
                case Segment.Literal(String text) -> out.append(PyRegex.escape(text));
                case Segment.Param(String name, Converter<?> converter) ->
                    out.append("(?P<")
                            .append(name)
                            .append('>')
                            .append(converter.regex())
                            .append(')');
            }
        }
        return out.append(endpoint ? "\\Z" : "").toString();
    }

    @Override
    public int match(String path, int from, Captures captures) {
        if (segments.isEmpty()) return endpoint && from != path.length() ? -1 : from;
        if (regex != null) return matchByRegex(regex, path, from, captures);
        if (segments.size() == 1 && segments.getFirst() instanceof Segment.Literal(String text)) {
            boolean fits = path.startsWith(text, from) && (!endpoint || path.length() == from + text.length());
            return fits ? from + text.length() : -1;
        }
        int mark = captures.size();
        int end = match(0, path, from, captures);
        if (end < 0) captures.backTo(mark);
        return end;
    }

    /** Matches the segments from this one on, longest texts first, as a regular expression would. */
    private int match(int index, String path, int from, Captures captures) {
        if (index == segments.size()) return endpoint && from != path.length() ? -1 : from;
        Segment segment = segments.get(index);
        if (segment instanceof Segment.Literal(String text)) {
            return path.startsWith(text, from) ? match(index + 1, path, from + text.length(), captures) : -1;
        }
        Segment.Param param = (Segment.Param) segment;
        int longest = classes[index].longest(path, from);
        if (longest < 0) return -1;
        int shortest = from + classes[index].least(longest - from);
        if (endpoint && index == segments.size() - 1) shortest = longest;
        for (int end = longest; end >= shortest; end--) {
            int mark = captures.size();
            captures.addText(param.name(), path, from, end);
            int rest = match(index + 1, path, end, captures);
            if (rest >= 0) return captures.convert(mark, param.converter()) ? rest : -1;
            captures.backTo(mark);
        }
        return -1;
    }

    private int matchByRegex(PyRegex compiled, String path, int from, Captures captures) {
        Matcher matcher = compiled.pattern().matcher(path).region(from, path.length());
        if (!matcher.find()) return -1;
        int mark = captures.size();
        for (Segment segment : segments) {
            if (segment instanceof Segment.Param(String name, Converter<?> converter)) {
                int group = compiled.groups().indexOf(name) + 1;
                int place = captures.size();
                captures.addText(name, path, matcher.start(group), matcher.end(group));
                if (!captures.convert(place, converter)) {
                    captures.backTo(mark);
                    return -1;
                }
            }
        }
        return matcher.end();
    }
}
