package quintet.orm.internal.sql;

import java.util.List;
import quintet.orm.QueryError;

/** Functions as SQLite writes them. */
final class SqliteFunctionSql {
    private SqliteFunctionSql() {}

    static void write(Dialect dialect, Renderer to, R.Fn fn) {
        List<R> arguments = fn.arguments();
        switch (fn.name()) {
            case "Extract" -> SqliteDates.extract(to, fn);
            case "Trunc" -> SqliteDates.truncate(to, fn);
            case "TruncDate" -> SqliteDates.zoned(to, "django_datetime_cast_date", fn);
            case "TruncTime" -> SqliteDates.zoned(to, "django_datetime_cast_time", fn);
            case "Now" -> {
                boolean utc = to.dialect.zone().equals(java.time.ZoneOffset.UTC);
                to.text(utc ? "" : "django_datetime_local(")
                        .text("STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW')")
                        .text(utc ? "" : ", '" + to.dialect.zone().getId() + "')");
            }
            case "Concat" -> concat(to, arguments);
            case "Greatest" -> Dialect.call(to, "MAX", arguments);
            case "Least" -> Dialect.call(to, "MIN", arguments);
            // SQLite's own gives a whole number of any sign.
            case "Random" -> to.text("(RANDOM() / 18446744073709551616.0 + 0.5)");
            case "Cast" -> cast(to, fn);
            case "StrIndex" -> Dialect.call(to, "INSTR", arguments);
            case "Row" -> Dialect.call(to, "", arguments);
            case "Replace" -> Dialect.replace(to, arguments);
            case "Left" -> {
                to.text("SUBSTR(");
                to.value(arguments.get(0));
                to.text(", 1, ");
                to.value(arguments.get(1));
                to.text(")");
            }
            case "Right" -> {
                to.text("SUBSTR(");
                to.value(arguments.get(0));
                to.text(", -(");
                to.value(arguments.get(1));
                to.text("))");
            }
            case "Chr" -> Dialect.call(to, "CHAR", arguments);
            case "Ord" -> Dialect.call(to, "UNICODE", arguments);
            case "LPad", "RPad" -> {
                to.text(fn.name().equals("LPad") ? "LPAD(" : "RPAD(");
                to.list(arguments);
                to.text(arguments.size() < 3 ? ", ' ')" : ")");
            }
            case "ATan2" -> reals(to, "ATAN2", arguments);
            case "Round" -> round(to, fn);
            case "JSONObject" -> jsonObject(to, fn);
            case "JSONArray" -> Dialect.call(to, "JSON_ARRAY", arguments);
            case "JSONNull" -> to.text("'null'");
            case "KT", "KeyText" -> to.value(arguments.getFirst());
            case "UUID4" -> to.text("UUIDV4()");
            case "UUID7" -> to.text("UUIDV7()");
            case "FieldValue", "Assigned" -> to.value(arguments.getFirst());
            default -> dialect.common(to, fn);
        }
    }

    private static void reals(Renderer to, String name, List<R> arguments) {
        to.text(name).text("(");
        String separator = "";
        for (R argument : arguments) {
            boolean real = argument.type().base() == ValueType.Base.FLOAT;
            to.text(separator).text(real ? "" : "CAST(");
            to.value(argument);
            to.text(real ? "" : " AS REAL)");
            separator = ", ";
        }
        to.text(")");
    }

    private static void round(Renderer to, R.Fn fn) {
        if (fn.arguments().size() > 1
                && fn.arguments().get(1) instanceof R.Const places
                && places.value() instanceof Number number
                && number.intValue() < 0) {
            throw new QueryError(QueryError.Kind.VALUE, "SQLite does not support negative precision.");
        }
        Dialect.call(to, "ROUND", fn.arguments());
    }

    private static void jsonObject(Renderer to, R.Fn fn) {
        to.text("JSON_OBJECT(");
        for (int i = 0; i < fn.arguments().size(); i++) {
            to.text(i == 0 ? "" : ", ");
            to.slot(Slot.constant(fn.options().get(i), ValueType.TEXT));
            to.text(", ");
            to.value(fn.arguments().get(i));
        }
        to.text(")");
    }

    private static void concat(Renderer to, List<R> parts) {
        String separator = "(";
        for (R part : parts) {
            to.text(separator).text("COALESCE(");
            to.value(part);
            to.text(", '')");
            separator = " || ";
        }
        to.text(")");
    }

    private static void cast(Renderer to, R.Fn fn) {
        R value = fn.arguments().getFirst();
        switch (fn.type().base()) {
            case DATETIME -> {
                to.text("STRFTIME('%Y-%m-%d %H:%M:%f', ");
                to.value(value);
                to.text(")");
                return;
            }
            case DATE -> {
                Dialect.call(to, "DATE", List.of(value));
                return;
            }
            case TIME -> {
                to.text("STRFTIME('%H:%M:%f', ");
                to.value(value);
                to.text(")");
                return;
            }
            default -> {}
        }
        String type = switch (fn.type().base()) {
            case INTEGER -> "integer";
            case BOOLEAN -> "bool";
            case DURATION -> "bigint";
            case FLOAT -> "real";
            case DECIMAL -> "NUMERIC";
            case BINARY -> "BLOB";
            case UUID -> "char(32)";
            default -> "text";
        };
        to.text("CAST(");
        to.value(value);
        to.text(" AS ").text(type).text(")");
    }
}
