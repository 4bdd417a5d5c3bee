package quintet.orm.internal.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.QueryError;

/** JSON values on SQLite. */
final class SqliteJson {
    private SqliteJson() {}

    /** The path of keys as SQLite writes it. */
    static String path(List<Object> keys) {
        StringBuilder path = new StringBuilder("$");
        for (Object key : keys) {
            if (key instanceof Integer index) {
                path.append(index < 0 ? "[#" + index + "]" : "[" + index + "]");
            } else {
                path.append('.').append(Json.write(key.toString()));
            }
        }
        return path.toString();
    }

    static void value(Renderer to, R.Json json) {
        String path = path(json.keys());
        to.text("(CASE WHEN JSON_TYPE(");
        to.value(json.base());
        to.text(", ");
        constant(to, path);
        to.text(") IN ('false','true','null') THEN JSON_TYPE(");
        to.value(json.base());
        to.text(", ");
        constant(to, path);
        to.text(") ELSE JSON_EXTRACT(");
        to.value(json.base());
        to.text(", ");
        constant(to, path);
        to.text(") END)");
    }

    private static void constant(Renderer to, String text) {
        to.slot(Slot.constant(text, ValueType.TEXT));
    }

    /** Writes a comparison of JSON values; false if it is like one of texts. */
    static boolean compare(Renderer to, R.C.Compare compare) {
        String operator = switch (compare.lookup()) {
            case "exact" -> " = ";
            case "gt" -> " > ";
            case "gte" -> " >= ";
            case "lt" -> " < ";
            case "lte" -> " <= ";
            default -> "";
        };
        if (!operator.isEmpty()) {
            to.value(compare.left());
            to.text(operator);
            right(to, compare);
            return true;
        }
        return switch (compare.lookup()) {
            case "contains", "contained_by" ->
                throw new QueryError(
                        QueryError.Kind.NOT_SUPPORTED,
                        compare.lookup() + " lookup is not supported on this database backend.",
                        "SQLite cannot ask whether one JSON value contains another.");
            case "has_key", "has_keys", "has_any_keys" -> keys(to, compare);
            default -> false;
        };
    }

    private static void right(Renderer to, R.C.Compare compare) {
        boolean whole = !(compare.left() instanceof R.Json);
        if (!(compare.right() instanceof R.Val val)) {
            to.value(compare.right());
            return;
        }
        boolean equal = compare.lookup().equals("exact");
        if (whole || val.isNull()) {
            to.slot((parameters, values) -> parameters.text(Json.write(values[val.slot()])));
        } else {
            to.text("JSON_EXTRACT(");
            to.slot((parameters, values) ->
                    parameters.text(equal ? word(values[val.slot()]) : Json.write(values[val.slot()])));
            to.text(", '$')");
        }
    }

    /**
     * A value as JSON; of what {@link #value} gives by its type, the word for it as a text, so that {@code true} is not taken
     * for 1.
     */
    private static String word(@Nullable Object value) {
        return Json.write(value == null || value instanceof Boolean ? String.valueOf(value) : value);
    }

    /** Values extracted from JSON are compared with what JSON makes of the others. */
    static void in(Renderer to, R left, R.Items items) {
        to.value(left);
        for (int i = 0; i < items.count(); i++) {
            int index = i;
            to.text(i == 0 ? " IN (" : ", ").text("JSON_EXTRACT(");
            to.slot((parameters, values) -> parameters.text(word(Slot.at(values[items.slot()], index))));
            to.text(", '$')");
        }
        to.text(")");
    }

    private static boolean keys(Renderer to, R.C.Compare compare) {
        if (!(compare.right() instanceof R.Val val)) {
            return false;
        }
        boolean any = compare.lookup().equals("has_any_keys");
        R left = compare.left();
        List<Object> prefix = left instanceof R.Json json ? json.keys() : List.of();
        R base = left instanceof R.Json json ? json.base() : left;
        if (compare.lookup().equals("has_key")) {
            to.text("JSON_TYPE(");
            to.value(base);
            to.text(", ");
            to.slot((parameters, values) -> parameters.text(path(with(prefix, values[val.slot()]))));
            to.text(") IS NOT NULL");
            return true;
        }
        // The keys are one JSON array, so that their number does not change the text.
        to.text(any ? "EXISTS" : "NOT EXISTS").text("(SELECT 1 FROM JSON_EACH(");
        to.slot((parameters, values) -> parameters.text(Json.write(values[val.slot()])));
        to.text(") k WHERE JSON_TYPE(");
        to.value(base);
        to.text(", ");
        to.slot(Slot.constant(path(prefix), ValueType.TEXT));
        to.text(" || '.' || JSON_QUOTE(k.value)) IS ").text(any ? "NOT NULL)" : "NULL)");
        return true;
    }

    private static List<Object> with(List<Object> prefix, Object key) {
        List<Object> keys = new java.util.ArrayList<>(prefix);
        keys.add(key);
        return keys;
    }
}
