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

/** Sets parameters of MariaDB and MySQL statements. Moments are sent as text in UTC, which no session setting can shift. */
final class MySqlParameters extends Parameters {
    private final PreparedStatement statement;
    private final MySqlZones zones;
    private final ZoneId zone;
    private int place;

    MySqlParameters(PreparedStatement statement, MySqlZones zones, ZoneId zone) {
        this.statement = statement;
        this.zone = zone;
        this.zones = zones;
    }

    /** A time zone, which the server must know. */
    void zone(String name) {
        zones.check(statement, name);
        text(name);
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
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            String message = "MariaDB and MySQL have no number " + value + ".";
            throw new DataError(message, new SQLException(message));
        }
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

    /** 32 digits, which {@code uuid} and {@code char(32)} columns both take. */
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
