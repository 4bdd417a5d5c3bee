package quintet.orm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/** Functions of dates and times, reached through {@link Functions}. Moments are taken in the site's current time zone, or in one that is named. */
public abstract class DateFunctions extends MathFunctions {
    DateFunctions() {}

    static Node dated(String kind, Expr<?, ?> moment, @Nullable String part, @Nullable ZoneId zone) {
        List<String> options = new ArrayList<>();
        if (part != null) {
            options.add(part);
        }
        if (zone != null) {
            options.add("tz:" + zone.getId());
        }
        return new Node.Call(kind, List.of(moment.node()), List.copyOf(options));
    }

    /** The database's present moment. */
    public static <R> TemporalExpr<R, Instant> now() {
        return new TemporalExpr<>(call("Now"));
    }

    /**
     * A part of a date or time: {@code year}, {@code iso_year}, {@code quarter}, {@code month}, {@code week}, {@code day}, {@code week_day},
     * {@code iso_week_day}, {@code hour}, {@code minute}, {@code second}. Django's {@code Extract}.
     */
    public static <R> NumberExpr<R, Integer> extract(Expr<R, ?> moment, String part) {
        return new NumberExpr<>(dated("Extract", moment, part, null));
    }

    /** A part of a moment in a time zone. */
    public static <R> NumberExpr<R, Integer> extract(Expr<R, ?> moment, String part, ZoneId zone) {
        return new NumberExpr<>(dated("Extract", moment, part, zone));
    }

    /** The year. */
    public static <R> NumberExpr<R, Integer> extractYear(Expr<R, ?> moment) {
        return extract(moment, "year");
    }

    /** The year an ISO week belongs to. */
    public static <R> NumberExpr<R, Integer> extractIsoYear(Expr<R, ?> moment) {
        return extract(moment, "iso_year");
    }

    /** The quarter, 1 to 4. */
    public static <R> NumberExpr<R, Integer> extractQuarter(Expr<R, ?> moment) {
        return extract(moment, "quarter");
    }

    /** The month, 1 to 12. */
    public static <R> NumberExpr<R, Integer> extractMonth(Expr<R, ?> moment) {
        return extract(moment, "month");
    }

    /** The ISO week, 1 to 53. */
    public static <R> NumberExpr<R, Integer> extractWeek(Expr<R, ?> moment) {
        return extract(moment, "week");
    }

    /** The day of the month. */
    public static <R> NumberExpr<R, Integer> extractDay(Expr<R, ?> moment) {
        return extract(moment, "day");
    }

    /** The day of the week, Sunday 1 to Saturday 7. */
    public static <R> NumberExpr<R, Integer> extractWeekDay(Expr<R, ?> moment) {
        return extract(moment, "week_day");
    }

    /** The day of the week, Monday 1 to Sunday 7. */
    public static <R> NumberExpr<R, Integer> extractIsoWeekDay(Expr<R, ?> moment) {
        return extract(moment, "iso_week_day");
    }

    /** The hour. */
    public static <R> NumberExpr<R, Integer> extractHour(Expr<R, ?> moment) {
        return extract(moment, "hour");
    }

    /** The minute. */
    public static <R> NumberExpr<R, Integer> extractMinute(Expr<R, ?> moment) {
        return extract(moment, "minute");
    }

    /** The second. */
    public static <R> NumberExpr<R, Integer> extractSecond(Expr<R, ?> moment) {
        return extract(moment, "second");
    }

    /** Cut to a unit: {@code year}, {@code quarter}, {@code month}, {@code week}, {@code day}, {@code hour}, {@code minute}, {@code second}. Django's {@code Trunc}. */
    public static <R, T> TemporalExpr<R, T> trunc(Expr<R, T> moment, String unit) {
        return new TemporalExpr<>(dated("Trunc", moment, unit, null));
    }

    /** Cut to a unit of a time zone. */
    public static <R, T> TemporalExpr<R, T> trunc(Expr<R, T> moment, String unit, ZoneId zone) {
        return new TemporalExpr<>(dated("Trunc", moment, unit, zone));
    }

    /** The start of the year. */
    public static <R, T> TemporalExpr<R, T> truncYear(Expr<R, T> moment) {
        return trunc(moment, "year");
    }

    /** The start of the quarter. */
    public static <R, T> TemporalExpr<R, T> truncQuarter(Expr<R, T> moment) {
        return trunc(moment, "quarter");
    }

    /** The start of the month. */
    public static <R, T> TemporalExpr<R, T> truncMonth(Expr<R, T> moment) {
        return trunc(moment, "month");
    }

    /** The start of the week, Monday. */
    public static <R, T> TemporalExpr<R, T> truncWeek(Expr<R, T> moment) {
        return trunc(moment, "week");
    }

    /** The start of the day. */
    public static <R, T> TemporalExpr<R, T> truncDay(Expr<R, T> moment) {
        return trunc(moment, "day");
    }

    /** The start of the hour. */
    public static <R, T> TemporalExpr<R, T> truncHour(Expr<R, T> moment) {
        return trunc(moment, "hour");
    }

    /** The start of the minute. */
    public static <R, T> TemporalExpr<R, T> truncMinute(Expr<R, T> moment) {
        return trunc(moment, "minute");
    }

    /** The start of the second. */
    public static <R, T> TemporalExpr<R, T> truncSecond(Expr<R, T> moment) {
        return trunc(moment, "second");
    }

    /** The date of a moment. */
    public static <R> TemporalExpr<R, LocalDate> truncDate(Expr<R, ?> moment) {
        return new TemporalExpr<>(dated("TruncDate", moment, null, null));
    }

    /** The date of a moment in a time zone. */
    public static <R> TemporalExpr<R, LocalDate> truncDate(Expr<R, ?> moment, ZoneId zone) {
        return new TemporalExpr<>(dated("TruncDate", moment, null, zone));
    }

    /** The time of day of a moment. */
    public static <R> TemporalExpr<R, LocalTime> truncTime(Expr<R, ?> moment) {
        return new TemporalExpr<>(dated("TruncTime", moment, null, null));
    }

    /** The time of day of a moment in a time zone. */
    public static <R> TemporalExpr<R, LocalTime> truncTime(Expr<R, ?> moment, ZoneId zone) {
        return new TemporalExpr<>(dated("TruncTime", moment, null, zone));
    }
}
