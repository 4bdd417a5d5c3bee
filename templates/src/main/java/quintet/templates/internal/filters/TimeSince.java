package quintet.templates.internal.filters;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import quintet.templates.internal.values.Times;

/** The time between two moments in words: {@code 1 year, 2 months}. */
public final class TimeSince {
    private static final String[] UNITS = {"year", "month", "week", "day", "hour", "minute"};
    private static final long[] CHUNKS = {604_800, 86_400, 3_600, 60};
    private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private TimeSince() {}

    /**
     * The time between two moments in its largest units.
     *
     * @param from a LocalDateTime, or a moment with a zone
     * @param to of the same sort; not after {@code from} counts as no time at all
     * @param depth how many adjacent units at most
     */
    public static String between(Object from, Object to, int depth, Words words) {
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
            return unit(5, 0, words);
        }
        LocalDateTime wall = Times.isAware(to) ? Times.aware(to).toLocalDateTime() : end;
        long[] parts = parts(start, end, wall);
        List<String> out = new ArrayList<>();
        int i = 0;
        while (i < parts.length && parts[i] == 0) {
            i++;
        }
        for (; i < parts.length && out.size() < depth && parts[i] != 0; i++) {
            out.add(unit(i, parts[i], words));
        }
        return out.isEmpty() ? unit(5, 0, words) : String.join(words.text(", "), out);
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

    private static String unit(int index, long number, Words words) {
        String name = UNITS[index];
        return Words.noBreak(words.count("%(num)d " + name, "%(num)d " + name + "s", "num", number));
    }
}
