package quintet.orm.internal.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.orm.Cells;
import quintet.orm.DataError;

/** Reads rows of MariaDB and MySQL. Dates are parsed from their text, which is the same for columns and for computed values. */
final class MySqlCells extends Cells {
    private static final int HEX_LENGTH = 32;

    private final ResultSet rows;
    private final ZoneId zone;

    MySqlCells(ResultSet rows, ZoneId zone) {
        this.rows = rows;
        this.zone = zone;
    }

    private static DataError wrong(int at, SQLException e) {
        return new DataError("The value of column " + at + " cannot be read: " + e.getMessage(), e);
    }

    @Override
    public @Nullable String text(int at) {
        try {
            return rows.getString(at);
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }

    @Override
    public int int32(int at) {
        return Math.toIntExact(int64(at));
    }

    @Override
    public long int64(int at) {
        try {
            return rows.getLong(at);
        } catch (SQLException e) {
            return rounded(at);
        }
    }

    /** Quotients and averages of whole numbers are decimals here. */
    private long rounded(int at) {
        try {
            BigDecimal value = rows.getBigDecimal(at);
            return value == null ? 0 : value.longValue();
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }

    @Override
    public boolean wasNull() {
        try {
            return rows.wasNull();
        } catch (SQLException e) {
            throw wrong(0, e);
        }
    }

    @Override
    public double float64(int at) {
        try {
            return rows.getDouble(at);
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }

    @Override
    public boolean bool(int at) {
        return int64(at) != 0;
    }

    @Override
    public @Nullable BigDecimal decimal(int at, int places) {
        try {
            BigDecimal value = rows.getBigDecimal(at);
            return value == null || places < 0 ? value : value.setScale(places, RoundingMode.HALF_EVEN);
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }

    @Override
    public @Nullable LocalDate date(int at) {
        String text = text(at);
        return text == null ? null : SqliteText.date(text);
    }

    @Override
    public @Nullable LocalTime time(int at) {
        String text = text(at);
        return text == null ? null : SqliteText.time(text);
    }

    @Override
    public @Nullable Instant instant(int at) {
        LocalDateTime local = localDateTime(at);
        return local == null
                ? null
                : zone instanceof ZoneOffset fixed
                        ? local.toInstant(fixed)
                        : local.atZone(zone).toInstant();
    }

    @Override
    public @Nullable LocalDateTime localDateTime(int at) {
        String text = text(at);
        return text == null ? null : SqliteText.dateTime(text);
    }

    @Override
    public @Nullable Duration duration(int at) {
        long micros = int64(at);
        return micros == 0 && wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
    }

    /** A UUID of a {@code uuid} column (MariaDB) or of {@code char(32)} (MySQL, and databases made by earlier Djangos). */
    @Override
    public @Nullable UUID uuid(int at) {
        String text = text(at);
        if (text == null) {
            return null;
        }
        return text.length() == HEX_LENGTH
                ? new UUID(Long.parseUnsignedLong(text, 0, 16, 16), Long.parseUnsignedLong(text, 16, 32, 16))
                : UUID.fromString(text);
    }

    @Override
    public byte @Nullable [] bytes(int at) {
        try {
            return rows.getBytes(at);
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }

    @Override
    public @Nullable Object json(int at) {
        String text = text(at);
        return text == null ? null : SqliteText.json(text);
    }

    @Override
    public @Nullable Object object(int at) {
        try {
            Object value = rows.getObject(at);
            return switch (value) {
                case Integer number -> (Object) number.longValue();
                case Boolean flag -> flag ? 1L : 0L;
                case java.sql.Timestamp moment -> moment.toLocalDateTime();
                case java.sql.Date date -> date.toLocalDate();
                case java.sql.Time time -> SqliteText.time(String.valueOf(rows.getString(at)));
                case null, default -> value;
            };
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }
}
