package quintet.templates.internal.tags;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Expression;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.SafeString;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.internal.compile.Emitter;
import quintet.templates.internal.parse.FilterExpression;

/** What the tags share. */
final class Tags {
    private Tags() {}

    /** The variable of a trailing {@code as name}, or null. */
    static @Nullable String target(List<String> words) {
        int n = words.size();
        return n >= 2 && words.get(n - 2).equals("as") ? words.get(n - 1) : null;
    }

    /** Prints a text the way {@code {{ }}} prints strings, or stores it as it is. */
    static void putOrWrite(@Nullable String variable, CharSequence text, Context context, Output out) {
        if (variable != null) {
            context.put(variable, text);
        } else {
            out.text(text);
        }
    }

    /** Whether all filters of an expression are the engine's own, which keep nothing in the render. */
    static boolean isBuiltin(Expression expression) {
        return expression instanceof FilterExpression known && known.isBuiltin();
    }

    /** Whether all filters of some expressions are the engine's own. */
    static boolean isBuiltin(Iterable<Expression> all) {
        for (Expression each : all) {
            if (!isBuiltin(each)) {
                return false;
            }
        }
        return true;
    }

    /** Names with the values they get. */
    static final class Bindings implements Emitter.ScopeSource {
        private final String[] names;
        private final Expression[] values;

        Bindings(Map<String, Expression> all) {
            names = all.keySet().toArray(new String[0]);
            values = all.values().toArray(new Expression[0]);
        }

        @Override
        public List<String> names() {
            return List.of(names);
        }

        /** Whether all filters are the engine's own. */
        boolean isBuiltin() {
            return Tags.isBuiltin(List.of(values));
        }

        /** Sets the values in the innermost scope; all are computed before the first is set. */
        @Override
        public void putInto(Context context) {
            if (names.length == 1) {
                context.put(names[0], values[0].resolve(context));
                return;
            }
            Object[] resolved = new Object[names.length];
            for (int i = 0; i < names.length; i++) {
                resolved[i] = values[i].resolve(context);
            }
            for (int i = 0; i < names.length; i++) {
                context.put(names[i], resolved[i]);
            }
        }
    }

    /** A text escaped if the render escapes. */
    static SafeString escaped(CharSequence text) {
        return SafeString.escape(text);
    }

    /** The words after the tag's name, compiled. */
    static Expression[] expressions(Parser parser, List<String> words) {
        Expression[] all = new Expression[words.size() - 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = parser.expression(words.get(i + 1));
        }
        return all;
    }

    static TemplateSyntaxError error(String message) {
        return new TemplateSyntaxError(message);
    }

    /** The repr of a list of words. */
    static String repr(List<String> words) {
        return quintet.templates.internal.values.Values.repr(words);
    }
}
