package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Expression;
import quintet.templates.FragmentCache;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.Token;
import quintet.templates.internal.values.Numbers;
import quintet.templates.internal.values.Values;

/** The cache tag: keeps a rendered part. */
public final class CacheTag {
    private CacheTag() {}

    /** Adds the tag. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "cache" -> library.tag(name, CacheTag::compile);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static Node compile(Parser parser, Token token) {
        NodeList body = parser.parse("endcache");
        parser.skip();
        List<String> words = new ArrayList<>(token.split());
        if (words.size() < 3) {
            throw Tags.error("''" + words.getFirst() + "'' tag requires at least 2 arguments.");
        }
        Expression using = null;
        if (words.size() > 3 && words.getLast().startsWith("using=")) {
            using = parser.expression(words.removeLast().substring("using=".length()));
        }
        Expression timeout = parser.expression(words.get(1));
        List<Expression> vary =
                words.subList(3, words.size()).stream().map(parser::expression).toList();
        return new CacheNode(body, timeout, words.get(2), vary, using);
    }

    private static final class CacheNode extends TextTags.Wrapper {
        private final NodeList body;
        private final Expression timeout;
        private final String name;
        private final List<Expression> vary;
        private final @Nullable Expression using;

        CacheNode(NodeList body, Expression timeout, String name, List<Expression> vary, @Nullable Expression using) {
            super(body);
            this.body = body;
            this.timeout = timeout;
            this.name = name;
            this.vary = vary;
            this.using = using;
        }

        @Override
        public void render(Context context, Output out) {
            Long seconds = seconds(context);
            FragmentCache cache = cache(context);
            if (cache == null) {
                body.render(context, out);
                return;
            }
            List<String> parts = new ArrayList<>();
            for (Expression expression : vary) {
                parts.add(Values.text(expression.resolve(context), context).toString());
            }
            String key = FragmentCache.key(name, parts);
            String kept = cache.get(key);
            if (kept != null) {
                out.text(kept);
                return;
            }
            int mark = out.size();
            body.render(context, out);
            cache.set(key, out.since(mark), seconds);
        }

        private @Nullable Long seconds(Context context) {
            Object value = timeout.resolve(context);
            if (value == null) {
                return null;
            }
            try {
                return Numbers.toInt(value, Values.of(context)).longValue();
            } catch (EvaluationError e) {
                throw Tags.error("\"cache\" tag got a non-integer timeout value: "
                        + Values.of(context).reprOf(value));
            }
        }

        private @Nullable FragmentCache cache(Context context) {
            if (using == null) {
                return context.engine().caches().named(null);
            }
            Object wanted = using.resolve(context);
            FragmentCache found =
                    context.engine().caches().named(Values.text(wanted, context).toString());
            if (found == null) {
                throw Tags.error("Invalid cache name specified for cache tag: "
                        + Values.of(context).reprOf(wanted));
            }
            return found;
        }
    }
}
