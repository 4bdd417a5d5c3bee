package quintet.orm.internal.sql;

import java.util.List;
import java.util.Locale;
import quintet.orm.QueryError;

/** Functions as PostgreSQL writes them. */
final class PostgresFunctionSql {
    private PostgresFunctionSql() {}

    static void write(Dialect dialect, Renderer to, R.Fn fn) {
        List<R> arguments = fn.arguments();
        switch (fn.name()) {
            case "Extract" -> extract(to, fn);
            case "Trunc" -> truncate(to, fn);
            case "TruncDate" -> zoned(to, fn, "::date");
            case "TruncTime" -> zoned(to, fn, "::time");
            case "Now" -> to.text("STATEMENT_TIMESTAMP()");
            case "Concat" -> concat(to, arguments);
            case "Cast" -> cast(to, fn);
            case "StrIndex" -> Dialect.call(to, "STRPOS", arguments);
            case "Round" -> round(to, fn);
            case "Mod", "Log" -> numeric(to, fn.name().toUpperCase(Locale.ROOT), arguments);
            case "Row" -> Dialect.call(to, "", arguments);
            case "Replace" -> Dialect.replace(to, arguments);
            case "Substr", "Left", "Right", "Repeat", "LPad", "RPad", "Chr", "Lag", "Lead", "NthValue", "Ntile" ->
                counted(to, fn);
            case "Ord" -> Dialect.call(to, "ASCII", arguments);
            case "SHA1" -> {
                to.text("ENCODE(DIGEST(");
                to.value(arguments.getFirst());
                to.text(", 'SHA1'), 'hex')");
            }
            case "SHA224", "SHA256", "SHA384", "SHA512" -> {
                to.text("ENCODE(").text(fn.name()).text("(CONVERT_TO((");
                to.value(arguments.getFirst());
                to.text(")::text, 'UTF8')), 'hex')");
            }
            case "JSONObject" -> jsonObject(to, fn);
            case "JSONArray" -> jsonArray(to, arguments);
            case "JSONNull" -> to.text("'null'::jsonb");
            case "KT", "KeyText" -> keyText(to, arguments.getFirst());
            case "UUID4" -> to.text("GEN_RANDOM_UUID()");
            case "UUID7" -> {
                if (!dialect.server().isAtLeast(18, 0)) {
                    throw new QueryError(
                            QueryError.Kind.NOT_SUPPORTED,
                            "UUID7 requires PostgreSQL version 18 or later.",
                            "Make the UUID in Java.");
                }
                to.text("UUIDV7()");
            }
            case "FieldValue" -> to.value(arguments.getFirst());
            case "Assigned" -> {
                to.text("(");
                to.value(arguments.getFirst());
                to.text(")::").text(PostgresTypes.of(fn.type()));
            }
            default -> {
                if (!PostgresExtras.function(to, fn)) {
                    dialect.common(to, fn);
                }
            }
        }
    }

    private static void keyText(Renderer to, R value) {
        if (value instanceof R.Json json) {
            PostgresJson.text(to, json);
        } else {
            to.value(value);
            to.text("::text");
        }
    }

    private static void jsonObject(Renderer to, R.Fn fn) {
        to.text("JSONB_BUILD_OBJECT(");
        for (int i = 0; i < fn.arguments().size(); i++) {
            to.text(i == 0 ? "" : ", ");
            to.slot(Slot.constant(fn.options().get(i), ValueType.TEXT));
            to.text("::text, ");
            to.value(fn.arguments().get(i));
        }
        to.text(")");
    }

    private static void jsonArray(Renderer to, List<R> arguments) {
        Dialect.call(to, "JSONB_BUILD_ARRAY", arguments);
    }

    /** Functions whose numbers are int. */
    private static void counted(Renderer to, R.Fn fn) {
        String name = switch (fn.name()) {
            case "NthValue" -> "NTH_VALUE";
            default -> fn.name().toUpperCase(Locale.ROOT);
        };
        to.text(name).text("(");
        for (int i = 0; i < fn.arguments().size(); i++) {
            R argument = fn.arguments().get(i);
            to.text(i == 0 ? "" : ", ");
            boolean window = fn.name().equals("Lag") || fn.name().equals("Lead");
            boolean number = argument.type().base() == ValueType.Base.INTEGER
                    && (i == 1
                            || (i > 0 && !window)
                            || fn.name().equals("Chr")
                            || fn.name().equals("Ntile"));
            if (window && i == 2) {
                // The default has the type of the value.
                to.text("(");
                to.value(argument);
                to.text(")::").text(PostgresTypes.of(fn.arguments().getFirst().type()));
            } else {
                to.value(argument);
                to.text(number ? "::int" : "");
            }
        }
        to.text(")");
    }

    /** PostgreSQL has these for numeric only. */
    private static void numeric(Renderer to, String name, List<R> arguments) {
        to.text(name).text("(");
        String separator = "";
        for (R argument : arguments) {
            to.text(separator);
            numeric(to, argument, name.equals("LOG"));
            separator = ", ";
        }
        to.text(")");
    }

    private static void numeric(Renderer to, R value, boolean always) {
        boolean fraction = value.type().base() == ValueType.Base.FLOAT;
        boolean cast = always || fraction || value.type().base() == ValueType.Base.OBJECT;
        to.text(cast ? "(" : "");
        to.value(value);
        to.text(cast ? fraction ? ")::numeric(1000, 15)" : ")::numeric" : "");
    }

    private static void round(Renderer to, R.Fn fn) {
        to.text("ROUND(");
        numeric(to, fn.arguments().getFirst(), false);
        if (fn.arguments().size() > 1) {
            to.text(", (");
            to.value(fn.arguments().get(1));
            to.text(")::int");
        }
        to.text(")");
    }

    private static void extract(Renderer to, R.Fn fn) {
        String part = fn.options().getFirst();
        Transforms.checkPart(part);
        String name = switch (part) {
            case "iso_year" -> "ISOYEAR";
            case "week_day" -> "DOW";
            case "iso_week_day" -> "ISODOW";
            default -> part.toUpperCase(Locale.ROOT);
        };
        // Django cuts seconds to whole ones.
        boolean second = part.equals("second");
        to.text("EXTRACT(").text(name).text(" FROM ").text(second ? "DATE_TRUNC('second', " : "");
        zoned(to, fn, "");
        to.text(second ? "))" : ")").text(part.equals("week_day") ? " + 1" : "");
    }

    private static void truncate(Renderer to, R.Fn fn) {
        R value = fn.arguments().getFirst();
        Transforms.checkUnit(fn.options().getFirst());
        boolean time = value.type().base() == ValueType.Base.TIME;
        to.text("DATE_TRUNC('").text(fn.options().getFirst()).text("', ");
        zoned(to, fn, "");
        to.text(")");
        if (fn.type().base() == ValueType.Base.DATE) {
            to.text("::date");
        } else if (time) {
            to.text("::time");
        } else if (value.type().base() == ValueType.Base.DATETIME) {
            to.text(" AT TIME ZONE ");
            to.zone(fn.options());
        }
    }

    private static void zoned(Renderer to, R.Fn fn, String end) {
        R value = fn.arguments().getFirst();
        boolean moment = value.type().base() == ValueType.Base.DATETIME;
        to.text(moment ? "(" : "");
        to.value(value);
        if (moment) {
            to.text(" AT TIME ZONE ");
            to.zone(fn.options());
            to.text(")");
        }
        to.text(end);
    }

    private static void concat(Renderer to, List<R> parts) {
        String separator = "(";
        for (R part : parts) {
            to.text(separator).text("COALESCE((");
            to.value(part);
            to.text(")::text, '')");
            separator = " || ";
        }
        to.text(")");
    }

    private static void cast(Renderer to, R.Fn fn) {
        to.text("(");
        to.value(fn.arguments().getFirst());
        to.text(")::").text(PostgresTypes.of(fn.type()));
    }
}
