package quintet.orm.internal.sql;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and moments in the binary form in which PostgreSQL sends them for statements that it has kept: days, or microseconds,
 * since 2000. The driver makes a calendar for each result before it reads the first; what it gives is the same. All else, such as
 * texts and infinity, is left to the driver.
 */
final class PostgresTimes {
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final long MICROS = 1_000_000;

    private PostgresTimes() {}

    /** Whether it is a date in binary form, and finite. */
    static boolean isDate(byte[] raw) {
        if (raw.length != Integer.BYTES) {
            return false;
        }
        int days = ByteBuffer.wrap(raw).getInt();
        return days != Integer.MAX_VALUE && days != Integer.MIN_VALUE;
    }

    /** The date; null for null. */
    static @Nullable LocalDate date(byte @Nullable [] raw) {
        return raw == null
                ? null
                : LocalDate.ofEpochDay(EPOCH_DAY + ByteBuffer.wrap(raw).getInt());
    }

    /** Whether it is a moment in binary form, and finite. A text has at least ten characters, or is {@code infinity}. */
    static boolean isMoment(byte[] raw) {
        if (raw.length != Long.BYTES) {
            return false;
        }
        long micros = ByteBuffer.wrap(raw).getLong();
        return micros != Long.MAX_VALUE && micros != Long.MIN_VALUE && micros != INFINITY;
    }

    /** The letters of {@code infinity} as a number: eight bytes too, but in the text form. */
    private static final long INFINITY = ByteBuffer.wrap(
                    "infinity".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .getLong();

    /** The moment; null for null. */
    static @Nullable Instant instant(byte @Nullable [] raw) {
        if (raw == null) {
            return null;
        }
        long micros = ByteBuffer.wrap(raw).getLong();
        return Instant.ofEpochSecond(
                EPOCH_SECOND + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }

    /** The date and time; null for null. */
    static @Nullable LocalDateTime localDateTime(byte @Nullable [] raw) {
        Instant moment = instant(raw);
        return moment == null ? null : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
