package quintet.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.values.Values;

/**
 * The parameters of a simple tag, as Python's would be. Immutable.
 *
 * <pre>{@code
 * Params.of("first", "second").optional("sep", ", ").rest().keyword("limit", 10).otherKeywords()
 * }</pre>
 */
public final class Params {
    private final List<String> names;
    private final Map<String, @Nullable Object> defaults;
    private final boolean rest;
    private final List<String> keywordNames;
    private final Map<String, @Nullable Object> keywordDefaults;
    private final boolean otherKeywords;

    private Params(
            List<String> names,
            Map<String, @Nullable Object> defaults,
            boolean rest,
            List<String> keywordNames,
            Map<String, @Nullable Object> keywordDefaults,
            boolean otherKeywords) {
        this.names = List.copyOf(names);
        this.defaults = new LinkedHashMap<>(defaults);
        this.rest = rest;
        this.keywordNames = List.copyOf(keywordNames);
        this.keywordDefaults = new LinkedHashMap<>(keywordDefaults);
        this.otherKeywords = otherKeywords;
    }

    /**
     * Required parameters.
     *
     * @param names in order; none for a tag without arguments
     * @return parameters
     */
    public static Params of(String... names) {
        return new Params(List.of(names), Map.of(), false, List.of(), Map.of(), false);
    }

    /**
     * Adds a parameter with a default.
     *
     * @param name its name
     * @param otherwise its value when the tag does not give it
     * @return more parameters
     */
    public Params optional(String name, @Nullable Object otherwise) {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        Map<String, @Nullable Object> values = new LinkedHashMap<>(defaults);
        values.put(name, otherwise);
        return new Params(more, values, rest, keywordNames, keywordDefaults, otherKeywords);
    }

    /** Accepts any number of further positional arguments ({@code *args}). */
    public Params rest() {
        return new Params(names, defaults, true, keywordNames, keywordDefaults, otherKeywords);
    }

    /**
     * Adds a required parameter that must be named.
     *
     * @param name its name
     * @return more parameters
     */
    public Params keyword(String name) {
        List<String> more = new ArrayList<>(keywordNames);
        more.add(name);
        return new Params(names, defaults, rest, more, keywordDefaults, otherKeywords);
    }

    /**
     * Adds a parameter with a default that must be named.
     *
     * @param name its name
     * @param otherwise its value when the tag does not give it
     * @return more parameters
     */
    public Params keyword(String name, @Nullable Object otherwise) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(keywordDefaults);
        values.put(name, otherwise);
        List<String> more = new ArrayList<>(keywordNames);
        more.add(name);
        return new Params(names, defaults, rest, more, values, otherKeywords);
    }

    /** Accepts any further named arguments ({@code **kwargs}). */
    public Params otherKeywords() {
        return new Params(names, defaults, rest, keywordNames, keywordDefaults, true);
    }

    /** The arguments of one tag, compiled. */
    record Bound(List<Expression> positional, Map<String, Expression> named) {}

    /** Checks and compiles the words of a tag, with the messages Django gives. */
    Bound bind(Parser parser, String tag, List<String> words) {
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>(names);
        List<String> missingKeywords = new ArrayList<>(keywordNames);
        missingKeywords.removeAll(keywordDefaults.keySet());
        for (String word : words) {
            Map<String, Expression> pair = parser.keywords(new ArrayList<>(List.of(word)));
            if (!pair.isEmpty()) {
                String name = pair.keySet().iterator().next();
                if (!names.contains(name) && !keywordNames.contains(name) && !otherKeywords) {
                    throw new TemplateSyntaxError(
                            "'" + tag + "' received unexpected keyword argument " + Values.repr(name));
                }
                if (named.containsKey(name)) {
                    throw new TemplateSyntaxError(
                            "'" + tag + "' received multiple values for keyword argument " + Values.repr(name));
                }
                named.put(name, pair.get(name));
                missing.remove(name);
                missingKeywords.remove(name);
            } else if (!named.isEmpty()) {
                throw new TemplateSyntaxError(
                        "'" + tag + "' received some positional argument(s) after some keyword argument(s)");
            } else {
                positional.add(parser.expression(word));
                if (!missing.isEmpty()) {
                    missing.removeFirst();
                } else if (!rest) {
                    throw new TemplateSyntaxError("'" + tag + "' received too many positional arguments");
                }
            }
        }
        missing.removeAll(defaults.keySet());
        missing.addAll(missingKeywords);
        if (!missing.isEmpty()) {
            throw new TemplateSyntaxError("'" + tag + "' did not receive value(s) for the argument(s): "
                    + String.join(", ", missing.stream().map(Values::repr).toList()));
        }
        return new Bound(List.copyOf(positional), named);
    }

    /** Evaluates the arguments of one tag. */
    TagArgs evaluate(Bound bound, Context context, @Nullable SafeString content) {
        boolean known = !names.isEmpty() || !keywordNames.isEmpty();
        Map<String, @Nullable Object> values = known ? new LinkedHashMap<>(defaults) : Map.of();
        if (!keywordDefaults.isEmpty()) {
            values.putAll(keywordDefaults);
        }
        List<@Nullable Object> more = bound.positional().size() > names.size() ? new ArrayList<>() : List.of();
        int i = 0;
        for (Expression expression : bound.positional()) {
            Object value = expression.resolve(context);
            if (i < names.size()) {
                values.put(names.get(i), value);
            } else {
                more.add(value);
            }
            i++;
        }
        Map<String, @Nullable Object> others = otherKeywords ? new LinkedHashMap<>() : Map.of();
        for (Map.Entry<String, Expression> each : bound.named().entrySet()) {
            String name = each.getKey();
            boolean own = names.contains(name) || keywordNames.contains(name);
            (own ? values : others).put(name, each.getValue().resolve(context));
        }
        return new TagArgs(context, values, more, others, content);
    }
}
