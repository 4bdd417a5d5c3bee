package quintet.orm.internal.sql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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

    /** Views of bytes, which unlike buffers are no objects to be made for each value. */
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** The letters of {@code infinity} as a number: eight bytes too, but in the text form. */
    private static final long INFINITY = (long) LONG.get("infinity".getBytes(StandardCharsets.US_ASCII), 0);

    private PostgresTimes() {}

    /** Whether it is a date in binary form, and finite. */
    static boolean isDate(byte[] raw) {
        if (raw.length != Integer.BYTES) {
            return false;
        }
        int days = (int) INT.get(raw, 0);
        return days != Integer.MAX_VALUE && days != Integer.MIN_VALUE;
    }

    /** The date; null for null. */
    static @Nullable LocalDate date(byte @Nullable [] raw) {
        return raw == null ? null : LocalDate.ofEpochDay(EPOCH_DAY + (int) INT.get(raw, 0));
    }

    /** Whether it is a moment in binary form, and finite. A text has at least ten characters, or is {@code infinity}. */
    static boolean isMoment(byte[] raw) {
        if (raw.length != Long.BYTES) {
            return false;
        }
        long micros = (long) LONG.get(raw, 0);
        return micros != Long.MAX_VALUE && micros != Long.MIN_VALUE && micros != INFINITY;
    }

    /** The moment; null for null. */
    static @Nullable Instant instant(byte @Nullable [] raw) {
        if (raw == null) {
            return null;
        }
        long micros = (long) LONG.get(raw, 0);
        return Instant.ofEpochSecond(
                EPOCH_SECOND + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }

    /** The date and time; null for null. */
    static @Nullable LocalDateTime localDateTime(byte @Nullable [] raw) {
        Instant moment = instant(raw);
        return moment == null ? null : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
