package quintet.orm;

import library.MariaDb;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.ConnectionUrl;

/** The same on MariaDB, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MariaDbKeyReferencesTest extends KeyReferencesTest {
    @Override
    ConnectionUrl database() {
        return MariaDb.newDatabase();
    }
}
