package quintet.core.internal.i18n;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.core.DateText;
import quintet.core.DateText.UnsupportedLetter;

/** Writes single letters of Django's date formats for one value. */
public final class DateWriter {
    private static final String TIME_LETTERS = "aAefgGhHiOPsTuZ";
    private static final String[] WEEKDAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private final @Nullable LocalDate date;
    private final @Nullable LocalTime time;
    private final @Nullable ZonedDateTime moment;
    private final boolean naive;
    private final @Nullable ZoneOffset timeOffset;
    private final CalendarNames names;

    /** Writes a value in the words of a language. */
    public DateWriter(Object value, @Nullable String language, ZoneId defaultZone) {
        names = CalendarNames.of(language);
        ZoneOffset offset = null;
        switch (value) {
            case LocalDate d -> {
                date = d;
                time = null;
                moment = d.atStartOfDay(defaultZone);
                naive = true;
            }
            case LocalTime t -> {
                date = null;
                time = t;
                moment = null;
                naive = true;
            }
            case OffsetTime t -> {
                date = null;
                time = t.toLocalTime();
                moment = null;
                naive = false;
                offset = t.getOffset();
            }
            case LocalDateTime t -> {
                date = t.toLocalDate();
                time = t.toLocalTime();
                moment = t.atZone(defaultZone);
                naive = true;
            }
            default -> {
                ZonedDateTime z = aware(value);
                date = z.toLocalDate();
                time = z.toLocalTime();
                moment = z;
                naive = false;
            }
        }
        timeOffset = offset;
    }

    private static ZonedDateTime aware(Object value) {
        return switch (value) {
            case ZonedDateTime z -> z;
            case OffsetDateTime o -> o.toZonedDateTime();
            case Instant i -> i.atZone(ZoneOffset.UTC);
            default ->
                throw new IllegalArgumentException("A " + value.getClass().getSimpleName()
                        + " is no date or time. Use a java.time value such as LocalDate or ZonedDateTime.");
        };
    }

    /**
     * Writes one letter.
     *
     * @throws UnsupportedLetter if the value has no such part
     */
    public void letter(char c, StringBuilder out) {
        if (time == null && (TIME_LETTERS.indexOf(c) >= 0)) {
            throw new UnsupportedLetter(
                    "The format for date objects may not contain time-related format specifiers (found '" + c + "').",
                    false);
        }
        if (TIME_LETTERS.indexOf(c) >= 0) {
            timeLetter(c, java.util.Objects.requireNonNull(time), out);
        } else if (date == null && c == 'c' && time != null) {
            out.append(DateText.isoTime("", time, timeOffset));
        } else if (date == null) {
            throw new UnsupportedLetter("'TimeFormat' object has no attribute '" + c + "'", true);
        } else {
            dateLetter(c, date, out);
        }
    }

    private void timeLetter(char c, LocalTime t, StringBuilder out) {
        switch (c) {
            case 'a' -> out.append(names.text(t.getHour() > 11 ? "p.m." : "a.m."));
            case 'A' -> out.append(names.text(t.getHour() > 11 ? "PM" : "AM"));
            case 'e' -> out.append(naive ? "" : zoneName());
            case 'f' -> clock(t, out);
            case 'g' -> out.append(hour12(t));
            case 'G' -> out.append(t.getHour());
            case 'h' -> two(hour12(t), out);
            case 'H' -> two(t.getHour(), out);
            case 'i' -> two(t.getMinute(), out);
            case 'O' -> offset(out);
            case 'P' -> {
                if (t.getMinute() == 0 && t.getHour() % 12 == 0) {
                    out.append(names.text(t.getHour() == 0 ? "midnight" : "noon"));
                } else {
                    clock(t, out);
                    out.append(' ').append(names.text(t.getHour() > 11 ? "p.m." : "a.m."));
                }
            }
            case 's' -> two(t.getSecond(), out);
            case 'T' -> {
                if (moment != null || timeOffset != null) {
                    if (ambiguous()) {
                        offset(out);
                    } else {
                        out.append(zoneName());
                    }
                }
            }
            case 'u' -> out.append(String.format(Locale.ROOT, "%06d", t.getNano() / 1000));
            case 'Z' -> {
                ZoneOffset o = offset();
                if (o != null && !ambiguous()) {
                    out.append(o.getTotalSeconds());
                }
            }
            default -> throw new IllegalStateException("letter " + c);
        }
    }

    private void dateLetter(char c, LocalDate d, StringBuilder out) {
        int month = d.getMonthValue();
        int weekday = d.getDayOfWeek().getValue();
        switch (c) {
            case 'b' -> out.append(names.monthAbbreviated(month));
            case 'c' -> out.append(iso(d));
            case 'd' -> two(d.getDayOfMonth(), out);
            case 'D' -> out.append(names.weekdayAbbreviated(weekday));
            case 'E' -> out.append(names.monthAlternative(month));
            case 'F' -> out.append(names.month(month));
            case 'I' -> {
                if (time != null && !ambiguous() && moment != null) {
                    out.append(moment.getZone().getRules().isDaylightSavings(moment.toInstant()) ? '1' : '0');
                }
            }
            case 'j' -> out.append(d.getDayOfMonth());
            case 'l' -> out.append(names.weekday(weekday));
            case 'L' -> out.append(d.isLeapYear() ? "True" : "False");
            case 'm' -> two(month, out);
            case 'M' -> out.append(title(names.monthAbbreviated(month)));
            case 'n' -> out.append(month);
            case 'N' -> out.append(names.monthApStyle(month));
            case 'o' -> out.append(d.get(IsoFields.WEEK_BASED_YEAR));
            case 'r' -> rfc5322(out);
            case 'S' -> out.append(suffix(d.getDayOfMonth()));
            case 't' -> out.append(d.lengthOfMonth());
            case 'U' -> out.append(moment == null ? 0 : moment.toEpochSecond());
            case 'w' -> out.append(weekday % 7);
            case 'W' -> out.append(d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'y' -> two(d.getYear() % 100, out);
            case 'Y' -> out.append(String.format(Locale.ROOT, "%04d", d.getYear()));
            case 'z' -> out.append(d.getDayOfYear());
            default -> throw new IllegalStateException("letter " + c);
        }
    }

    private String iso(LocalDate d) {
        if (time == null) {
            return d.toString();
        }
        return DateText.isoTime(d + "T", time, naive ? null : offset());
    }

    private @Nullable ZoneOffset offset() {
        return moment == null || time == null ? timeOffset : moment.getOffset();
    }

    private void offset(StringBuilder out) {
        ZoneOffset o = offset();
        if (o == null) {
            return;
        }
        int seconds = Math.abs(o.getTotalSeconds());
        two(seconds / 3600, out.append(o.getTotalSeconds() < 0 ? '-' : '+'));
        two(seconds / 60 % 60, out);
    }

    private boolean ambiguous() {
        return moment != null
                        && moment.getZone()
                                        .getRules()
                                        .getValidOffsets(moment.toLocalDateTime())
                                        .size()
                                != 1
                || imaginary();
    }

    /** A naive value inside a gap was moved on by the zone's rules. */
    private boolean imaginary() {
        return naive
                && moment != null
                && time != null
                && date != null
                && !moment.toLocalDateTime().equals(LocalDateTime.of(date, time));
    }

    private String zoneName() {
        if (moment != null) {
            return ZoneNames.of(moment);
        }
        return timeOffset == null ? "" : ZoneNames.ofOffset(timeOffset);
    }

    private void rfc5322(StringBuilder out) {
        ZonedDateTime m = java.util.Objects.requireNonNull(moment);
        out.append(WEEKDAYS[m.getDayOfWeek().getValue() - 1]).append(", ");
        two(m.getDayOfMonth(), out);
        out.append(' ').append(MONTHS[m.getMonthValue() - 1]).append(' ');
        out.append(String.format(Locale.ROOT, "%04d", m.getYear())).append(' ');
        two(m.getHour(), out);
        two(m.getMinute(), out.append(':'));
        two(m.getSecond(), out.append(':'));
        out.append(' ');
        if (date != null && time == null) {
            ZoneOffset o = m.getOffset();
            String id = o.getTotalSeconds() == 0 ? "+0000" : o.getId().replace(":", "");
            out.append(id);
        } else {
            offset(out);
        }
    }

    private static void clock(LocalTime t, StringBuilder out) {
        out.append(hour12(t));
        if (t.getMinute() != 0) {
            two(t.getMinute(), out.append(':'));
        }
    }

    private static int hour12(LocalTime t) {
        int hour = t.getHour() % 12;
        return hour == 0 ? 12 : hour;
    }

    private static void two(int n, StringBuilder out) {
        if (n < 10) {
            out.append('0');
        }
        out.append(n);
    }

    private static String suffix(int day) {
        if (day >= 11 && day <= 13) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private static String title(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
