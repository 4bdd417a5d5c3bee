package quintet.orm.internal.sql;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Parts and units of dates, with Django's meaning. */
final class DateParts {
    private DateParts() {}

    static int extract(@Nullable String part, LocalDateTime at) {
        return switch (String.valueOf(part)) {
            case "year" -> at.getYear();
            case "iso_year" -> at.get(IsoFields.WEEK_BASED_YEAR);
            case "quarter" -> at.get(IsoFields.QUARTER_OF_YEAR);
            case "month" -> at.getMonthValue();
            case "week" -> at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "day" -> at.getDayOfMonth();
            case "week_day" -> at.getDayOfWeek().getValue() % 7 + 1;
            case "iso_week_day" -> at.getDayOfWeek().getValue();
            case "hour" -> at.getHour();
            case "minute" -> at.getMinute();
            case "second" -> at.getSecond();
            default -> throw new IllegalArgumentException("no part '" + part + "'");
        };
    }

    static LocalDateTime truncate(@Nullable String unit, LocalDateTime at) {
        LocalDateTime day = at.truncatedTo(ChronoUnit.DAYS);
        return switch (String.valueOf(unit)) {
            case "year" -> day.withDayOfYear(1);
            case "quarter" -> day.withDayOfMonth(1).withMonth((at.getMonthValue() - 1) / 3 * 3 + 1);
            case "month" -> day.withDayOfMonth(1);
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "day" -> day;
            case "hour" -> at.truncatedTo(ChronoUnit.HOURS);
            case "minute" -> at.truncatedTo(ChronoUnit.MINUTES);
            case "second" -> at.truncatedTo(ChronoUnit.SECONDS);
            default -> throw new IllegalArgumentException("no unit '" + unit + "'");
        };
    }
}
