package quintet.orm.internal.sql;

import java.util.List;

/** JSON values on PostgreSQL. */
final class PostgresJson {
    private PostgresJson() {}

    static void value(Renderer to, R.Json json) {
        steps(to, json, false);
    }

    /** The text of a value: of a string without its quotes. */
    static void text(Renderer to, R.Json json) {
        steps(to, json, true);
        to.text("::text");
    }

    private static void steps(Renderer to, R.Json json, boolean text) {
        to.text("(");
        to.value(json.base());
        List<Object> keys = json.keys();
        for (int i = 0; i < keys.size(); i++) {
            to.text(text && i == keys.size() - 1 ? " ->> " : " -> ");
            if (keys.get(i) instanceof Integer index) {
                to.text(index.toString());
            } else {
                to.slot(Slot.constant(keys.get(i).toString(), ValueType.TEXT));
                to.text("::text");
            }
        }
        to.text(")");
    }

    /** Writes a comparison of JSON values; false if it is like one of texts. */
    static boolean compare(Renderer to, R.C.Compare compare) {
        if (!(compare.right() instanceof R.Val val)) {
            return false;
        }
        switch (compare.lookup()) {
            case "exact" -> {
                to.value(compare.left());
                to.text(" = ");
                json(to, val);
            }
            case "has_key" -> {
                to.value(compare.left());
                to.text(" ?? ");
                to.slot((parameters, values) -> parameters.text(String.valueOf(values[val.slot()])));
                to.text("::text");
            }
            case "has_keys", "has_any_keys" -> {
                to.value(compare.left());
                to.text(compare.lookup().equals("has_keys") ? " ??& " : " ??| ");
                to.text("ARRAY(SELECT JSONB_ARRAY_ELEMENTS_TEXT(");
                json(to, val);
                to.text("))");
            }
            case "contains" -> contained(to, compare.left(), " @> ", val);
            case "contained_by" -> contained(to, compare.left(), " <@ ", val);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void contained(Renderer to, R left, String operator, R.Val val) {
        to.value(left);
        to.text(operator);
        json(to, val);
    }

    private static void json(Renderer to, R.Val val) {
        to.slot((parameters, values) -> parameters.text(Json.write(values[val.slot()])));
        to.text("::jsonb");
    }
}
