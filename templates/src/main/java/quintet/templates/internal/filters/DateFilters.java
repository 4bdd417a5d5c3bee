package quintet.templates.internal.filters;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.DateText;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.internal.values.Render;
import quintet.templates.internal.values.Times;
import quintet.templates.internal.values.Values;

/** Filters of dates and times. */
public final class DateFilters {
    private static final String[] UNITS = {"year", "month", "week", "day", "hour", "minute"};
    private static final long[] CHUNKS = {604_800, 86_400, 3_600, 60};
    private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private DateFilters() {}

    /** Adds the filters. */
    public static void addTo(Library library) {
        library.filter("date", Filter.of(DateFilters::date).optional(null).onLocalTime())
                .filter("time", Filter.of(DateFilters::time).optional(null).onLocalTime())
                .filter(
                        "timesince",
                        Filter.of((v, a, c) -> since(v, a, c, false)).optional(null))
                .filter(
                        "timeuntil",
                        Filter.of((v, a, c) -> since(v, a, c, true)).optional(null));
    }

    private static boolean isEmpty(@Nullable Object value, Context context) {
        return value == null
                || Values.of(context).isText(value) && value.toString().isEmpty();
    }

    private static Object date(@Nullable Object value, @Nullable Object argument, Context context) {
        if (isEmpty(value, context) || value == null) {
            return "";
        }
        String pattern = pattern(argument, "DATE_FORMAT", context);
        if (!Render.isTime(value)) {
            return literal(pattern);
        }
        try {
            return Render.date(value, pattern, context);
        } catch (DateText.UnsupportedLetter e) {
            if (e.timeOnly()) {
                return "";
            }
            throw EvaluationError.type(String.valueOf(e.getMessage()));
        }
    }

    /** A pattern without letters needs no date. */
    private static String literal(String pattern) {
        try {
            return DateText.format(
                    LocalTime.MIN, pattern.replaceAll("[aAcefgGhHiOPsTuZ]", "Y"), null, ZoneId.of("UTC"));
        } catch (DateText.UnsupportedLetter e) {
            return "";
        }
    }

    private static String pattern(@Nullable Object argument, String otherwise, Context context) {
        boolean given = Values.of(context).truth(argument);
        return context.formats().get(given ? Values.text(argument, context).toString() : otherwise);
    }

    private static Object time(@Nullable Object value, @Nullable Object argument, Context context) {
        if (isEmpty(value, context) || value == null) {
            return "";
        }
        String pattern = pattern(argument, "TIME_FORMAT", context);
        if (!Render.isTime(value)) {
            return literal(pattern);
        }
        try {
            return DateText.formatTime(
                    Times.unpin(value),
                    pattern,
                    context.language(),
                    context.engine().zone());
        } catch (DateText.UnsupportedLetter e) {
            return "";
        }
    }

    private static Object since(@Nullable Object value, @Nullable Object other, Context context, boolean until) {
        Values values = Values.of(context);
        if (!values.truth(value) || value == null) {
            return "";
        }
        Object from = moment(value, values);
        Object to = values.truth(other) && other != null ? moment(other, values) : now(from, context);
        if (Times.isAware(from) != Times.isAware(to)) {
            return "";
        }
        return until ? between(to, from, context) : between(from, to, context);
    }

    private static Object now(Object like, Context context) {
        return Times.isAware(like)
                ? ZonedDateTime.now(Times.aware(like).getZone())
                : LocalDateTime.now(context.engine().zone());
    }

    private static Object moment(Object value, Values values) {
        Object moment = Times.unpin(value);
        if (moment instanceof LocalDate d) {
            return d.atStartOfDay();
        }
        if (moment instanceof LocalDateTime || Times.isAware(moment)) {
            return moment;
        }
        throw new EvaluationError(
                EvaluationError.Kind.ATTRIBUTE, "'" + values.typeName(value) + "' object has no attribute 'year'");
    }

    /** The time between two moments in its two largest units. */
    static String between(Object from, Object to, Context context) {
        LocalDateTime start;
        LocalDateTime end;
        if (Times.isAware(from)) {
            ZonedDateTime a = Times.aware(from);
            ZonedDateTime b = Times.aware(to);
            start = a.toLocalDateTime();
            // months are counted on the clock of the start; what remains is real time
            end = a.getZone().equals(b.getZone())
                    ? b.toLocalDateTime()
                    : b.withZoneSameInstant(a.getOffset()).toLocalDateTime();
        } else {
            start = (LocalDateTime) from;
            end = (LocalDateTime) to;
        }
        if (Duration.between(start, end).toSeconds() <= 0) {
            return unit(5, 0, context);
        }
        LocalDateTime wall = Times.isAware(to) ? Times.aware(to).toLocalDateTime() : end;
        long[] parts = parts(start, end, wall);
        List<String> out = new ArrayList<>();
        int i = 0;
        while (i < parts.length && parts[i] == 0) {
            i++;
        }
        for (; i < parts.length && out.size() < 2 && parts[i] != 0; i++) {
            out.add(unit(i, parts[i], context));
        }
        return out.isEmpty() ? unit(5, 0, context) : String.join(Words.text(context, ", "), out);
    }

    private static long[] parts(LocalDateTime start, LocalDateTime end, LocalDateTime wall) {
        long months = (wall.getYear() - start.getYear()) * 12L + wall.getMonthValue() - start.getMonthValue();
        if (start.getDayOfMonth() > wall.getDayOfMonth()
                || start.getDayOfMonth() == wall.getDayOfMonth()
                        && start.toLocalTime().isAfter(wall.toLocalTime())) {
            months--;
        }
        long years = Math.floorDiv(months, 12L);
        months = Math.floorMod(months, 12L);
        LocalDateTime pivot = start;
        if (years != 0 || months != 0) {
            int month = (int) (start.getMonthValue() - 1 + months);
            int year = (int) (start.getYear() + years + month / 12);
            month %= 12;
            int day = Math.min(MONTH_DAYS[month], start.getDayOfMonth());
            pivot = LocalDateTime.of(year, month + 1, day, start.getHour(), start.getMinute(), start.getSecond());
        }
        long rest = Duration.between(pivot, end).toSeconds();
        long[] parts = new long[6];
        parts[0] = years;
        parts[1] = months;
        for (int i = 0; i < CHUNKS.length; i++) {
            parts[i + 2] = rest / CHUNKS[i];
            rest %= CHUNKS[i];
        }
        return parts;
    }

    private static String unit(int index, long number, Context context) {
        String name = UNITS[index];
        return Words.noBreak(Words.count(context, "%(num)d " + name, "%(num)d " + name + "s", "num", number));
    }
}
