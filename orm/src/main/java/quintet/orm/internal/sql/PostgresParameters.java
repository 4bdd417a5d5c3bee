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

    private static DataError wrong(SQLException e) {
        return new DataError("A value cannot be sent to the database: " + e.getMessage(), e);
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            none();
        } else {
            try {
                statement.setObject(++place, value);
            } catch (SQLException e) {
                throw wrong(e);
            }
        }
    }

    @Override
    public void none() {
        try {
            statement.setNull(++place, Types.NULL);
        } catch (SQLException e) {
            throw wrong(e);
        }
    }

    @Override
    public void text(@Nullable String value) {
        try {
            statement.setString(++place, value);
        } catch (SQLException e) {
            throw wrong(e);
        }
    }

    @Override
    public void int64(long value) {
        try {
            statement.setLong(++place, value);
        } catch (SQLException e) {
            throw wrong(e);
        }
    }

    @Override
    public void float64(double value) {
        try {
            statement.setDouble(++place, value);
        } catch (SQLException e) {
            throw wrong(e);
        }
    }

    @Override
    public void bool(boolean value) {
        try {
            statement.setBoolean(++place, value);
        } catch (SQLException e) {
            throw wrong(e);
        }
    }

    @Override
    public void decimal(@Nullable BigDecimal value, int digits, int places) {
        BigDecimal fit = value != null && places >= 0 && value.scale() > places
                ? value.setScale(places, RoundingMode.HALF_UP)
                : value;
        try {
            statement.setBigDecimal(++place, fit);
        } catch (SQLException e) {
            throw wrong(e);
        }
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
        try {
            statement.setBytes(++place, value);
        } catch (SQLException e) {
            throw wrong(e);
        }
    }

    @Override
    public void json(@Nullable Object value) {
        try {
            statement.setObject(++place, value == null ? null : Json.write(value), Types.OTHER);
        } catch (SQLException e) {
            throw wrong(e);
        }
    }

    @Override
    public void object(@Nullable Object value) {
        value(value);
    }
}
