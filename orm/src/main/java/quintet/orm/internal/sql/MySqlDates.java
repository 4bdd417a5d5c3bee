package quintet.orm.internal.sql;

import java.time.ZoneId;
import java.util.Locale;
import quintet.orm.Parameters;

/**
 * Parts and units of dates on MariaDB and MySQL. Moments are kept in UTC and turned to the time zone by {@code CONVERT_TZ}, for which
 * the server needs its time zone tables, except for UTC.
 */
final class MySqlDates {
    private static final String UTC = "'+00:00'";

    private MySqlDates() {}

    static void extract(Renderer to, R.Fn fn) {
        String part = fn.options().getFirst();
        switch (part) {
            case "week_day" -> zoned(to, "DAYOFWEEK(", fn, ")");
            case "iso_week_day" -> zoned(to, "WEEKDAY(", fn, ") + 1");
            case "week" -> zoned(to, "WEEK(", fn, ", 3)");
            case "iso_year" -> zoned(to, "TRUNCATE(YEARWEEK(", fn, ", 3) / 100, 0)");
            default ->
                zoned(to, "EXTRACT(" + Transforms.checkedPart(part).toUpperCase(Locale.ROOT) + " FROM ", fn, ")");
        }
    }

    static void truncate(Renderer to, R.Fn fn) {
        R value = fn.arguments().getFirst();
        String unit = fn.options().getFirst();
        Transforms.checkUnit(unit);
        boolean date = fn.type().base() == ValueType.Base.DATE;
        boolean moment = value.type().base() == ValueType.Base.DATETIME && !date;
        if (value.type().base() == ValueType.Base.TIME) {
            zoned(to, "CAST(DATE_FORMAT(", fn, ", '" + timeFormat(unit) + "') AS TIME)");
            return;
        }
        to.text(moment ? "CONVERT_TZ(" : "");
        unit(to, unit, fn, date ? "DATE" : "DATETIME");
        if (moment) {
            to.text(", ");
            zone(to, fn);
            to.text(", ");
            kept(to);
            to.text(")");
        }
    }

    private static void unit(Renderer to, String unit, R.Fn fn, String type) {
        switch (unit) {
            case "quarter" -> {
                zoned(to, "CAST(MAKEDATE(YEAR(", fn, "), 1) + INTERVAL (");
                zoned(to, "QUARTER(", fn, ") - 1) QUARTER AS " + type + ")");
            }
            case "week" -> {
                zoned(to, "CAST(DATE_SUB(DATE(", fn, "), INTERVAL ");
                zoned(to, "WEEKDAY(", fn, ") DAY) AS " + type + ")");
            }
            default -> zoned(to, "CAST(DATE_FORMAT(", fn, ", '" + format(unit, type) + "') AS " + type + ")");
        }
    }

    private static String format(String unit, String type) {
        String date = switch (unit) {
            case "year" -> "%Y-01-01";
            case "month" -> "%Y-%m-01";
            default -> "%Y-%m-%d";
        };
        return type.equals("DATE") ? date : date + " " + timeFormat(unit);
    }

    private static String timeFormat(String unit) {
        return switch (unit) {
            case "hour" -> "%H:00:00";
            case "minute" -> "%H:%i:00";
            case "second" -> "%H:%i:%s";
            default -> "00:00:00";
        };
    }

    static void zoned(Renderer to, String start, R.Fn fn, String end) {
        R value = fn.arguments().getFirst();
        boolean moment = isMoment(value);
        to.text(start).text(moment ? "CONVERT_TZ(" : "");
        to.value(value);
        if (moment) {
            to.text(", ");
            kept(to);
            to.text(", ");
            zone(to, fn);
            to.text(")");
        }
        to.text(end);
    }

    /** The session's own clock shows UTC. */
    static void now(Renderer to) {
        boolean utc = name(to.dialect.zone()).equals("+00:00");
        to.text(utc ? "" : "CONVERT_TZ(").text("CURRENT_TIMESTAMP(6)");
        if (!utc) {
            to.text(", " + UTC + ", ");
            kept(to);
            to.text(")");
        }
    }

    /** The zone in whose local time columns hold moments. */
    private static void kept(Renderer to) {
        String name = name(to.dialect.zone());
        if (name.equals("+00:00")) {
            to.text(UTC);
        } else {
            to.slot((parameters, values) -> zone(parameters, name));
        }
    }

    /** Times without a zone stay as they are. */
    private static boolean isMoment(R value) {
        return value.type().base() == ValueType.Base.DATETIME && value.type().java() != java.time.LocalDateTime.class;
    }

    private static void zone(Renderer to, R.Fn fn) {
        String given = Transforms.zone(fn.options());
        if (given != null) {
            String fixed = name(ZoneId.of(given));
            to.slot((parameters, values) -> zone(parameters, fixed));
        } else if (isMoment(fn.arguments().getFirst())) {
            // A parameter: the zone is that of the moment the query runs.
            to.slot((parameters, values) -> zone(parameters, name(TimeZones.current())));
        } else {
            to.text(UTC);
        }
    }

    private static void zone(Parameters parameters, String name) {
        if (parameters instanceof MySqlParameters own) {
            own.zone(name);
        } else {
            parameters.text(name);
        }
    }

    /** UTC works without the server's time zone tables. */
    private static String name(ZoneId zone) {
        String id = zone.getId();
        return switch (id) {
            case "UTC", "Z", "Etc/UTC", "GMT" -> "+00:00";
            default -> id;
        };
    }
}
