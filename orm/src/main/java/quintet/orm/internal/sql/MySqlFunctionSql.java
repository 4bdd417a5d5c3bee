package quintet.orm.internal.sql;

import java.util.List;

/** Functions of texts, numbers and JSON as MariaDB and MySQL write them. */
final class MySqlFunctionSql {
    private MySqlFunctionSql() {}

    static void write(Dialect dialect, Renderer to, R.Fn fn) {
        List<R> arguments = fn.arguments();
        switch (fn.name()) {
            case "LPad", "RPad" -> {
                to.text(fn.name().equals("LPad") ? "LPAD(" : "RPAD(");
                to.list(arguments);
                to.text(arguments.size() < 3 ? ", ' ')" : ")");
            }
            case "Left", "Right" -> Dialect.call(to, fn.name().equals("Left") ? "LEFT" : "RIGHT", arguments);
            case "JSONObject" -> {
                to.text("JSON_OBJECT(");
                for (int i = 0; i < arguments.size(); i++) {
                    to.text(i == 0 ? "" : ", ");
                    to.slot(Slot.constant(fn.options().get(i), ValueType.TEXT));
                    to.text(", ");
                    to.value(arguments.get(i));
                }
                to.text(")");
            }
            case "JSONArray" -> Dialect.call(to, "JSON_ARRAY", arguments);
            case "JSONNull" -> to.text("'null'");
            case "KT", "KeyText" -> MySqlJson.text(to, arguments.getFirst());
            case "UUID4" -> to.text("UUID_v4()");
            case "UUID7" -> to.text("UUID_v7()");
            case "FieldValue", "Assigned" -> to.value(arguments.getFirst());
            default -> dialect.common(to, fn);
        }
    }
}
