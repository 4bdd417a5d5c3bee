package quintet.orm.migrations;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.ConnectionUrl;

/** The same on PostgreSQL, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresSyncDbTest extends SyncDbTest {
    @Override
    ConnectionUrl newDatabase() {
        return library.Postgres.newDatabase();
    }
}
