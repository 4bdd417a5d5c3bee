package quintet.orm.internal.sql;

import java.math.BigDecimal;
import java.math.MathContext;
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

/** Reads rows of SQLite. */
final class SqliteCells extends Cells {
    private final ResultSet rows;
    private final ZoneId zone;

    SqliteCells(ResultSet rows, ZoneId zone) {
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
        String text = text(at);
        if (text == null) {
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        if (places >= 0) {
            return value.setScale(places, RoundingMode.HALF_EVEN);
        }
        // SQLite computes with doubles, of which 15 digits are sure.
        return text.indexOf('.') < 0 && text.indexOf('e') < 0
                ? value
                : plain(new BigDecimal(value.doubleValue()).round(new MathContext(15, RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
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

    @Override
    public @Nullable UUID uuid(int at) {
        String hex = text(at);
        if (hex == null) {
            return null;
        }
        if (hex.length() != 32) {
            return UUID.fromString(hex);
        }
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
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
        Object stored = object(at);
        return stored instanceof String text ? SqliteText.json(text) : stored;
    }

    @Override
    public @Nullable Object object(int at) {
        try {
            Object value = rows.getObject(at);
            return value instanceof Integer number ? (Object) number.longValue() : value;
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }
}
