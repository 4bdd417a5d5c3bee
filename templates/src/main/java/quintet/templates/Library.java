package quintet.templates;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.values.Values;

/**
 * Tags and filters under one name, for {@code {% load name %}}. Fill it once, then give it to an engine.
 *
 * <pre>{@code
 * Library shop = new Library()
 *     .filter("shout", Filter.text(String::toUpperCase))
 *     .simpleTag("total", Params.of("cart"), args -> ((Cart) args.get("cart")).total())
 *     .simpleBlockTag("box", Params.of().optional("kind", "info"),
 *         args -> SafeString.format("<div class=\"%s\">%s</div>", args.get("kind"), args.content()))
 *     .inclusionTag("shop/badge.html", "badge", Params.of("book"), args -> Map.of("book", args.get("book")));
 * }</pre>
 */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class Library {
    private final Map<String, TagCompiler> tags = new LinkedHashMap<>();
    private final Map<String, Filter> filters = new LinkedHashMap<>();

    /** An empty library. */
    public Library() {}

    /**
     * Adds a tag with a syntax of its own.
     *
     * @param name the tag's name
     * @param compiler compiles each use
     * @return this
     */
    public Library tag(String name, TagCompiler compiler) {
        tags.put(name, compiler);
        return this;
    }

    /**
     * Adds a filter.
     *
     * @param name the filter's name
     * @param filter its work and rules
     * @return this
     */
    public Library filter(String name, Filter filter) {
        filters.put(name, filter);
        return this;
    }

    /**
     * Adds a filter without argument.
     *
     * @param name the filter's name
     * @param function its work
     * @return this
     */
    public Library filter(String name, Function<@Nullable Object, @Nullable Object> function) {
        return filter(name, Filter.of(function));
    }

    /**
     * Adds a filter that needs an argument.
     *
     * @param name the filter's name
     * @param function its work
     * @return this
     */
    public Library filter(String name, BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> function) {
        return filter(name, Filter.of(function));
    }

    /**
     * Adds a tag that prints the result of a function, escaped unless safe; {@code {% name ... as var %}} stores it.
     *
     * @param name the tag's name
     * @param params its parameters
     * @param function its work
     * @return this
     */
    public Library simpleTag(String name, Params params, Function<TagArgs, @Nullable Object> function) {
        return tag(name, (parser, token) -> {
            List<String> words = new java.util.ArrayList<>(token.split());
            words.removeFirst();
            String variable = target(words);
            return new FunctionNode(params, params.bind(parser, name, words), function, variable, null);
        });
    }

    /**
     * Adds a tag with content, ended by {@code {% endname %}}; the function sees the rendered content.
     *
     * @param name the tag's name
     * @param params its parameters, without the content
     * @param function its work
     * @return this
     */
    public Library simpleBlockTag(String name, Params params, Function<TagArgs, @Nullable Object> function) {
        return simpleBlockTag(name, "end" + name, params, function);
    }

    /**
     * Adds a tag with content and an end tag of another name.
     *
     * @param name the tag's name
     * @param end the end tag's name
     * @param params its parameters, without the content
     * @param function its work
     * @return this
     */
    public Library simpleBlockTag(
            String name, String end, Params params, Function<TagArgs, @Nullable Object> function) {
        return tag(name, (parser, token) -> {
            List<String> words = new java.util.ArrayList<>(token.split());
            words.removeFirst();
            String variable = target(words);
            NodeList content = parser.parse(end);
            parser.skip();
            Params.Bound bound = params.bind(parser, name, words);
            return new FunctionNode(params, bound, function, variable, content);
        });
    }

    /**
     * Adds a tag that renders a template with variables a function makes.
     *
     * @param template the template's name
     * @param name the tag's name
     * @param params its parameters
     * @param function makes the variables
     * @return this
     */
    public Library inclusionTag(
            String template, String name, Params params, Function<TagArgs, Map<String, ?>> function) {
        return tag(name, (parser, token) -> {
            List<String> words = token.split();
            return new InclusionNode(
                    template, params, params.bind(parser, name, words.subList(1, words.size())), function);
        });
    }

    private static @Nullable String target(List<String> words) {
        int n = words.size();
        if (n >= 2 && words.get(n - 2).equals("as")) {
            String variable = words.get(n - 1);
            words.subList(n - 2, n).clear();
            return variable;
        }
        return null;
    }

    /** The tags by name. */
    public Map<String, TagCompiler> tags() {
        return Collections.unmodifiableMap(tags);
    }

    /** The filters by name. */
    public Map<String, Filter> filters() {
        return Collections.unmodifiableMap(filters);
    }

    private static final class FunctionNode extends Node {
        private final Params params;
        private final Params.Bound bound;
        private final Function<TagArgs, @Nullable Object> function;
        private final @Nullable String variable;
        private final @Nullable NodeList content;

        FunctionNode(
                Params params,
                Params.Bound bound,
                Function<TagArgs, @Nullable Object> function,
                @Nullable String variable,
                @Nullable NodeList content) {
            this.params = params;
            this.bound = bound;
            this.function = function;
            this.variable = variable;
            this.content = content;
        }

        @Override
        public void render(Context context, Output out) {
            SafeString inner = null;
            if (content != null) {
                long mark = context.push();
                inner = SafeString.of(content.capture(context, out));
                context.pop(mark);
            }
            Object result = function.apply(params.evaluate(bound, context, inner));
            if (variable != null) {
                context.put(variable, result);
            } else {
                CharSequence text = Values.text(result, context);
                if (context.autoescape() && !(text instanceof SafeString)) {
                    out.escaped(text);
                } else {
                    out.text(text);
                }
            }
        }

        @Override
        public List<Node> children() {
            return content == null ? List.of() : content.children();
        }
    }

    private static final class InclusionNode extends Node {
        private final String name;
        private final Params params;
        private final Params.Bound bound;
        private final Function<TagArgs, Map<String, ?>> function;

        InclusionNode(String name, Params params, Params.Bound bound, Function<TagArgs, Map<String, ?>> function) {
            this.name = name;
            this.params = params;
            this.bound = bound;
            this.function = function;
        }

        @Override
        public void render(Context context, Output out) {
            Map<String, ?> values = function.apply(params.evaluate(bound, context, null));
            Context inner = context.fresh(values);
            Object token = context.lookup("csrf_token");
            if (token != Context.MISSING && token != null) {
                inner.put("csrf_token", token);
            }
            context.engine().get(name).render(inner, out);
        }
    }
}
