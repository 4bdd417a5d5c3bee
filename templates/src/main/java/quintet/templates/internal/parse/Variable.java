package quintet.templates.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.core.LazyText;
import quintet.core.Translations;
import quintet.templates.Context;
import quintet.templates.Output;
import quintet.templates.SafeString;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.ValueAdapter;
import quintet.templates.internal.values.Lookup;
import quintet.templates.internal.values.Numbers;
import quintet.templates.internal.values.Values;

/** A variable or constant, without filters. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class Variable {
    private static final Object MISSING = ValueAdapter.MISSING;
    private static final Lookup[] NONE = {};

    private final String source;
    private final boolean constant;
    private final boolean text;
    private final @Nullable Object value;
    private final String name;
    private final Lookup[] steps;

    private Variable(
            String source, boolean constant, boolean text, @Nullable Object value, String name, Lookup[] steps) {
        this.source = source;
        this.constant = constant;
        this.text = text;
        this.value = value;
        this.name = name;
        this.steps = steps;
    }

    /** Compiles a variable. */
    public static Variable of(String source) {
        Number number = number(source);
        if (number != null) {
            return new Variable(source, true, false, number, "", NONE);
        }
        String inner = source;
        boolean translated = source.startsWith("_(") && source.endsWith(")");
        if (translated) {
            inner = source.substring(2, source.length() - 1);
        }
        String literal = literal(inner);
        if (literal != null) {
            Object value = translated ? lazy(literal) : SafeString.of(literal);
            return new Variable(source, true, true, value, "", NONE);
        }
        return path(source, inner);
    }

    private static LazyText lazy(String literal) {
        String message = literal.replace("%", "%%");
        return new LazyText(() -> SafeString.of(Translations.gettext(message)));
    }

    private static Variable path(String source, String path) {
        if (path.startsWith("_") || path.contains("._")) {
            throw new TemplateSyntaxError("Variables and attributes may not begin with underscores: '" + path + "'");
        }
        for (String sign : List.of("+", "-")) {
            if (path.contains(sign)) {
                throw new TemplateSyntaxError(
                        "Invalid character (" + Values.repr(sign) + ") in variable name: " + Values.repr(path));
            }
        }
        String[] parts = path.split("\\.", -1);
        Lookup[] steps = new Lookup[parts.length - 1];
        for (int i = 1; i < parts.length; i++) {
            steps[i - 1] = new Lookup(parts[i].intern());
        }
        return new Variable(source, false, false, null, parts[0].intern(), steps);
    }

    private static @Nullable Number number(String source) {
        if (source.isEmpty() || source.length() > 400) {
            return null;
        }
        if (source.indexOf('.') >= 0 || source.toLowerCase(Locale.ROOT).indexOf('e') >= 0) {
            return source.endsWith(".") ? null : Numbers.parseFloat(source);
        }
        return Numbers.parseInt(source);
    }

    /** The text inside quotes, or null if it is no quoted text. */
    public static @Nullable String literal(String source) {
        int last = source.length() - 1;
        if (last < 0) {
            return null;
        }
        char quote = source.charAt(0);
        if (quote != '"' && quote != '\'' || source.charAt(last) != quote) {
            return null;
        }
        String inner = last == 0 ? "" : source.substring(1, last);
        return inner.indexOf('\\') < 0
                ? inner
                : inner.replace("\\" + quote, String.valueOf(quote)).replace("\\\\", "\\");
    }

    /** As written. */
    public String source() {
        return source;
    }

    /** Whether the value never changes. */
    public boolean isConstant() {
        return constant;
    }

    /** Whether it is a quoted text. */
    public boolean isText() {
        return text;
    }

    /** The value of a constant. */
    public @Nullable Object value() {
        return value;
    }

    /** The value, or MISSING. */
    public @Nullable Object resolve(Context context) {
        if (constant) {
            return value;
        }
        try {
            Object current = Lookup.finish(context.lookup(name), context);
            for (Lookup step : steps) {
                if (current == MISSING) {
                    return MISSING;
                }
                current = step.step(current, context);
            }
            return current;
        } catch (RuntimeException e) {
            if (Lookup.isSilent(e)) {
                return context.engine().stringIfInvalid();
            }
            throw e;
        }
    }

    /** Writes a whole number from a member without boxing it; false if it is anything else. */
    public boolean writePlain(Context context, Output out) {
        if (steps.length != 1) {
            return false;
        }
        Object base = context.lookup(name);
        return base != null && base != MISSING && steps[0].writePlain(base, out);
    }

    /** The message for a variable that is not there. */
    public String failure(Context context) {
        Values values = Values.of(context);
        Object current = Lookup.finish(context.lookup(name), context);
        if (current == MISSING) {
            return "Failed lookup for key [" + name + "] in " + values.reprOf(context.scopes());
        }
        for (Lookup step : steps) {
            Object next = step.step(current, context);
            if (next == MISSING) {
                return "Failed lookup for key [" + step.name() + "] in " + values.reprOf(current);
            }
            current = next;
        }
        return "Failed lookup for [" + source + "]";
    }

    /** The parts between the dots. */
    public List<String> parts() {
        List<String> out = new ArrayList<>();
        out.add(name);
        for (Lookup step : steps) {
            out.add(step.name());
        }
        return out;
    }

    @Override
    public String toString() {
        return source;
    }
}
