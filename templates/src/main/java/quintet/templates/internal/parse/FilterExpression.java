package quintet.templates.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Expression;
import quintet.templates.Filter;
import quintet.templates.Output;
import quintet.templates.SafeString;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.ValueAdapter;
import quintet.templates.VariableDoesNotExist;
import quintet.templates.internal.values.Render;
import quintet.templates.internal.values.Times;
import quintet.templates.internal.values.Values;

/** A variable with its filters. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class FilterExpression implements Expression {
    private static final Object MISSING = ValueAdapter.MISSING;
    private static final Step[] NONE = {};

    private final String source;
    private final Variable variable;
    private final Step[] steps;

    /** One filter with its argument. */
    private record Step(
            String name, Filter filter, @Nullable Variable argument) {}

    /** Finds filters by name. */
    @FunctionalInterface
    public interface Filters {
        /** The filter, or a TemplateSyntaxError. */
        Filter find(String name);
    }

    private FilterExpression(String source, Variable variable, List<Step> steps) {
        this.source = source;
        this.variable = variable;
        this.steps = steps.isEmpty() ? NONE : steps.toArray(new Step[0]);
    }

    /** Compiles an expression. */
    public static FilterExpression compile(String source, Filters filters) {
        return new Reader(source, filters).read();
    }

    @Override
    public String source() {
        return source;
    }

    /** The variable before the filters. */
    public Variable variable() {
        return variable;
    }

    /** Whether the value is the same in each render: a constant without filters. */
    public boolean isConstant() {
        return steps.length == 0 && variable.isConstant();
    }

    /** Whether there are filters. */
    public boolean hasFilters() {
        return steps.length > 0;
    }

    /** Whether all filters are the engine's own, which keep nothing in the render. */
    public boolean isBuiltin() {
        for (Step step : steps) {
            if (!step.filter().isBuiltin()) {
                return false;
            }
        }
        return true;
    }

    /** The arguments of the filters that have one, in order. */
    public List<Variable> arguments() {
        List<Variable> all = new ArrayList<>();
        for (Step step : steps) {
            if (step.argument() != null) {
                all.add(step.argument());
            }
        }
        return all;
    }

    /** The names of the filters. */
    public List<String> filterNames() {
        return java.util.Arrays.stream(steps).map(Step::name).toList();
    }

    @Override
    public @Nullable Object resolve(Context context, boolean ignoreFailures) {
        Object value = variable.resolve(context);
        if (value == MISSING) {
            if (ignoreFailures) {
                value = null;
            } else {
                String invalid = invalid(context);
                if (!invalid.isEmpty()) {
                    return invalid;
                }
                value = "";
            }
        }
        for (Step step : steps) {
            value = apply(step, value, context);
        }
        return value;
    }

    /** The value, with the variable changed before the filters see it. */
    public @Nullable Object resolve(Context context, UnaryOperator<@Nullable Object> change) {
        Object value = variable.resolve(context);
        value = change.apply(value == MISSING ? invalid(context) : value);
        for (Step step : steps) {
            value = apply(step, value, context);
        }
        return value;
    }

    /** What stands for a value that is not there. */
    private String invalid(Context context) {
        String invalid = context.engine().stringIfInvalid();
        return invalid.isEmpty() ? invalid : invalid.replace("%s", variable.source());
    }

    /** Writes the value as {@code {{ }}} does. */
    public void write(Context context, Output out) {
        if (steps.length > 0) {
            Render.write(resolve(context, false), context, out);
        } else if (!variable.write(context, out)) {
            Render.write(invalid(context), context, out);
        }
    }

    /** Writes the value from a step on; what compiled code calls for values it is not made for. */
    public void writeFrom(int step, boolean done, @Nullable Object current, Context context, Output out) {
        if (!variable.writeFrom(step, done, current, context, out)) {
            Render.write(invalid(context), context, out);
        }
    }

    /** The value from a step on, null if there is none. */
    public @Nullable Object valueFrom(int step, boolean done, @Nullable Object current, Context context) {
        Object value = variable.valueFrom(step, done, current, context);
        return value == MISSING ? null : value;
    }

    private static @Nullable Object apply(Step step, @Nullable Object value, Context context) {
        Filter filter = step.filter();
        Variable argument = step.argument();
        Object arg = argument == null ? filter.absent() : argument.resolve(context);
        if (arg == MISSING && argument != null) {
            throw new VariableDoesNotExist(argument.failure(context));
        }
        Object in = filter.isBuiltin() ? context.evaluated(value) : value;
        if (filter.isOnLocalTime()) {
            in = Times.local(in, context);
        }
        if (filter.isOnText()) {
            in = Values.text(in, context);
        }
        Object result = filter.function().apply(in, arg, context);
        if (filter.isSafe() && in instanceof SafeString && !(result instanceof SafeString)) {
            return SafeString.of(Values.text(result, context));
        }
        return result;
    }

    /** Reads the source as Django's regular expression would, in linear time. */
    private static final class Reader {
        private final String source;
        private final Filters filters;
        private int at;

        Reader(String source, Filters filters) {
            this.source = source;
            this.filters = filters;
        }

        FilterExpression read() {
            int end = operand(0);
            Variable variable = null;
            List<Step> steps = new ArrayList<>();
            if (end > 0) {
                variable = Variable.of(source.substring(0, end));
                at = end;
            }
            while (true) {
                int bar = nextFilter(at);
                if (bar < 0) {
                    break;
                }
                int start = bar;
                while (start > at && Chars.isSpace(source.charAt(start - 1))) {
                    start--;
                }
                if (start != at) {
                    throw new TemplateSyntaxError("Could not parse some characters: " + source.substring(0, at) + "|"
                            + source.substring(at, start) + "|" + source.substring(start));
                }
                if (variable == null) {
                    throw new TemplateSyntaxError("Could not find variable at start of " + source + ".");
                }
                steps.add(filter(skipSpace(bar + 1)));
            }
            if (at != source.length()) {
                throw new TemplateSyntaxError(
                        "Could not parse the remainder: '" + source.substring(at) + "' from '" + source + "'");
            }
            if (variable == null) {
                throw new TemplateSyntaxError("Empty expression.");
            }
            return new FilterExpression(source, variable, steps);
        }

        /** The position of the next bar with a name after it, or -1. */
        private int nextFilter(int from) {
            for (int bar = source.indexOf('|', from); bar >= 0; bar = source.indexOf('|', bar + 1)) {
                int name = skipSpace(bar + 1);
                if (name < source.length() && Chars.isWord(source.codePointAt(name))) {
                    return bar;
                }
            }
            return -1;
        }

        private int skipSpace(int from) {
            int i = from;
            while (i < source.length() && Chars.isSpace(source.charAt(i))) {
                i++;
            }
            return i;
        }

        private Step filter(int start) {
            int end = word(start, "");
            String name = source.substring(start, end);
            Variable argument = null;
            at = end;
            if (end < source.length() && source.charAt(end) == ':') {
                int close = operand(end + 1);
                if (close > end + 1) {
                    String text = source.substring(end + 1, close);
                    at = close;
                    Filter filter = filters.find(name);
                    argument = Variable.of(text);
                    filter.check(name, 2);
                    return new Step(name, filter, argument);
                }
            }
            Filter filter = filters.find(name);
            filter.check(name, 1);
            return new Step(name, filter, null);
        }

        /** The end of the constant or variable that starts here; the start itself if there is none. */
        private int operand(int start) {
            int constant = constant(start);
            return constant > start ? constant : word(start, ".+-");
        }

        private int word(int start, String also) {
            int i = start;
            while (i < source.length()) {
                int c = source.codePointAt(i);
                if (!Chars.isWord(c) && (c > 127 || also.indexOf(c) < 0)) {
                    break;
                }
                i += Character.charCount(c);
            }
            return i;
        }

        private int constant(int start) {
            boolean translated = source.startsWith("_(", start);
            int open = translated ? start + 2 : start;
            int close = quoted(open);
            if (close < 0) {
                return start;
            }
            if (!translated) {
                return close;
            }
            return close < source.length() && source.charAt(close) == ')' ? close + 1 : start;
        }

        private int quoted(int open) {
            if (open >= source.length()) {
                return -1;
            }
            char quote = source.charAt(open);
            if (quote != '"' && quote != '\'') {
                return -1;
            }
            for (int i = open + 1; i < source.length(); i++) {
                char c = source.charAt(i);
                if (c == quote) {
                    return i + 1;
                }
                if (c == '\\') {
                    i++;
                    if (i < source.length() && source.charAt(i) == '\n') {
                        return -1;
                    }
                }
            }
            return -1;
        }
    }
}
