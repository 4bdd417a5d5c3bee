package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Expression;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.SafeString;
import quintet.templates.Token;
import quintet.templates.UrlReverser.NoReverseMatch;
import quintet.templates.internal.compile.Called;
import quintet.templates.internal.parse.Chars;
import quintet.templates.internal.values.Values;

/** Tags that print URLs. */
public final class UrlTags {
    private UrlTags() {}

    /** Adds the tags known without loading. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "url" -> library.tag(name, UrlTags::url);
            case "querystring" -> library.tag(name, QueryStringTag::compile);
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** Adds the tags of the static library. */
    public static void addStatic(Library library, String name) {
        switch (name) {
            case "static" -> library.tag(name, UrlTags::staticFile);
            case "get_static_prefix" -> library.tag(name, (p, t) -> prefix(t, true));
            case "get_media_prefix" -> library.tag(name, (p, t) -> prefix(t, false));
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static Node url(Parser parser, Token token) {
        List<String> words = new ArrayList<>(token.split());
        if (words.size() < 2) {
            throw Tags.error("'" + words.getFirst() + "' takes at least one argument, a URL pattern name.");
        }
        Expression name = parser.expression(words.get(1));
        words.subList(0, 2).clear();
        String variable = Tags.target(words);
        if (variable != null) {
            words.subList(words.size() - 2, words.size()).clear();
        }
        List<Expression> args = new ArrayList<>();
        Map<String, Expression> kwargs = new LinkedHashMap<>();
        for (String word : words) {
            Map<String, Expression> pair = parser.keywords(new ArrayList<>(List.of(word)));
            if (pair.isEmpty()) {
                args.add(parser.expression(word));
            } else {
                kwargs.putAll(pair);
            }
        }
        return new UrlNode(name, args, kwargs, variable);
    }

    private static final class UrlNode extends Node implements Called {
        private final Expression name;
        private final List<Expression> args;
        private final Map<String, Expression> kwargs;
        private final @Nullable String variable;

        UrlNode(Expression name, List<Expression> args, Map<String, Expression> kwargs, @Nullable String variable) {
            this.name = name;
            this.args = args;
            this.kwargs = kwargs;
            this.variable = variable;
        }

        @Override
        public void render(Context context, Output out) {
            List<@Nullable Object> positional = positional(context);
            Map<String, @Nullable Object> named = named(context);
            Object route = name.resolve(context);
            String url = "";
            try {
                url = context.engine().urls().reverse(route, positional, named, context);
            } catch (NoReverseMatch e) {
                if (variable == null) {
                    throw e;
                }
            }
            if (variable != null) {
                context.put(variable, url);
            } else if (context.autoescape()) {
                out.escaped(url);
            } else {
                out.text(url);
            }
        }

        @Override
        public boolean mayChangeVariables() {
            return variable != null;
        }

        @Override
        public boolean keepsState() {
            return !Tags.isBuiltin(name) || !Tags.isBuiltin(args) || !Tags.isBuiltin(kwargs.values());
        }

        private List<@Nullable Object> positional(Context context) {
            if (args.isEmpty()) {
                return List.of();
            }
            List<@Nullable Object> all = new ArrayList<>(args.size());
            for (Expression arg : args) {
                all.add(arg.resolve(context));
            }
            return all;
        }

        private Map<String, @Nullable Object> named(Context context) {
            if (kwargs.isEmpty()) {
                return Map.of();
            }
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            kwargs.forEach((key, value) -> all.put(key, value.resolve(context)));
            return all;
        }
    }

    private static Node staticFile(Parser parser, Token token) {
        List<String> words = token.split();
        if (words.size() < 2) {
            throw Tags.error("'" + words.getFirst() + "' takes at least one argument (path to file)");
        }
        Expression path = parser.expression(words.get(1));
        boolean kept = Tags.target(words) != null;
        if (kept && words.size() < 4) {
            throw missingIndex();
        }
        String variable = kept ? words.get(3) : null;
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                String url = context.engine()
                        .staticUrls()
                        .url(Values.text(path.resolve(context), context).toString());
                CharSequence shown = context.autoescape() ? SafeString.escape(url) : url;
                Tags.putOrWrite(variable, shown, context, out);
            }
        };
    }

    /** What Django says where the name after {@code as} is missing. */
    private static EvaluationError missingIndex() {
        return new EvaluationError(EvaluationError.Kind.INDEX, "list index out of range");
    }

    private static Node prefix(Token token, boolean files) {
        List<String> words = Chars.words(token.contents());
        if (words.size() > 1 && !words.get(1).equals("as")) {
            throw Tags.error("First argument in '" + words.getFirst() + "' must be 'as'");
        }
        if (words.size() == 2) {
            throw missingIndex();
        }
        String variable = words.size() > 2 ? words.get(2) : null;
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                var urls = context.engine().staticUrls();
                Tags.putOrWrite(variable, files ? urls.staticPrefix() : urls.mediaPrefix(), context, out);
            }
        };
    }
}
