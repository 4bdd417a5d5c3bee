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
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.orm.DataError;
import quintet.orm.Parameters;

/** Sets parameters of SQLite statements. */
final class SqliteParameters extends Parameters {
    private final PreparedStatement statement;
    private final ZoneId zone;
    private int place;

    SqliteParameters(PreparedStatement statement, ZoneId zone) {
        this.statement = statement;
        this.zone = zone;
    }

    private static DataError wrong(SQLException e) {
        return new DataError("A value cannot be sent to the database: " + e.getMessage(), e);
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

    /** The driver makes an object of each number, and a smaller one of an int; SQLite stores both alike. */
    @Override
    public void int64(long value) {
        try {
            if (value == (int) value) {
                statement.setInt(++place, (int) value);
            } else {
                statement.setLong(++place, value);
            }
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
        int64(value ? 1 : 0);
    }

    @Override
    public void decimal(@Nullable BigDecimal value, int digits, int places) {
        if (value == null) {
            none();
            return;
        }
        BigDecimal fit = places >= 0 && value.scale() != places ? value.setScale(places, RoundingMode.HALF_UP) : value;
        if (digits >= 0 && fit.precision() - fit.scale() > digits - Math.max(places, 0)) {
            throw new DataError("The number " + value.toPlainString() + " has more digits than its column takes ("
                    + digits + ", " + places + " of them after the point).");
        }
        text(fit.toPlainString());
    }

    @Override
    public void date(@Nullable LocalDate value) {
        text(value == null ? null : SqliteText.write(value));
    }

    @Override
    public void time(@Nullable LocalTime value) {
        text(value == null ? null : SqliteText.write(value));
    }

    @Override
    public void instant(@Nullable Instant value) {
        text(value == null ? null : SqliteText.write(LocalDateTime.ofInstant(value, zone)));
    }

    @Override
    public void localDateTime(@Nullable LocalDateTime value) {
        text(value == null ? null : SqliteText.write(value));
    }

    @Override
    public void duration(@Nullable Duration value) {
        if (value == null) {
            none();
        } else {
            int64(value.toSeconds() * 1_000_000 + value.toNanosPart() / 1000);
        }
    }

    @Override
    public void uuid(@Nullable UUID value) {
        text(value == null ? null : value.toString().replace("-", ""));
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
        text(value == null ? null : Json.write(value));
    }

    @Override
    public void object(@Nullable Object value) {
        try {
            statement.setObject(++place, value);
        } catch (SQLException e) {
            throw wrong(e);
        }
    }
}
