package quintet.orm.internal.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.orm.DataError;
import quintet.orm.Parameters;

/** Sets parameters of PostgreSQL statements. */
final class PostgresParameters extends Parameters {
    private final PreparedStatement statement;
    private int place;

    PostgresParameters(PreparedStatement statement) {
        this.statement = statement;
    }

    private interface Write {
        void to(PreparedStatement statement, int place) throws SQLException;
    }

    private void set(Write write) {
        try {
            write.to(statement, ++place);
        } catch (SQLException e) {
            throw new DataError("A value cannot be sent to the database: " + e.getMessage(), e);
        }
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            none();
        } else {
            set((s, at) -> s.setObject(at, value));
        }
    }

    @Override
    public void none() {
        set((s, at) -> s.setNull(at, Types.NULL));
    }

    @Override
    public void text(@Nullable String value) {
        set((s, at) -> s.setString(at, value));
    }

    @Override
    public void int64(long value) {
        set((s, at) -> s.setLong(at, value));
    }

    @Override
    public void float64(double value) {
        set((s, at) -> s.setDouble(at, value));
    }

    @Override
    public void bool(boolean value) {
        set((s, at) -> s.setBoolean(at, value));
    }

    @Override
    public void decimal(@Nullable BigDecimal value, int digits, int places) {
        BigDecimal fit = value != null && places >= 0 && value.scale() > places
                ? value.setScale(places, RoundingMode.HALF_UP)
                : value;
        set((s, at) -> s.setBigDecimal(at, fit));
    }

    @Override
    public void date(@Nullable LocalDate value) {
        value(value);
    }

    @Override
    public void time(@Nullable LocalTime value) {
        value(value);
    }

    @Override
    public void instant(@Nullable Instant value) {
        value(value == null ? null : value.atOffset(ZoneOffset.UTC));
    }

    @Override
    public void localDateTime(@Nullable LocalDateTime value) {
        value(value);
    }

    @Override
    public void duration(@Nullable Duration value) {
        text(value == null ? null : value.toString());
    }

    @Override
    public void uuid(@Nullable UUID value) {
        value(value);
    }

    @Override
    public void bytes(byte @Nullable [] value) {
        set((s, at) -> s.setBytes(at, value));
    }

    @Override
    public void json(@Nullable Object value) {
        set((s, at) -> s.setObject(at, value == null ? null : Json.write(value), Types.OTHER));
    }

    @Override
    public void object(@Nullable Object value) {
        value(value);
    }
}
