package quintet.orm.internal.sql;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Dates, times and JSON as SQLite keeps them: as text. */
final class SqliteText {
    private SqliteText() {}

    static LocalDate date(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    static LocalTime time(String text) {
        return time(text, 0);
    }

    private static LocalTime time(String text, int at) {
        int hour = number(text, at, at + 2);
        int minute = number(text, at + 3, at + 5);
        int second = text.length() >= at + 8 ? number(text, at + 6, at + 8) : 0;
        return LocalTime.of(hour, minute, second, nanos(text, at + 8));
    }

    private static int nanos(String text, int at) {
        if (text.length() <= at || text.charAt(at) != '.') {
            return 0;
        }
        int nanos = 0;
        int digits = 0;
        for (int i = at + 1; i < text.length() && digits < 9 && Character.isDigit(text.charAt(i)); i++, digits++) {
            nanos = nanos * 10 + (text.charAt(i) - '0');
        }
        for (; digits < 9; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    static LocalDateTime dateTime(String text) {
        return LocalDateTime.of(date(text), text.length() > 10 ? time(text, 11) : LocalTime.MIDNIGHT);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    static String write(LocalDate date) {
        StringBuilder out = new StringBuilder(10);
        append(out, date);
        return out.toString();
    }

    static String write(LocalTime time) {
        StringBuilder out = new StringBuilder(15);
        append(out, time);
        return out.toString();
    }

    static String write(LocalDateTime dateTime) {
        StringBuilder out = new StringBuilder(26);
        append(out, dateTime.toLocalDate());
        out.append(' ');
        append(out, dateTime.toLocalTime());
        return out.toString();
    }

    private static void append(StringBuilder out, LocalDate date) {
        int year = date.getYear();
        if (year < 1000) {
            out.append(year < 10 ? "000" : year < 100 ? "00" : "0");
        }
        out.append(year).append('-');
        two(out, date.getMonthValue());
        out.append('-');
        two(out, date.getDayOfMonth());
    }

    private static void append(StringBuilder out, LocalTime time) {
        two(out, time.getHour());
        out.append(':');
        two(out, time.getMinute());
        out.append(':');
        two(out, time.getSecond());
        int micros = time.getNano() / 1000;
        if (micros > 0) {
            out.append('.').append(Integer.toString(1_000_000 + micros), 1, 7);
        }
    }

    private static void two(StringBuilder out, int number) {
        if (number < 10) {
            out.append('0');
        }
        out.append(number);
    }

    /** A JSON text; what is none (a text extracted from JSON) stays a text. */
    static @Nullable Object json(String text) {
        try {
            return Json.read(text);
        } catch (JacksonException e) {
            return text;
        }
    }
}
