package quintet.fields;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes dates and times by patterns such as {@code %d/%m/%Y %H:%M} (the {@code strptime} and
 * {@code strftime} of Python, which Django's settings and form options use).
 *
 * <p>Known places: {@code %Y %y %m %d %H %I %M %S %f %p %b %B %a %A %j %%}.
 */
public final class TimeFormat {
    private static final Map<String, TimeFormat> KNOWN = new ConcurrentHashMap<>();
    private static final int MAX_KNOWN = 1000;
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private final String format;
    private final Pattern pattern;
    private final List<Character> places = new ArrayList<>();

    private TimeFormat(String format) {
        this.format = format;
        this.pattern = Pattern.compile(regex(format), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The format of a pattern. */
    public static TimeFormat of(String format) {
        TimeFormat known = KNOWN.get(format);
        if (known == null) {
            known = new TimeFormat(format);
            if (KNOWN.size() < MAX_KNOWN) {
                KNOWN.put(format, known);
            }
        }
        return known;
    }

    /** The date and time a text means, missing parts being those of 1900-01-01 00:00; null if it does not match. */
    public @Nullable LocalDateTime parse(String text) {
        Matcher m = pattern.matcher(text);
        if (!m.matches()) {
            return null;
        }
        Parts parts = new Parts();
        for (int i = 0; i < places.size(); i++) {
            parts.read(places.get(i), m.group(i + 1));
        }
        try {
            return parts.moment();
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** The text of a moment. */
    public String format(LocalDateTime moment) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '%' && i + 1 < format.length()) {
                out.append(write(format.charAt(++i), moment));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The text of a date. */
    public String format(LocalDate date) {
        return format(date.atStartOfDay());
    }

    /** The text of a time; date parts are those of 1900-01-01. */
    public String format(LocalTime time) {
        return format(LocalDate.of(1900, 1, 1).atTime(time));
    }

    /** The pattern as given. */
    public String pattern() {
        return format;
    }

    private String regex(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 1 < text.length()) {
                place(text.charAt(++i), out);
            } else if (Character.isWhitespace(c)) {
                out.append("\\s+");
            } else {
                out.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return out.toString();
    }

    private void place(char letter, StringBuilder out) {
        if (letter == '%') {
            out.append('%');
            return;
        }
        places.add(letter);
        out.append('(').append(placeRegex(letter)).append(')');
    }

    private static String placeRegex(char letter) {
        return switch (letter) {
            case 'Y' -> "\\p{Nd}{4}";
            case 'y' -> "\\p{Nd}{2}";
            case 'm' -> "1[0-2]|0[1-9]|[1-9]";
            case 'd' -> "3[0-1]|[1-2]\\p{Nd}|0[1-9]|[1-9]| [1-9]";
            case 'H' -> "2[0-3]|[0-1]\\p{Nd}|\\p{Nd}";
            case 'I' -> "1[0-2]|0[1-9]|[1-9]";
            case 'M' -> "[0-5]\\p{Nd}|\\p{Nd}";
            case 'S' -> "6[0-1]|[0-5]\\p{Nd}|\\p{Nd}";
            case 'f' -> "[0-9]{1,6}";
            case 'p' -> "AM|PM";
            case 'b' -> shortNames(MONTHS);
            case 'B' -> String.join("|", MONTHS);
            case 'a' -> shortNames(DAYS);
            case 'A' -> String.join("|", DAYS);
            case 'j' -> "36[0-6]|3[0-5]\\p{Nd}|[1-2]\\p{Nd}{2}|0[1-9]\\p{Nd}|00[1-9]|[1-9]\\p{Nd}|0[1-9]|[1-9]";
            default ->
                throw new IllegalArgumentException("The date format uses %" + letter
                        + ", which is not known. Use %Y %y %m %d %H %I %M %S %f %p %b %B %a %A %j or %%.");
        };
    }

    private static String shortNames(List<String> names) {
        return String.join("|", names.stream().map(n -> n.substring(0, 3)).toList());
    }

    private static String write(char letter, LocalDateTime at) {
        return switch (letter) {
            case 'Y' -> String.format("%04d", at.getYear());
            case 'y' -> two(at.getYear() % 100);
            case 'm' -> two(at.getMonthValue());
            case 'd' -> two(at.getDayOfMonth());
            case 'H' -> two(at.getHour());
            case 'I' -> two(at.getHour() % 12 == 0 ? 12 : at.getHour() % 12);
            case 'M' -> two(at.getMinute());
            case 'S' -> two(at.getSecond());
            case 'f' -> String.format("%06d", at.getNano() / 1000);
            case 'p' -> at.getHour() < 12 ? "AM" : "PM";
            case 'b' -> MONTHS.get(at.getMonthValue() - 1).substring(0, 3);
            case 'B' -> MONTHS.get(at.getMonthValue() - 1);
            case 'a' -> DAYS.get(at.getDayOfWeek().getValue() - 1).substring(0, 3);
            case 'A' -> DAYS.get(at.getDayOfWeek().getValue() - 1);
            case 'j' -> String.format("%03d", at.getDayOfYear());
            case '%' -> "%";
            default -> "%" + letter;
        };
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** What the places of one text said. */
    private static final class Parts {
        private int year = 1900;
        private int month = 1;
        private int day = 1;
        private int hour;
        private int minute;
        private int second;
        private int micros;
        private int dayOfYear;
        private boolean twelveHours;
        private boolean afternoon;

        void read(char letter, String text) {
            switch (letter) {
                case 'Y' -> year = number(text);
                case 'y' -> year = number(text) + (number(text) < 69 ? 2000 : 1900);
                case 'm' -> month = number(text);
                case 'd' -> day = number(text);
                case 'H' -> hour = number(text);
                case 'I' -> {
                    hour = number(text);
                    twelveHours = true;
                }
                case 'M' -> minute = number(text);
                case 'S' -> second = number(text);
                case 'f' -> micros = number((text + "000000").substring(0, 6));
                case 'p' -> afternoon = text.toUpperCase(Locale.ROOT).equals("PM");
                case 'b', 'B' -> month = month(text);
                case 'j' -> dayOfYear = number(text);
                default -> {} // names of week days are checked, not used
            }
        }

        LocalDateTime moment() {
            if (twelveHours) {
                hour = hour % 12 + (afternoon ? 12 : 0);
            }
            LocalDate date = dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
            if (year < 1) {
                throw new DateTimeException("year " + year);
            }
            return date.atTime(hour, minute, second, micros * 1000);
        }

        private static int month(String text) {
            String prefix = text.substring(0, 3).toLowerCase(Locale.ROOT);
            for (int i = 0; i < MONTHS.size(); i++) {
                if (MONTHS.get(i).toLowerCase(Locale.ROOT).startsWith(prefix)) {
                    return i + 1;
                }
            }
            return 1;
        }

        private static int number(String text) {
            int value = 0;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) != ' ') {
                    value = value * 10 + Character.digit(text.charAt(i), 10);
                }
            }
            return value;
        }
    }
}
