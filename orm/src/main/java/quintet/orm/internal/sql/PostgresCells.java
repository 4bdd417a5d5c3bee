package quintet.orm.internal.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.orm.Cells;
import quintet.orm.DataError;

/** Reads rows of PostgreSQL. */
final class PostgresCells extends Cells {
    private final ResultSet rows;

    PostgresCells(ResultSet rows) {
        this.rows = rows;
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
        try {
            return rows.getInt(at);
        } catch (SQLException e) {
            throw wrong(at, e);
        }
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
        try {
            return rows.getBoolean(at);
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }

    @Override
    public @Nullable BigDecimal decimal(int at, int places) {
        try {
            return rows.getBigDecimal(at);
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }

    @Override
    public @Nullable LocalDate date(int at) {
        try {
            byte[] raw = rows.getBytes(at);
            return raw == null || PostgresTimes.isDate(raw)
                    ? PostgresTimes.date(raw)
                    : rows.getObject(at, LocalDate.class);
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }

    @Override
    public @Nullable LocalTime time(int at) {
        try {
            return rows.getObject(at, LocalTime.class);
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }

    @Override
    public @Nullable Instant instant(int at) {
        try {
            byte[] raw = rows.getBytes(at);
            if (raw == null || PostgresTimes.isMoment(raw)) {
                return PostgresTimes.instant(raw);
            }
            OffsetDateTime moment = rows.getObject(at, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }

    @Override
    public @Nullable LocalDateTime localDateTime(int at) {
        try {
            byte[] raw = rows.getBytes(at);
            return raw == null || PostgresTimes.isMoment(raw)
                    ? PostgresTimes.localDateTime(raw)
                    : rows.getObject(at, LocalDateTime.class);
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }

    @Override
    public @Nullable Duration duration(int at) {
        // The connection's IntervalStyle is ISO 8601.
        String text = text(at);
        return text == null ? null : Duration.parse(text);
    }

    @Override
    public @Nullable UUID uuid(int at) {
        try {
            return rows.getObject(at, UUID.class);
        } catch (SQLException e) {
            throw wrong(at, e);
        }
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
        return text == null ? null : Json.read(text);
    }

    @Override
    public @Nullable Object object(int at) {
        try {
            Object value = rows.getObject(at);
            return switch (value) {
                case Integer number -> (Object) number.longValue();
                case java.sql.Array array ->
                    java.util.Collections.unmodifiableList(
                            new java.util.ArrayList<>(java.util.Arrays.asList((Object[]) array.getArray())));
                case null, default -> value;
            };
        } catch (SQLException e) {
            throw wrong(at, e);
        }
    }
}
