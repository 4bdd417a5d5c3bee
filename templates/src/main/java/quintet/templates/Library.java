package quintet.templates;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.check.FunctionTag;
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
    private final Map<String, BiConsumer<Library, String>> later = new HashMap<>();
    private boolean builtin;

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
        synchronized (later) {
            later.remove(name);
            tags.put(name, compiler);
        }
        return this;
    }

    /**
     * Adds tags and filters each of which is made when it is first used: for large libraries, so that a site that uses
     * few of them starts quickly.
     *
     * @param names the names of the tags and filters
     * @param maker adds the tag or filter, or both, of a name to the library
     * @return this
     */
    public Library later(List<String> names, BiConsumer<Library, String> maker) {
        synchronized (later) {
            for (String name : names) {
                later.put(name, maker);
            }
        }
        return this;
    }

    /** The same library, whose filters are given lazy collections as loaded ones. */
    Library builtin() {
        synchronized (later) {
            builtin = true;
            for (Map.Entry<String, Filter> each : filters.entrySet()) {
                each.setValue(each.getValue().builtin());
            }
        }
        return this;
    }

    /**
     * A tag.
     *
     * @param name its name
     * @return null if there is none of that name
     */
    public @Nullable TagCompiler tag(String name) {
        synchronized (later) {
            make(name);
            return tags.get(name);
        }
    }

    /**
     * A filter.
     *
     * @param name its name
     * @return null if there is none of that name
     */
    public @Nullable Filter filter(String name) {
        synchronized (later) {
            make(name);
            return filters.get(name);
        }
    }

    private void make(String name) {
        BiConsumer<Library, String> maker = later.remove(name);
        if (maker != null) {
            maker.accept(this, name);
        }
    }

    private void makeAll() {
        for (String name : List.copyOf(later.keySet())) {
            make(name);
        }
    }

    /**
     * Adds a filter.
     *
     * @param name the filter's name
     * @param filter its work and rules
     * @return this
     */
    public Library filter(String name, Filter filter) {
        synchronized (later) {
            later.remove(name);
            filters.put(name, builtin ? filter.builtin() : filter);
        }
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
        return function(name, (parser, token) -> {
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
        return function(name, (parser, token) -> {
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
        return function(name, (parser, token) -> {
            List<String> words = token.split();
            return new InclusionNode(
                    template, params, params.bind(parser, name, words.subList(1, words.size())), function);
        });
    }

    private Library function(String name, FunctionTag compiler) {
        return tag(name, compiler);
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
        synchronized (later) {
            makeAll();
            return Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        }
    }

    /** The filters by name. */
    public Map<String, Filter> filters() {
        synchronized (later) {
            makeAll();
            return Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        }
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
