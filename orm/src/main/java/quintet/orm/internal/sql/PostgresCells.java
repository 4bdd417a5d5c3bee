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

    private interface Read<T extends @Nullable Object> {
        T from(ResultSet rows) throws SQLException;
    }

    private <T extends @Nullable Object> T get(int at, Read<T> read) {
        try {
            return read.from(rows);
        } catch (SQLException e) {
            throw new DataError("The value of column " + at + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public @Nullable String text(int at) {
        return this.<@Nullable String>get(at, r -> r.getString(at));
    }

    @Override
    public int int32(int at) {
        return get(at, r -> r.getInt(at));
    }

    @Override
    public long int64(int at) {
        return get(at, r -> r.getLong(at));
    }

    @Override
    public boolean wasNull() {
        return get(0, ResultSet::wasNull);
    }

    @Override
    public double float64(int at) {
        return get(at, r -> r.getDouble(at));
    }

    @Override
    public boolean bool(int at) {
        return get(at, r -> r.getBoolean(at));
    }

    @Override
    public @Nullable BigDecimal decimal(int at, int places) {
        return this.<@Nullable BigDecimal>get(at, r -> r.getBigDecimal(at));
    }

    @Override
    public @Nullable LocalDate date(int at) {
        return this.<@Nullable LocalDate>get(at, r -> r.getObject(at, LocalDate.class));
    }

    @Override
    public @Nullable LocalTime time(int at) {
        return this.<@Nullable LocalTime>get(at, r -> r.getObject(at, LocalTime.class));
    }

    @Override
    public @Nullable Instant instant(int at) {
        OffsetDateTime moment = this.<@Nullable OffsetDateTime>get(at, r -> r.getObject(at, OffsetDateTime.class));
        return moment == null ? null : moment.toInstant();
    }

    @Override
    public @Nullable LocalDateTime localDateTime(int at) {
        return this.<@Nullable LocalDateTime>get(at, r -> r.getObject(at, LocalDateTime.class));
    }

    @Override
    @SuppressWarnings("NullAway") // the type argument says that the result may be null
    public @Nullable Duration duration(int at) {
        // The connection's IntervalStyle is ISO 8601.
        String text = text(at);
        return text == null ? null : Duration.parse(text);
    }

    @Override
    public @Nullable UUID uuid(int at) {
        return this.<@Nullable UUID>get(at, r -> r.getObject(at, UUID.class));
    }

    @Override
    public byte @Nullable [] bytes(int at) {
        return this.<byte @Nullable []>get(at, r -> r.getBytes(at));
    }

    @Override
    public @Nullable Object json(int at) {
        String text = text(at);
        return text == null ? null : Json.read(text);
    }

    @Override
    public @Nullable Object object(int at) {
        Object value = this.<@Nullable Object>get(at, r -> r.getObject(at));
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof java.sql.Array array) {
            return this.<@Nullable Object>get(
                    at,
                    r -> java.util.Collections.unmodifiableList(
                            new java.util.ArrayList<>(java.util.Arrays.asList((Object[]) array.getArray()))));
        }
        return value;
    }
}
