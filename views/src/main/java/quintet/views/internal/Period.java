package quintet.views.internal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import quintet.core.NotFound;

/** A stretch of days that an archive page covers. */
public enum Period {
    /** A calendar year. */
    YEAR {
        @Override
        public LocalDate start(LocalDate day) {
            return day.withDayOfYear(1);
        }

        @Override
        LocalDate following(LocalDate start) {
            return start.plusYears(1);
        }
    },
    /** A calendar month. */
    MONTH {
        @Override
        public LocalDate start(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate following(LocalDate start) {
            return start.plusMonths(1);
        }
    },
    /** Seven days from a Monday. */
    WEEK_FROM_MONDAY {
        @Override
        public LocalDate start(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        LocalDate following(LocalDate start) {
            return start.plusWeeks(1);
        }
    },
    /** Seven days from a Sunday. */
    WEEK_FROM_SUNDAY {
        @Override
        public LocalDate start(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        }

        @Override
        LocalDate following(LocalDate start) {
            return start.plusWeeks(1);
        }
    },
    /** One day. */
    DAY {
        @Override
        public LocalDate start(LocalDate day) {
            return day;
        }

        @Override
        LocalDate following(LocalDate start) {
            return start.plusDays(1);
        }
    };

    /** The first day of the period a day lies in. */
    public abstract LocalDate start(LocalDate day);

    abstract LocalDate following(LocalDate start);

    /** The first day of the period after the one that starts here. */
    public LocalDate next(LocalDate start) {
        return inRange(following(start));
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new NotFound("Date out of range");
        }
        return date;
    }

    /**
     * A day from the numbers in a path.
     *
     * @throws NotFound if there is no such day
     */
    public static LocalDate date(int year, int month, int day) {
        try {
            return inRange(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            throw new NotFound("There is no day " + year + "-" + month + "-" + day + ".");
        }
    }

    /**
     * The first day of a week by its number: from Monday as Python's {@code %W}, from Sunday as {@code %U}; days before
     * the first such weekday of the year are in week 0.
     *
     * @throws NotFound if the number is not from 0 to 53
     */
    public LocalDate weekStart(int year, int week) {
        LocalDate first = date(year, 1, 1);
        if (week < 0 || week > 53) {
            throw new NotFound("There is no week " + week + ".");
        }
        DayOfWeek weekday = this == WEEK_FROM_SUNDAY ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY;
        LocalDate weekOne = first.with(TemporalAdjusters.nextOrSame(weekday));
        return inRange(weekOne.plusWeeks(week - 1L));
    }

    /** The Monday of an ISO week. */
    public static LocalDate isoWeekStart(int year, int week) {
        LocalDate inYear = date(year, 1, 4);
        if (week < 1
                || week
                        > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(inYear)
                                .getMaximum()) {
            throw new NotFound("There is no week " + week + " in " + year + ".");
        }
        return inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(DayOfWeek.MONDAY);
    }

    /** The number in a path value; a month may also be an English name or its first three letters. */
    public static int number(String what, @Nullable Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        String text = String.valueOf(value);
        if (what.equals("month")) {
            for (java.time.Month month : java.time.Month.values()) {
                if (month.name().equalsIgnoreCase(text)
                        || month.name().substring(0, 3).equalsIgnoreCase(text)) {
                    return month.getValue();
                }
            }
        }
        if (text.matches("[0-9]{1,4}")) {
            return Integer.parseInt(text);
        }
        throw new NotFound("“" + text + "” is not a " + what + ".");
    }
}
