package quintet.orm.internal.sql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quintet.orm.OperationalError;

/** Which servers are old enough. */
class ServerTest {
    @ParameterizedTest
    @CsvSource({"PostgreSQL, 14, 9, 15", "MariaDB, 10, 6, 10.11", "MySQL, 8, 0, 8.4", "SQLite, 3, 31, 3.37"})
    void serversThatAreTooOldAreRefused(String product, int major, int minor, String wanted) {
        assertThatThrownBy(() -> new Server(product, major, minor).requireSupported("default"))
                .isInstanceOf(OperationalError.class)
                .hasMessageStartingWith(product + " " + wanted + " or later is required (found " + major + "." + minor
                        + ") for the database default.");
    }

    @ParameterizedTest
    @CsvSource({
        "PostgreSQL, 15, 0",
        "PostgreSQL, 18, 1",
        "MariaDB, 11, 4",
        "MySQL, 8, 4",
        "SQLite, 3, 46",
        "Other, 1, 0"
    })
    void othersAreTaken(String product, int major, int minor) {
        assertThatCode(() -> new Server(product, major, minor).requireSupported("default"))
                .doesNotThrowAnyException();
    }
}
