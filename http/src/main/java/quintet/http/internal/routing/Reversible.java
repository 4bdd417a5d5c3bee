package quintet.http.internal.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Converter;

/** A pattern, or several in a row, from which URLs can be made. */
public final class Reversible {
    /** The empty pattern. */
    public static final Reversible EMPTY = new Reversible("", List.of(), Map.of());

    private final String regex;
    private final @Nullable List<Segment> segments;
    private final Map<String, Converter<?>> converters;
    private volatile @Nullable List<Form> forms;
    private volatile @Nullable PyRegex compiled;

    private Reversible(String regex, @Nullable List<Segment> segments, Map<String, Converter<?>> converters) {
        this.regex = regex;
        this.segments = segments;
        this.converters = converters;
    }

    /** Whether this is the empty pattern. */
    public boolean isEmpty() {
        return regex.isEmpty();
    }

    /** This followed by a pattern. */
    public Reversible then(UrlPattern pattern) {
        String text = pattern.regexText();
        List<Segment> added = pattern.segments();
        Map<String, Converter<?>> own = new HashMap<>();
        if (added != null) {
            for (Segment segment : added) {
                if (segment instanceof Segment.Param(String name, Converter<?> converter)) own.put(name, converter);
            }
        }
        return then(new Reversible(text.startsWith("^") ? text.substring(1) : text, added, own));
    }

    /** This followed by another. */
    public Reversible then(Reversible other) {
        List<Segment> joined = null;
        if (segments != null && other.segments != null) {
            joined = new ArrayList<>(segments);
            joined.addAll(other.segments);
        }
        Map<String, Converter<?>> all = new HashMap<>(converters);
        all.putAll(other.converters);
        return new Reversible(regex + other.regex, joined, all);
    }

    /** The whole as a regular expression in Python's syntax, without the caret at its start. */
    public String regex() {
        return regex;
    }

    /** The converters by name; a value without one is written as a text. */
    public Map<String, Converter<?>> converters() {
        return converters;
    }

    /** The forms a URL can have: several where groups are optional. */
    public List<Form> forms() {
        List<Form> known = forms;
        if (known == null) {
            known = segments != null
                    ? List.of(new Form(parts(segments)))
                    : RegexTemplates.of(regex).stream()
                            .map(template -> new Form(template.parts()))
                            .toList();
            forms = known;
        }
        return known;
    }

    private static List<RegexTemplates.TemplatePart> parts(List<Segment> segments) {
        List<RegexTemplates.TemplatePart> parts = new ArrayList<>();
        for (Segment segment : segments) {
            parts.add(
                    switch (segment) {
                        case Segment.Literal(String text) -> new RegexTemplates.TemplatePart(text, null, false);
                        case Segment.Param(String name, var converter) ->
                            new RegexTemplates.TemplatePart("", name, true);
                    });
        }
        return parts;
    }

    /** Whether a path made from these texts leads back here. */
    public boolean accepts(String path, Map<String, String> texts) {
        if (segments != null && allFit(segments, texts)) return true;
        PyRegex pattern = compiled;
        if (pattern == null) {
            pattern = PyRegex.compile("^(?:" + regex + ")");
            compiled = pattern;
        }
        return pattern.pattern().matcher(path).find();
    }

    private static boolean allFit(List<Segment> segments, Map<String, String> texts) {
        for (Segment segment : segments) {
            if (segment instanceof Segment.Param(String name, Converter<?> converter)) {
                String text = texts.get(name);
                if (text == null || !TextClass.of(converter.regex()).matches(text)) return false;
            }
        }
        return true;
    }

    /** One form of a URL. */
    public static final class Form {
        private final List<RegexTemplates.TemplatePart> parts;
        private final List<String> params;

        private Form(List<RegexTemplates.TemplatePart> parts) {
            this.parts = parts;
            this.params = new RegexTemplates.Template(parts).params();
        }

        /** The values it needs, in order. */
        public List<String> params() {
            return params;
        }

        /** The decoded path with these texts; null if one is missing. */
        public @Nullable String text(Map<String, String> texts) {
            StringBuilder out = new StringBuilder();
            for (RegexTemplates.TemplatePart part : parts) {
                String text = part.param() == null ? part.text() : texts.get(part.param());
                if (text == null) return null;
                out.append(text);
            }
            return out.toString();
        }
    }
}
