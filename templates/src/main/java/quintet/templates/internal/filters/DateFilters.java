package quintet.templates.internal.filters;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
    private DateFilters() {}

    /** Adds a filter. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "date" ->
                library.filter(name, Filter.of(DateFilters::date).optional(null).onLocalTime());
            case "time" ->
                library.filter(name, Filter.of(DateFilters::time).optional(null).onLocalTime());
            case "timesince" ->
                library.filter(
                        name, Filter.of((v, a, c) -> since(v, a, c, false)).optional(null));
            case "timeuntil" ->
                library.filter(
                        name, Filter.of((v, a, c) -> since(v, a, c, true)).optional(null));
            default -> throw new IllegalArgumentException(name);
        }
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
        Words words = Words.of(context);
        return until ? TimeSince.between(to, from, 2, words) : TimeSince.between(from, to, 2, words);
    }

    private static Object now(Object like, Context context) {
        Clock clock = context.engine().clock();
        return Times.isAware(like)
                ? ZonedDateTime.now(clock.withZone(Times.aware(like).getZone()))
                : LocalDateTime.now(clock.withZone(context.engine().zone()));
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
}
