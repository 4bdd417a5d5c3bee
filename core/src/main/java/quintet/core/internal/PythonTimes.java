package quintet.core.internal;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Times as Django's JSON encoder writes them: milliseconds, cut off rather than rounded. */
public final class PythonTimes {
    private PythonTimes() {}

    /** {@code 2024-01-02T03:04:05} with milliseconds if the value has microseconds. */
    public static String dateTime(LocalDateTime value) {
        return value.toLocalDate() + "T" + time(value.toLocalTime());
    }

    /** {@code 03:04:05} with milliseconds if the value has microseconds. */
    public static String time(LocalTime value) {
        String text = "%02d:%02d:%02d".formatted(value.getHour(), value.getMinute(), value.getSecond());
        return value.getNano() < 1000 ? text : text + ".%03d".formatted(value.getNano() / 1_000_000);
    }

    /** {@code Z} for UTC, else {@code +05:30}. */
    public static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "Z" : offset.getId();
    }

    /** Django's ISO form: {@code P1DT02H03M04.000005S}, with a leading minus for negative ones. */
    public static String isoDuration(Duration duration) {
        Duration positive = duration.abs();
        long micros = positive.toNanosPart() / 1000;
        return "%sP%dDT%02dH%02dM%02d%sS"
                .formatted(
                        duration.isNegative() ? "-" : "",
                        positive.toDays(),
                        positive.toHoursPart(),
                        positive.toMinutesPart(),
                        positive.toSecondsPart(),
                        micros == 0 ? "" : ".%06d".formatted(micros));
    }
}
