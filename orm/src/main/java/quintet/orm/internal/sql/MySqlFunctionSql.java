package quintet.orm.internal.sql;

import java.util.List;
import quintet.orm.QueryError;

/** Functions of texts, numbers and JSON as MariaDB and MySQL write them. */
final class MySqlFunctionSql {
    private MySqlFunctionSql() {}

    /** LAG or LEAD with a default: where the row it looks at is beyond the first or last, the default. */
    static void withDefault(Renderer to, R.Over over, R.Fn fn) {
        R.Fn number = new R.Fn("RowNumber", List.of(), List.of(), ValueType.LONG);
        R.Over place = new R.Over(number, over.partition(), over.order(), null, ValueType.LONG);
        to.text("CASE WHEN ");
        if (fn.name().equals("Lag")) {
            to.window(place);
            to.text(" <= ");
        } else {
            R.Agg all = new R.Agg("Count", null, false, null, null, List.of(), List.of(), ValueType.LONG);
            to.window(new R.Over(all, over.partition(), List.of(), null, ValueType.LONG));
            to.text(" - ");
            to.window(place);
            to.text(" < ");
        }
        to.value(fn.arguments().get(1));
        to.text(" THEN ");
        to.value(fn.arguments().get(2));
        to.text(" ELSE ");
        R.Fn plain = new R.Fn(fn.name(), fn.arguments().subList(0, 2), fn.options(), fn.type());
        to.window(new R.Over(plain, over.partition(), over.order(), null, over.type()));
        to.text(" END");
    }

    static void write(Dialect dialect, Renderer to, R.Fn fn) {
        List<R> arguments = fn.arguments();
        switch (fn.name()) {
            case "Extract" -> MySqlDates.extract(to, fn);
            case "Trunc" -> MySqlDates.truncate(to, fn);
            case "TruncDate" -> MySqlDates.zoned(to, "DATE(", fn, ")");
            case "TruncTime" -> MySqlDates.zoned(to, "TIME(", fn, ")");
            case "Now" -> MySqlDates.now(to);
            case "Concat" -> concat(to, arguments);
            case "Cast" -> cast(dialect, to, fn);
            case "StrIndex" -> Dialect.call(to, "INSTR", arguments);
            case "Length" -> Dialect.call(to, "CHAR_LENGTH", arguments);
            case "Random" -> to.text("RAND()");
            case "Row" -> Dialect.call(to, "", arguments);
            case "Replace" -> Dialect.replace(to, arguments);
            case "Ord" -> Dialect.call(to, "ORD", arguments);
            case "Chr" -> {
                to.text("CHAR(");
                to.list(arguments);
                to.text(" USING utf16)");
            }
            case "SHA224", "SHA256", "SHA384", "SHA512" -> {
                to.text("SHA2(");
                to.list(arguments);
                to.text(", " + fn.name().substring(3) + ")");
            }
            default -> others(dialect, to, fn);
        }
    }

    private static void others(Dialect dialect, Renderer to, R.Fn fn) {
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
            case "Pi" -> to.text("(PI() * 1e0)");
            case "UUID4", "UUID7" -> {
                // With MariaDB 11.7 came both.
                if (!dialect.server().isMariaDb() || !dialect.server().isAtLeast(11, 7)) {
                    throw new QueryError(
                            QueryError.Kind.NOT_SUPPORTED,
                            fn.name() + " requires MariaDB version 11.7 or later.",
                            "Make the UUID in Java: UUID.randomUUID().");
                }
                to.text(fn.name().equals("UUID4") ? "UUID_v4()" : "UUID_v7()");
            }
            case "FieldValue", "Assigned" -> to.value(arguments.getFirst());
            default -> dialect.common(to, fn);
        }
    }

    private static void concat(Renderer to, List<R> parts) {
        String separator = "CONCAT(";
        for (R part : parts) {
            to.text(separator).text("COALESCE(");
            to.value(part);
            to.text(", '')");
            separator = ", ";
        }
        to.text(")");
    }

    private static void cast(Dialect dialect, Renderer to, R.Fn fn) {
        ValueType type = fn.type();
        if (type.base() == ValueType.Base.JSON && !dialect.server().isMariaDb()) {
            to.text("JSON_EXTRACT(");
            to.value(fn.arguments().getFirst());
            to.text(", '$')");
            return;
        }
        String name = switch (type.base()) {
            case INTEGER, BOOLEAN, DURATION -> "SIGNED INTEGER";
            case FLOAT -> "DOUBLE";
            case DECIMAL ->
                type.digits() > 0
                        ? "DECIMAL(" + type.digits() + ", " + Math.max(0, type.places()) + ")"
                        : "DECIMAL(65, 30)";
            case DATE -> "DATE";
            case TIME -> "TIME(6)";
            case DATETIME -> "DATETIME(6)";
            case BINARY -> "BINARY";
            default -> "CHAR";
        };
        to.text("CAST(");
        MySqlJson.text(to, fn.arguments().getFirst());
        to.text(" AS ").text(name).text(")");
    }
}
