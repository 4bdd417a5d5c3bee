package quintet.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in HTTP headers. */
public final class HttpDates {
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String TIME = "(?<hour>\\d{2}):(?<min>\\d{2}):(?<sec>\\d{2})";
    private static final List<Pattern> FORMATS = List.of(
            Pattern.compile("\\w{3}, (?<day>\\d{2}) (?<mon>\\w{3}) (?<year>\\d{4}) " + TIME + " GMT"),
            Pattern.compile("\\w{6,9}, (?<day>\\d{2})-(?<mon>\\w{3})-(?<year>\\d{2}) " + TIME + " GMT"),
            Pattern.compile("\\w{3} (?<mon>\\w{3}) (?<day>[ \\d]\\d) " + TIME + " (?<year>\\d{4})"));

    private HttpDates() {}

    /** The date as headers have it, to the second: {@code Sun, 06 Nov 1994 08:49:37 GMT} (http_date). */
    public static String format(Instant instant) {
        ZonedDateTime t = instant.atZone(ZoneOffset.UTC);
        StringBuilder out = new StringBuilder(29);
        out.append(DAYS[t.getDayOfWeek().getValue() - 1]).append(", ");
        two(out, t.getDayOfMonth()).append(' ');
        String month = MONTHS.get(t.getMonthValue() - 1);
        out.append((char) (month.charAt(0) - 32)).append(month, 1, 3).append(' ');
        out.append((char) ('0' + t.getYear() / 1000 % 10)).append((char) ('0' + t.getYear() / 100 % 10));
        two(out, t.getYear() % 100).append(' ');
        two(out, t.getHour()).append(':');
        two(out, t.getMinute()).append(':');
        return two(out, t.getSecond()).append(" GMT").toString();
    }

    private static StringBuilder two(StringBuilder out, int number) {
        return out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Reads a date in one of the three formats HTTP has had; empty if it is none (parse_http_date_safe). */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(parse(text, Clock.systemUTC()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a date in one of the three formats HTTP has had; a year of two digits is taken as at most 50 years ahead.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Instant parse(String text, Clock clock) {
        for (Pattern format : FORMATS) {
            Matcher match = format.matcher(text);
            if (match.matches()) return instant(text, match, clock);
        }
        throw new IllegalArgumentException("'" + text + "' is not in a valid HTTP date format");
    }

    private static Instant instant(String text, Matcher match, Clock clock) {
        try {
            int year = Integer.parseInt(match.group("year"));
            int month = MONTHS.indexOf(match.group("mon").toLowerCase(Locale.ROOT)) + 1;
            int day = Integer.parseInt(match.group("day").strip());
            return LocalDateTime.of(
                            year < 100 ? century(year, clock) : year,
                            month,
                            day,
                            number(match, "hour"),
                            number(match, "min"),
                            number(match, "sec"))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a valid date", e);
        }
    }

    private static int century(int year, Clock clock) {
        int now = ZonedDateTime.now(clock).getYear();
        int full = now - now % 100 + year;
        return full - now > 50 ? full - 100 : full;
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }
}
