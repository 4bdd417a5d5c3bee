package quintet.orm;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on MariaDB, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MariaDbConnectionTest extends ConnectionTest {
    @Override
    String vendor() {
        return "mysql";
    }
}
