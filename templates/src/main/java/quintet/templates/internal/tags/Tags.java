package quintet.templates.internal.tags;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Expression;
import quintet.templates.Output;
import quintet.templates.SafeString;
import quintet.templates.TemplateSyntaxError;

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

    /** Sets evaluated values in the innermost scope. */
    static void putAll(Map<String, Expression> values, Context context) {
        if (values.size() == 1) {
            Map.Entry<String, Expression> only = values.entrySet().iterator().next();
            Object value = only.getValue().resolve(context);
            context.put(only.getKey(), value);
            return;
        }
        Object[] resolved = new Object[values.size()];
        int i = 0;
        for (Expression e : values.values()) {
            resolved[i++] = e.resolve(context);
        }
        i = 0;
        for (String name : values.keySet()) {
            context.put(name, resolved[i++]);
        }
    }

    /** A text escaped if the render escapes. */
    static SafeString escaped(CharSequence text) {
        return SafeString.escape(text);
    }

    static TemplateSyntaxError error(String message) {
        return new TemplateSyntaxError(message);
    }

    /** The repr of a list of words. */
    static String repr(List<String> words) {
        return quintet.templates.internal.values.Values.repr(words);
    }
}
