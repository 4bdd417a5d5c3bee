package quintet.orm.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.orm.Cells;

/** Dates and moments come as the driver would give them, whether PostgreSQL sends texts or its binary form. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresTimesTest {
    /** The driver asks for the binary form from the first execution on, or only from the hundredth. */
    private static final String[] THRESHOLDS = {"-1", "100"};

    private interface Check {
        void of(ResultSet rows, Cells cells) throws SQLException;
    }

    private static void read(String type, @Nullable String value, Check check) throws SQLException {
        String url = System.getenv("QUINTET_TEST_POSTGRES");
        for (String threshold : THRESHOLDS) {
            try (Connection connection = DriverManager.getConnection(
                            url + (url.contains("?") ? "&" : "?") + "prepareThreshold=" + threshold);
                    PreparedStatement statement = connection.prepareStatement("SELECT ?::text::" + type)) {
                statement.setString(1, value);
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    check.of(rows, new PostgresCells(rows));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000-01-01",
                "1999-12-31",
                "2024-02-29",
                "1582-10-10",
                "0001-01-01",
                "4713-01-01 BC",
                "9999-12-31",
                "infinity",
                "-infinity"
            })
    void datesAreThoseOfTheDriver(String value) throws SQLException {
        read("date", value, (rows, cells) -> assertThat(cells.date(1)).isEqualTo(rows.getObject(1, LocalDate.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000-01-01 00:00:00",
                "1999-12-31 23:59:59.999999",
                "1969-12-31 23:59:59.999999",
                "2024-02-29 12:34:56.789",
                "0001-01-01 00:00:00",
                "9999-12-31 23:59:59.999999",
                "infinity",
                "-infinity"
            })
    void momentsAreThoseOfTheDriver(String value) throws SQLException {
        read(
                "timestamp",
                value,
                (rows, cells) -> assertThat(cells.localDateTime(1)).isEqualTo(rows.getObject(1, LocalDateTime.class)));
        read(
                "timestamptz",
                value,
                (rows, cells) -> assertThat(cells.instant(1))
                        .isEqualTo(rows.getObject(1, OffsetDateTime.class).toInstant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "timestamp", "timestamptz"})
    void nullStaysNull(String type) throws SQLException {
        read(type, null, (rows, cells) -> {
            assertThat(cells.date(1)).isNull();
            assertThat(cells.instant(1)).isNull();
            assertThat(cells.localDateTime(1)).isNull();
        });
    }
}
