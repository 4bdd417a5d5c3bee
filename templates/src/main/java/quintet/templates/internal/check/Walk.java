package quintet.templates.internal.check;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.core.Suggestions;
import quintet.templates.Engine;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.Origin;
import quintet.templates.TagCompiler;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.Token;
import quintet.templates.TypeGuide;
import quintet.templates.internal.parse.Chars;
import quintet.templates.internal.parse.FilterExpression;
import quintet.templates.internal.parse.Lexer;
import quintet.templates.internal.parse.Variable;

/** Goes through the tokens of one template and looks up whatever it names. */
public final class Walk {
    private static final Type UNKNOWN = TypeGuide.UNKNOWN;
    private static final Filter ANY =
            Filter.of((value, argument, context) -> value).optional(null);

    private static final List<String> CONSTANTS = List.of("True", "False", "None");

    private final Engine engine;
    private final Known known;
    private final StaticTypes types;
    private final Function<String, @Nullable Class<?>> classes;
    private final Origin origin;
    private final Outline outline;
    private final List<Token> tokens;
    private final Findings findings;
    private final Map<String, Filter> filters = new HashMap<>();
    private final Map<String, TagCompiler> tags = new HashMap<>();
    private final Scopes scopes;

    /** Prepares to go through one template. */
    public Walk(
            Engine engine,
            StaticTypes types,
            Function<String, @Nullable Class<?>> classes,
            Set<String> always,
            Origin origin,
            String source,
            Findings findings) {
        this.engine = engine;
        this.known = new Known(engine);
        this.types = types;
        this.classes = classes;
        this.origin = origin;
        this.outline = Outline.of(source);
        this.tokens = Lexer.tokens(source);
        this.findings = findings;
        this.scopes = new Scopes(types);
        engine.builtins().forEach(this::load);
        CONSTANTS.forEach(name -> scopes.put(name, UNKNOWN));
        always.forEach(name -> scopes.put(name, UNKNOWN));
    }

    /** Notes what is wrong. */
    public void run() {
        TagWalk tags = new TagWalk(this);
        boolean comment = false;
        for (Token token : tokens) {
            switch (token.kind()) {
                case BLOCK -> {
                    List<String> words = Chars.words(token.contents());
                    String tag = words.isEmpty() ? "" : words.getFirst();
                    if (comment) {
                        comment = !tag.equals("endcomment");
                    } else if (tag.equals("comment")) {
                        comment = true;
                    } else if (!tag.isEmpty()) {
                        tags.tag(token, tag, token.split());
                    }
                }
                case VARIABLE -> {
                    if (!comment) {
                        type(token.contents(), token.line());
                    }
                }
                case COMMENT -> {
                    if (!comment && token.contents().startsWith("context:")) {
                        declare(token.contents().substring("context:".length()), token.line());
                    }
                }
                case TEXT -> {
                    // text names nothing
                }
            }
        }
    }

    /** Reads {@code library.BookPage, cart: shop.Cart, theme}. */
    private void declare(String text, int line) {
        Type page = null;
        for (String part : text.split(",", -1)) {
            String[] pair = part.strip().split("\\s*:\\s*", 2);
            boolean variable = pair.length == 2 || pair[0].matches("[a-z]\\w*");
            String typeName = pair[pair.length - 1];
            Class<?> type = pair.length == 1 && variable ? null : classes.apply(typeName);
            if (type == null && !(pair.length == 1 && variable)) {
                findings.add(line, "There is no class '" + typeName + "' for the context. Write its full name.");
            }
            Type shown = type == null ? UNKNOWN : type;
            if (variable) {
                scopes.put(pair[0], shown);
            } else {
                page = shown;
            }
        }
        scopes.declare(page);
    }

    /** The type of an expression; notes filters, variables and attributes that are not there. */
    Type type(String source, int line) {
        FilterExpression expression;
        try {
            expression = FilterExpression.compile(source, name -> filter(name, line));
        } catch (TemplateSyntaxError e) {
            return UNKNOWN; // compiling the template says it better
        }
        Type type = expression.variable().isConstant()
                ? String.class
                : path(expression.variable().parts(), line);
        for (Variable argument : expression.arguments()) {
            if (!argument.isConstant()) {
                path(argument.parts(), line);
            }
        }
        for (String filter : expression.filterNames()) {
            type = switch (filter) {
                case "first", "last", "random" -> types.value(types.element(type));
                case "slice", "dictsort", "dictsortreversed", "safe", "default", "default_if_none" -> type;
                default -> UNKNOWN;
            };
        }
        return type;
    }

    private Filter filter(String name, int line) {
        Filter found = filters.get(name);
        if (found != null) {
            return found;
        }
        List<String> libraries = known.librariesWith(name, false);
        String hint = libraries.isEmpty()
                ? Suggestions.didYouMean(name, filters.keySet())
                : " It is in the library " + libraries.getFirst() + ": write {% load " + libraries.getFirst()
                        + " %} first.";
        findings.add(line, "Unknown filter '" + name + "'." + hint);
        return ANY;
    }

    private Type path(List<String> parts, int line) {
        if (parts.contains("")) {
            findings.add(line, "Doubled dots in '" + String.join(".", parts) + "' are deprecated. Write one dot.");
            return UNKNOWN;
        }
        String root = parts.getFirst();
        Type type = scopes.get(root);
        if (type == null) {
            Set<String> names = scopes.names();
            CONSTANTS.forEach(names::remove);
            findings.missing(line, "Unknown variable '" + root + "'.", root, names);
            return UNKNOWN;
        }
        type = types.value(type);
        for (String name : parts.subList(1, parts.size())) {
            Type next = types.attribute(type, name);
            if (next == null) {
                findings.missing(
                        line, "'" + name + "' is no attribute of " + shown(type) + ".", name, types.names(type));
                return UNKNOWN;
            }
            type = types.value(next);
        }
        return type;
    }

    private static String shown(Type type) {
        return type.getTypeName().replace("java.lang.", "").replace('$', '.');
    }

    final void load(Library library) {
        filters.putAll(library.filters());
        tags.putAll(library.tags());
    }

    /** Whether the words of a tag are the arguments of a function. */
    boolean isFunction(String tag) {
        return tags.get(tag) instanceof FunctionTag;
    }

    Engine engine() {
        return engine;
    }

    Known known() {
        return known;
    }

    StaticTypes types() {
        return types;
    }

    Scopes scopes() {
        return scopes;
    }

    Findings findings() {
        return findings;
    }

    Outline outline() {
        return outline;
    }

    Origin origin() {
        return origin;
    }

    /** Whether a tag of this name follows anywhere. */
    boolean hasTag(String name) {
        return tokens.stream()
                .anyMatch(token -> token.kind() == Token.Kind.BLOCK
                        && (token.contents().equals(name) || token.contents().startsWith(name + " ")));
    }

    /** Where an unknown tag could come from, for the message about it. */
    public static String hint(Engine engine, String tag, Collection<String> tags) {
        List<String> libraries = new Known(engine).librariesWith(tag, true);
        return libraries.isEmpty()
                ? Suggestions.didYouMean(tag, tags)
                : " It is in the library " + libraries.getFirst() + ": write {% load " + libraries.getFirst()
                        + " %} first.";
    }
}
