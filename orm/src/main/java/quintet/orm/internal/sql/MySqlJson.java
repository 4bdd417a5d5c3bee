package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * JSON values on MariaDB, which keeps them as text, and on MySQL. MariaDB's are compared in their normal form: the order of keys and the form of numbers
 * make no difference. ({@code JSON_EQUALS} takes rows without a value for equal when it stands in a WHERE.)
 */
final class MySqlJson {
    private MySqlJson() {}

    /** The path of keys as MariaDB writes it. */
    static String path(List<Object> keys) {
        StringBuilder path = new StringBuilder("$");
        for (Object key : keys) {
            if (key instanceof Integer index) {
                path.append('[').append(index).append(']');
            } else {
                path.append('.').append(Json.write(key.toString()));
            }
        }
        return path.toString();
    }

    static void value(Renderer to, R.Json json) {
        to.text("JSON_EXTRACT(");
        to.value(json.base());
        to.text(", ");
        to.slot(Slot.constant(path(json.keys()), ValueType.TEXT));
        to.text(")");
    }

    /** The text of a value: of a string without its quotes. */
    static void text(Renderer to, R value) {
        if (value instanceof R.Json) {
            to.text("JSON_UNQUOTE(");
            to.value(value);
            to.text(")");
        } else {
            to.value(value);
        }
    }

    /** Writes a comparison of JSON values; false if it is like one of texts. */
    static boolean compare(Renderer to, R.C.Compare compare) {
        String operator = switch (compare.lookup()) {
            case "gt" -> " > ";
            case "gte" -> " >= ";
            case "lt" -> " < ";
            case "lte" -> " <= ";
            default -> "";
        };
        if (!operator.isEmpty()) {
            ordered(to, compare, operator);
            return true;
        }
        if (compare.lookup().equals("exact")) {
            equal(to, compare.left(), compare.right());
            return true;
        }
        return compare.right() instanceof R.Val val && contains(to, compare, val);
    }

    private static void ordered(Renderer to, R.C.Compare compare, String operator) {
        if (compare.right() instanceof R.Val val) {
            // Against a plain number or text, MariaDB compares what is in the JSON as one.
            to.value(compare.left());
            to.text(operator);
            to.slot((parameters, values) -> ValueType.OBJECT.bind(parameters, values[val.slot()]));
        } else {
            to.value(compare.left());
            to.text(operator);
            to.value(compare.right());
        }
    }

    /** MySQL keeps JSON as such, so that values compare by what they are. */
    private static boolean isNative(Renderer to) {
        return !to.dialect.server().isMariaDb();
    }

    private static void equal(Renderer to, R left, R right) {
        if (isNative(to)) {
            to.value(left);
            to.text(" = ");
            if (right instanceof R.Val val) {
                to.text("CAST(");
                json(to, val);
                to.text(" AS JSON)");
            } else {
                to.value(right);
            }
            return;
        }
        to.text("JSON_NORMALIZE(");
        to.value(left);
        to.text(") = JSON_NORMALIZE(");
        if (right instanceof R.Val val) {
            json(to, val);
        } else {
            to.value(right);
        }
        to.text(")");
    }

    private static void json(Renderer to, R.Val val) {
        to.slot((parameters, values) -> parameters.text(Json.write(values[val.slot()])));
    }

    private static boolean contains(Renderer to, R.C.Compare compare, R.Val val) {
        switch (compare.lookup()) {
            case "contains" -> {
                to.text("JSON_CONTAINS(");
                to.value(compare.left());
                to.text(", ");
                json(to, val);
                to.text(")");
            }
            case "contained_by" -> {
                to.text("JSON_CONTAINS(");
                json(to, val);
                to.text(", ");
                to.value(compare.left());
                to.text(")");
            }
            case "has_key", "has_keys", "has_any_keys" -> keys(to, compare, val);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void keys(Renderer to, R.C.Compare compare, R.Val val) {
        R left = compare.left();
        List<Object> prefix = left instanceof R.Json json ? json.keys() : List.of();
        R base = left instanceof R.Json json ? json.base() : left;
        if (compare.lookup().equals("has_key")) {
            to.text("JSON_CONTAINS_PATH(");
            to.value(base);
            to.text(", 'one', ");
            to.slot((parameters, values) -> parameters.text(path(with(prefix, values[val.slot()]))));
            to.text(")");
            return;
        }
        // The keys are one JSON array, so that their number does not change the text.
        boolean any = compare.lookup().equals("has_any_keys");
        to.text(any ? "EXISTS" : "NOT EXISTS").text("(SELECT 1 FROM JSON_TABLE(");
        json(to, val);
        to.text(", '$[*]' COLUMNS(name TEXT PATH '$')) k WHERE ").text(any ? "" : "NOT ");
        to.text("COALESCE(JSON_CONTAINS_PATH(");
        to.value(base);
        to.text(", 'one', CONCAT(");
        to.slot(Slot.constant(path(prefix), ValueType.TEXT));
        to.text(", '.', JSON_QUOTE(k.name))), 0))");
    }

    private static List<Object> with(List<Object> prefix, Object key) {
        List<Object> keys = new ArrayList<>(prefix);
        keys.add(key);
        return keys;
    }

    /** One of several values. */
    static void in(Renderer to, R left, R.Items items) {
        if (isNative(to)) {
            // MySQL's IN does not take JSON values.
            for (int i = 0; i < items.count(); i++) {
                int index = i;
                to.text(i == 0 ? "(" : " OR ");
                to.value(left);
                to.text(" = CAST(");
                to.slot((parameters, values) -> parameters.text(Json.write(Slot.at(values[items.slot()], index))));
                to.text(" AS JSON)");
            }
            to.text(")");
            return;
        }
        to.text("JSON_NORMALIZE(");
        to.value(left);
        String separator = ") IN (";
        for (int i = 0; i < items.count(); i++) {
            int index = i;
            to.text(separator).text("JSON_NORMALIZE(");
            to.slot((parameters, values) -> parameters.text(Json.write(Slot.at(values[items.slot()], index))));
            to.text(")");
            separator = ", ";
        }
        to.text(")");
    }
}
