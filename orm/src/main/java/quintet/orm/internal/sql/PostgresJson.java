package quintet.orm.internal.sql;

/** JSON values on PostgreSQL. */
final class PostgresJson {
    private PostgresJson() {}

    static void value(Renderer to, R.Json json) {
        to.text("(");
        to.value(json.base());
        for (Object key : json.keys()) {
            to.text(" -> ");
            if (key instanceof Integer index) {
                to.text(index.toString());
            } else {
                to.slot(Slot.constant(key.toString(), ValueType.TEXT));
                to.text("::text");
            }
        }
        to.text(")");
    }

    static void compare(Renderer to, R.C.Compare compare) {
        if (!(compare.right() instanceof R.Val val)) {
            throw PostgresDialect.unsupported(compare.lookup());
        }
        to.value(compare.left());
        switch (compare.lookup()) {
            case "has_key" -> {
                to.text(" ?? ");
                to.slot((parameters, values) -> parameters.text(String.valueOf(values[val.slot()])));
                to.text("::text");
            }
            case "has_keys", "has_any_keys" -> {
                to.text(compare.lookup().equals("has_keys") ? " ??& " : " ??| ");
                to.text("ARRAY(SELECT JSONB_ARRAY_ELEMENTS_TEXT(");
                to.slot((parameters, values) -> parameters.text(Json.write(values[val.slot()])));
                to.text("::jsonb))");
            }
            case "contains" -> contained(to, " @> ", val);
            case "contained_by" -> contained(to, " <@ ", val);
            default -> throw PostgresDialect.unsupported(compare.lookup());
        }
    }

    private static void contained(Renderer to, String operator, R.Val val) {
        to.text(operator);
        to.slot((parameters, values) -> parameters.text(Json.write(values[val.slot()])));
        to.text("::jsonb");
    }
}
