package quintet.orm.migrations;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.ConnectionUrl;

/** The same on MariaDB, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MariaDbSyncDbTest extends SyncDbTest {
    @Override
    ConnectionUrl newDatabase() {
        return library.MariaDb.newDatabase();
    }
}
