package quintet.templates.internal.filters;

import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.SafeString;
import quintet.templates.internal.values.Numbers;
import quintet.templates.internal.values.Values;

/** Filters that choose, and those that show data. */
public final class LogicFilters {
    private LogicFilters() {}

    /** Adds a filter. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "default" ->
                library.filter(name, Filter.of((v, a, c) -> Values.of(c).truth(v) ? v : a));
            case "default_if_none" -> library.filter(name, Filter.of((v, a, c) -> v == null ? a : v));
            case "yesno" -> library.filter(name, Filter.of(LogicFilters::yesNo).optional(null));
            case "pluralize" ->
                library.filter(name, Filter.of(LogicFilters::pluralize).optional("s"));
            case "pprint" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> new PrettyPrint(Values.of(c)).format(v))
                                .noArgument()
                                .safe());
            case "json_script" ->
                library.filter(
                        name, Filter.of(LogicFilters::jsonScript).optional(null).safe());
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static String split(@Nullable Object argument, Context context) {
        Values values = Values.of(context);
        if (argument == null || !values.isText(argument)) {
            throw new EvaluationError(
                    EvaluationError.Kind.ATTRIBUTE,
                    "'" + values.typeName(argument) + "' object has no attribute 'split'");
        }
        return argument.toString();
    }

    private static @Nullable Object yesNo(@Nullable Object value, @Nullable Object argument, Context context) {
        Object arg = argument == null ? Words.of(context).text("yes,no,maybe") : argument;
        String[] bits = split(arg, context).split(",", -1);
        if (bits.length < 2) {
            return value;
        }
        String maybe = bits.length == 3 ? bits[2] : bits[1];
        String chosen = value == null ? maybe : Values.of(context).truth(value) ? bits[0] : bits[1];
        return chosen;
    }

    private static Object pluralize(@Nullable Object value, @Nullable Object argument, Context context) {
        Values values = Values.of(context);
        if (argument == null || !values.isText(argument)) {
            throw EvaluationError.type("argument of type '" + values.typeName(argument) + "' is not iterable");
        }
        String arg = argument.toString();
        String[] bits = (arg.indexOf(',') < 0 ? "," + arg : arg).split(",", -1);
        if (bits.length > 2) {
            return "";
        }
        try {
            return Numbers.toFloat(value, values) == 1 ? bits[0] : bits[1];
        } catch (EvaluationError e) {
            if (e.kind() == EvaluationError.Kind.VALUE) {
                return "";
            }
            int length = values.length(value);
            return length < 0 ? "" : length == 1 ? bits[0] : bits[1];
        }
    }

    private static SafeString jsonScript(@Nullable Object value, @Nullable Object argument, Context context) {
        Values values = Values.of(context);
        String json = new JsonWriter(values)
                .write(value)
                .replace(">", "\\u003E")
                .replace("<", "\\u003C")
                .replace("&", "\\u0026");
        String id = values.truth(argument) ? "id=\"" + SafeString.escape(values.text(argument)) + "\" " : "";
        return SafeString.of("<script " + id + "type=\"application/json\">" + json + "</script>");
    }
}
