package quintet.core;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.core.internal.i18n.DateWriter;

/**
 * Dates and times as text, by Django's format characters ({@code "j. F Y"}). Answers to
 * {@code django.utils.dateformat}.
 */
public final class DateText {
    private static final String LETTERS = "aAbcdDeEfFgGhHiIjlLmMnNoOPrsStTuUwWyYzZ";
    private static final String TIME_LETTERS = "aAefgGhHiOPsTuZ";

    private DateText() {}

    /** A letter that the value has no answer for. */
    public static final class UnsupportedLetter extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean timeOnly;

        /**
         * An error.
         *
         * @param message which letter and what it asks for
         * @param timeOnly whether the value was a time without a date
         */
        public UnsupportedLetter(String message, boolean timeOnly) {
            super(message);
            this.timeOnly = timeOnly;
        }

        /** Whether the value was a time (which has no date), rather than a date without time. */
        public boolean timeOnly() {
            return timeOnly;
        }
    }

    /**
     * Prints a date or time.
     *
     * @param value a {@code java.time} value: LocalDate, LocalTime, LocalDateTime, ZonedDateTime, OffsetDateTime,
     *     OffsetTime or Instant (in UTC)
     * @param pattern format characters; a backslash keeps the next one as it is
     * @param language a language code, null for English
     * @param defaultZone the zone of values without one
     * @return the text
     * @throws UnsupportedLetter for a time letter on a date, a date letter on a time
     */
    public static String format(Object value, String pattern, @Nullable String language, ZoneId defaultZone) {
        DateWriter text = new DateWriter(value, language, defaultZone);
        StringBuilder out = new StringBuilder(24);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escaped = i > 0 && pattern.charAt(i - 1) == '\\';
            if (!escaped && LETTERS.indexOf(c) >= 0) {
                text.letter(c, out);
            } else if (c == '\\' && i + 1 < pattern.length() && pattern.charAt(i + 1) != '\n') {
                i++;
                out.append(pattern.charAt(i));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * Prints the time of day alone, as the {@code time} filter does: date letters are refused even where the value
     * has a date.
     *
     * @param value a {@code java.time} value with a time
     * @param pattern format characters
     * @param language a language code, null for English
     * @param defaultZone the zone of values without one
     * @return the text
     * @throws UnsupportedLetter for a date letter, or a date without time
     */
    public static String formatTime(Object value, String pattern, @Nullable String language, ZoneId defaultZone) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escaped = i > 0 && pattern.charAt(i - 1) == '\\';
            if (!escaped && LETTERS.indexOf(c) >= 0 && TIME_LETTERS.indexOf(c) < 0) {
                throw new UnsupportedLetter("'TimeFormat' object has no attribute '" + c + "'", true);
            }
        }
        return format(value, pattern, language, defaultZone);
    }

    /**
     * ISO 8601 with seconds, and microseconds if there are any, as Python's {@code isoformat}.
     *
     * @param prefix what to put in front
     * @param time the time of day
     * @param offset the offset to append, or null
     * @return the text
     */
    public static String isoTime(String prefix, LocalTime time, @Nullable ZoneOffset offset) {
        StringBuilder out = new StringBuilder(prefix);
        two(time.getHour(), out);
        two(time.getMinute(), out.append(':'));
        two(time.getSecond(), out.append(':'));
        if (time.getNano() >= 1000) {
            out.append(String.format(Locale.ROOT, ".%06d", time.getNano() / 1000));
        }
        if (offset != null) {
            out.append(offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId());
        }
        return out.toString();
    }

    private static void two(int n, StringBuilder out) {
        if (n < 10) {
            out.append('0');
        }
        out.append(n);
    }
}
