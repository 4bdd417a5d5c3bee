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
import quintet.templates.internal.compile.Relation;
import quintet.templates.internal.values.Lookup;
import quintet.templates.internal.values.Numbers;
import quintet.templates.internal.values.Render;
import quintet.templates.internal.values.Values;

/** A variable or constant, without filters. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class Variable {
    private static final Object MISSING = ValueAdapter.MISSING;
    private static final Lookup[] NONE = {};
    private static final String[] SIGNS = {"+", "-"};

    private final String source;
    private final boolean constant;
    private final boolean text;
    private final @Nullable Object value;
    private final String name;
    private final Lookup[] steps;
    private final @Nullable Lookup only;
    private @Nullable Class<?> plain;

    private Variable(
            String source, boolean constant, boolean text, @Nullable Object value, String name, Lookup[] steps) {
        this.source = source;
        this.constant = constant;
        this.text = text;
        this.value = value;
        this.name = name;
        this.steps = steps;
        this.only = steps.length == 1 ? steps[0] : null;
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
        for (String sign : SIGNS) {
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
            return upTo(steps.length, context);
        } catch (RuntimeException e) {
            return Lookup.silenced(e, context);
        }
    }

    /** The value of the first steps, or MISSING. */
    private @Nullable Object upTo(int count, Context context) {
        Object current = base(context);
        for (int i = 0; i < count; i++) {
            if (current == MISSING) {
                return MISSING;
            }
            current = steps[i].step(current, context);
        }
        return current;
    }

    /** The class of values that are known to stand for themselves; null as long as none was seen. */
    public @Nullable Class<?> plain() {
        return plain;
    }

    /**
     * The value, or MISSING, from a step on: what compiled code calls for values it is not made for.
     *
     * @param step the number of steps already gone
     * @param done whether the value of those steps is called already
     * @param current the value of those steps
     */
    @Nullable
    Object from(int step, boolean done, @Nullable Object current, int until, Context context) {
        Object value = current;
        if (!done) {
            value = step == 0 ? finished(value, context) : steps[step - 1].finished(value, context);
        }
        for (int i = step; i < until && value != MISSING; i++) {
            value = steps[i].step(value, context);
        }
        return value;
    }

    /** The value from a step on, see {@link #from}. */
    @Nullable
    Object valueFrom(int step, boolean done, @Nullable Object current, Context context) {
        try {
            return from(step, done, current, steps.length, context);
        } catch (RuntimeException e) {
            return Lookup.silenced(e, context);
        }
    }

    /** Writes the value from a step on, see {@link #from}; false if there is none. */
    boolean writeFrom(int step, boolean done, @Nullable Object current, Context context, Output out) {
        int last = steps.length - 1;
        Object value;
        try {
            value = from(step, done, current, Math.max(step, last), context);
        } catch (RuntimeException e) {
            value = Lookup.silenced(e, context);
            last = -1;
        }
        if (value == MISSING) {
            return false;
        }
        if (last >= step) {
            return steps[last].write(value, context, out);
        }
        Render.write(value, context, out);
        return true;
    }

    /** The value of the first name, or MISSING. */
    public @Nullable Object base(Context context) {
        return finished(context.lookup(name), context);
    }

    /** A value of the first name, called if it can be. Fast for values of the class seen last. */
    public @Nullable Object finished(@Nullable Object found, Context context) {
        if (found == null || found instanceof String || found == MISSING || found.getClass() == plain) {
            return found;
        }
        if (Values.of(context).info(found.getClass()).isPlain()) {
            plain = found.getClass();
            return found;
        }
        return Lookup.finish(found, context);
    }

    /**
     * Writes the value as double braces do.
     *
     * @return false if there is no value; then nothing is written
     */
    public boolean write(Context context, Output out) {
        int last = steps.length - 1;
        Object current;
        try {
            if (only != null) {
                Object first = context.lookup(name);
                if (first != null && first.getClass() == plain) {
                    return only.write(first, context, out);
                }
                current = finished(first, context);
            } else {
                current = constant ? value : upTo(last, context);
            }
        } catch (RuntimeException e) {
            current = Lookup.silenced(e, context);
            last = -1;
        }
        if (current == MISSING) {
            return false;
        }
        if (last >= 0) {
            return steps[last].write(current, context, out);
        }
        Render.write(current, context, out);
        return true;
    }

    /**
     * Compares with a constant without boxing, where the variable is a number read from one member.
     *
     * @param relation one that is numeric
     * @param constant a number that compares exactly in the type of the member
     * @return 1 if it holds, 0 if not, -1 if this is no such variable or the read failed
     */
    public int compare(Relation relation, Number constant, Context context) {
        Lookup step = only;
        Object first = step == null ? null : context.lookup(name);
        if (step == null || first == null || first.getClass() != plain) {
            return -1;
        }
        return step.compare(first, relation, constant);
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

    /** The first name. */
    public String name() {
        return name;
    }

    /** The steps after the first name. */
    public Lookup[] steps() {
        return steps.clone();
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
