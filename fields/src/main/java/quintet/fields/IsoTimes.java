package quintet.fields;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes dates, times and durations in the ISO forms Django accepts everywhere (its
 * {@code django.utils.dateparse}). Parsers answer null for text of another form, and throw
 * {@link DateTimeException} for the right form with impossible numbers, such as 30 February.
 */
public final class IsoTimes {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(?:[.,]([0-9]{1,6})[0-9]{0,6})?)?");
    private static final Pattern DATE_TIME =
            Pattern.compile("([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})[T ]([0-9:.,]+?)\\s*(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?");
    private static final Pattern BASIC = Pattern.compile(
            "([0-9]{4})-?(?:([0-9]{2})-?([0-9]{2})|W([0-9]{2})(?:-?([1-7]))?)"
                    + "(?:.([0-9]{2})(?::?([0-9]{2})(?::?([0-9]{2})(?:[.,]([0-9]{1,6})[0-9]*)?)?)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");
    private static final Pattern CLOCK_DURATION = Pattern.compile(
            "(?:(-?[0-9]+) (?:days?, )?)?(-?)" + "(?:(?:([0-9]+):)?([0-9]+):)?([0-9]+)(?:[.,]([0-9]{1,6})[0-9]{0,6})?");
    private static final Pattern ISO_DURATION =
            Pattern.compile("([-+]?)P(?:([0-9]+(?:[.,][0-9]+)?)W)?(?:([0-9]+(?:[.,][0-9]+)?)D)?"
                    + "(?:T(?:([0-9]+(?:[.,][0-9]+)?)H)?(?:([0-9]+(?:[.,][0-9]+)?)M)?(?:([0-9]+(?:[.,][0-9]+)?)S)?)?");
    private static final Pattern DAY_TIME_DURATION = Pattern.compile(
            "(?:(-?[0-9]+) (?:days? ?))?(?:([-+])?" + "([0-9]+):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]{1,6}))?)?");
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final BigInteger MAX_DAYS = BigInteger.valueOf(999_999_999);

    private IsoTimes() {}

    /** {@code 2006-10-25}; one-digit months and days are accepted. */
    public static @Nullable LocalDate parseDate(String text) {
        Matcher m = DATE.matcher(line(text));
        return m.matches() ? date(number(m.group(1)), number(m.group(2)), number(m.group(3))) : null;
    }

    /** {@code 14:30}, {@code 14:30:59.000200}; digits beyond microseconds are dropped. */
    public static @Nullable LocalTime parseTime(String text) {
        Matcher m = TIME.matcher(line(text));
        if (!m.matches()) {
            return null;
        }
        int second = m.group(3) == null ? 0 : number(m.group(3));
        return time(number(m.group(1)), number(m.group(2)), second, micros(m.group(4)) * 1000);
    }

    /** A line end after the text does not count. */
    private static String line(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static LocalDate date(int year, int month, int day) {
        check(year >= 1, "year " + year + " is out of range");
        check(month >= 1 && month <= 12, "month must be in 1..12");
        check(day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth(), "day is out of range for month");
        return LocalDate.of(year, month, day);
    }

    private static LocalTime time(int hour, int minute, int second, int nanos) {
        check(hour < 24, "hour must be in 0..23");
        check(minute < 60, "minute must be in 0..59");
        check(second < 60, "second must be in 0..59");
        return LocalTime.of(hour, minute, second, nanos);
    }

    private static void check(boolean fits, String message) {
        if (!fits) {
            throw new DateTimeException(message);
        }
    }

    /**
     * {@code 2006-10-25T14:30:45+02:00}: an {@link OffsetDateTime}, or a {@link LocalDateTime} where no offset is given.
     */
    public static java.time.temporal.@Nullable Temporal parseDateTime(String text) {
        Matcher m = DATE_TIME.matcher(line(text));
        LocalDate date = m.matches() ? parseDate(m.group(1)) : null;
        LocalTime time = date == null ? null : parseTime(m.group(2));
        if (date == null || time == null) {
            return parseBasic(text);
        }
        LocalDateTime local = date.atTime(time);
        return m.group(3) == null ? local : local.atOffset(parseOffset(m.group(3)));
    }

    /** The forms without hyphens or colons, with weeks, or without a time, which stands for midnight. */
    private static java.time.temporal.@Nullable Temporal parseBasic(String text) {
        Matcher m = BASIC.matcher(text);
        if (!m.matches()) {
            return null;
        }
        try {
            return basic(m);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static java.time.temporal.Temporal basic(Matcher m) {
        LocalDate date = m.group(2) == null
                ? weekDate(number(m.group(1)), number(m.group(4)), m.group(5) == null ? 1 : number(m.group(5)))
                : LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)));
        LocalTime time =
                LocalTime.of(orZero(m.group(6)), orZero(m.group(7)), orZero(m.group(8)), micros(m.group(9)) * 1000);
        String offset = m.group(10);
        return offset == null ? date.atTime(time) : date.atTime(time).atOffset(parseOffset(offset));
    }

    private static LocalDate weekDate(int year, int week, int day) {
        return LocalDate.of(year, 1, 4)
                .with(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(java.time.temporal.ChronoField.DAY_OF_WEEK, day);
    }

    private static int orZero(@Nullable String digits) {
        return digits == null ? 0 : number(digits);
    }

    private static ZoneOffset parseOffset(String text) {
        if (text.equals("Z")) {
            return ZoneOffset.UTC;
        }
        int hours = number(text.substring(1, 3));
        int minutes = text.length() > 3 ? number(text.substring(text.length() - 2)) : 0;
        int sign = text.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    /**
     * {@code 3 days, 12:30:00}, {@code 1:15:30}, {@code 30} (seconds) or ISO 8601 {@code P1DT2H}, {@code P2W}.
     *
     * @throws ArithmeticException if it is longer than 999999999 days
     */
    public static @Nullable Duration parseDuration(String text) {
        Matcher clock = CLOCK_DURATION.matcher(line(text));
        if (clock.matches()) {
            BigInteger micros = clockMicros(clock.group(3), clock.group(4), clock.group(5), clock.group(6));
            return duration(days(clock.group(1)).add(clock.group(2).isEmpty() ? micros : micros.negate()));
        }
        Matcher iso = ISO_DURATION.matcher(line(text));
        if (iso.matches()) {
            BigInteger total = part(iso.group(2), 7 * DAY_MICROS)
                    .add(part(iso.group(3), DAY_MICROS))
                    .add(part(iso.group(4), 3_600_000_000L))
                    .add(part(iso.group(5), 60_000_000L))
                    .add(part(iso.group(6), 1_000_000L));
            return duration("-".equals(iso.group(1)) ? total.negate() : total);
        }
        Matcher pg = DAY_TIME_DURATION.matcher(line(text));
        if (pg.matches() && !text.isEmpty()) {
            BigInteger micros = pg.group(3) == null
                    ? BigInteger.ZERO
                    : clockMicros(pg.group(3), pg.group(4), pg.group(5), pg.group(6));
            return duration(days(pg.group(1)).add("-".equals(pg.group(2)) ? micros.negate() : micros));
        }
        return null;
    }

    private static BigInteger days(@Nullable String text) {
        return text == null ? BigInteger.ZERO : new BigInteger(text).multiply(BigInteger.valueOf(DAY_MICROS));
    }

    private static BigInteger clockMicros(
            @Nullable String hours, @Nullable String minutes, String seconds, @Nullable String fraction) {
        BigInteger total = new BigInteger(seconds);
        total = total.add(minutes == null ? BigInteger.ZERO : new BigInteger(minutes).multiply(BigInteger.valueOf(60)));
        total = total.add(hours == null ? BigInteger.ZERO : new BigInteger(hours).multiply(BigInteger.valueOf(3600)));
        return total.multiply(BigInteger.valueOf(1_000_000)).add(BigInteger.valueOf(micros(fraction)));
    }

    private static BigInteger part(@Nullable String text, long unit) {
        return text == null
                ? BigInteger.ZERO
                : new java.math.BigDecimal(text.replace(',', '.'))
                        .multiply(java.math.BigDecimal.valueOf(unit))
                        .setScale(0, java.math.RoundingMode.HALF_EVEN)
                        .toBigInteger();
    }

    private static Duration duration(BigInteger micros) {
        BigInteger[] parts = micros.divideAndRemainder(BigInteger.valueOf(1_000_000));
        if (micros.abs().divide(BigInteger.valueOf(DAY_MICROS)).compareTo(MAX_DAYS) > 0) {
            throw new ArithmeticException("a duration has at most 999999999 days");
        }
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact() * 1000);
    }

    /** {@code [DD] [HH:[MM:]]ss[.uuuuuu]}, as Django shows durations in forms. */
    public static String format(Duration duration) {
        return duration(duration, " ", 2);
    }

    /** {@code 1 day, 2:03:04}, as Python shows them. */
    static String pythonDuration(Duration duration) {
        long days = days(duration);
        return duration(duration, Math.abs(days) == 1 ? " day, " : " days, ", 1);
    }

    private static String duration(Duration duration, String afterDays, int hourDigits) {
        long days = days(duration);
        Duration rest = duration.minusDays(days);
        String clock = String.format(
                "%0" + hourDigits + "d:%02d:%02d", rest.toHours(), rest.toMinutesPart(), rest.toSecondsPart());
        String text = (days == 0 ? "" : days + afterDays) + clock;
        int micros = rest.toNanosPart() / 1000;
        return micros == 0 ? text : text + String.format(".%06d", micros);
    }

    /** Whole days, rounded down, so that what is left is never negative. */
    private static long days(Duration duration) {
        return Math.floorDiv(duration.toSeconds(), 86_400L);
    }

    /** {@code 14:30:00} or, with a fraction, {@code 14:30:00.000200}. */
    public static String format(LocalTime time) {
        int micros = time.getNano() / 1000;
        String text = String.format("%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        return micros == 0 ? text : text + String.format(".%06d", micros);
    }

    /** {@code +02:00}. */
    static String offset(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int micros(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "000000").substring(0, 6));
    }
}
