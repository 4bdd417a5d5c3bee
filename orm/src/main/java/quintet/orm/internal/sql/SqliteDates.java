package quintet.orm.internal.sql;

import java.time.ZoneOffset;

/** Parts and units of dates on SQLite, which keeps them as text. */
final class SqliteDates {
    private SqliteDates() {}

    static void extract(Renderer to, R.Fn fn) {
        R value = fn.arguments().getFirst();
        String part = fn.options().getFirst();
        Transforms.checkPart(part);
        switch (value.type().base()) {
            case DATETIME -> zoned(to, "django_datetime_extract('" + part + "', ", fn, ")");
            case TIME -> {
                to.text("django_time_extract('").text(part).text("', ");
                to.value(value);
                to.text(")");
            }
            default -> {
                to.text("django_date_extract('").text(part).text("', ");
                to.value(value);
                to.text(")");
            }
        }
    }

    static void truncate(Renderer to, R.Fn fn) {
        R value = fn.arguments().getFirst();
        String unit = fn.options().getFirst();
        Transforms.checkUnit(unit);
        if (value.type().base() == ValueType.Base.DATETIME) {
            boolean date = fn.type().base() == ValueType.Base.DATE;
            boolean back = !date
                    && value.type().java() != java.time.LocalDateTime.class
                    && !to.dialect.zone().equals(ZoneOffset.UTC);
            to.text(back ? "django_datetime_local(" : "");
            zoned(to, (date ? "django_datetime_trunc_date('" : "django_datetime_trunc('") + unit + "', ", fn, ")");
            to.text(back ? ", '" + to.dialect.zone().getId() + "')" : "");
        } else {
            boolean time = value.type().base() == ValueType.Base.TIME;
            to.text(time ? "django_time_trunc('" : "django_date_trunc('")
                    .text(unit)
                    .text("', ");
            to.value(value);
            to.text(")");
        }
    }

    static void zoned(Renderer to, String function, R.Fn fn) {
        zoned(to, function + "(", fn, ")");
    }

    /** The time zone is a parameter: it is that of the moment the query runs. Times without a zone stay as they are. */
    private static void zoned(Renderer to, String start, R.Fn fn, String end) {
        R value = fn.arguments().getFirst();
        boolean elsewhere = value.type().java() != java.time.LocalDateTime.class
                && !to.dialect.zone().equals(ZoneOffset.UTC);
        to.text(start).text(elsewhere ? "django_datetime_utc(" : "");
        to.value(value);
        to.text(elsewhere ? ", '" + to.dialect.zone().getId() + "')" : "").text(", ");
        if (value.type().java() == java.time.LocalDateTime.class) {
            to.text("'UTC'");
        } else {
            to.zone(fn.options());
        }
        to.text(end);
    }
}
