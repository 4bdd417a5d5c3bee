package quintet.orm;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on PostgreSQL, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresConnectionTest extends ConnectionTest {
    @Override
    String vendor() {
        return "postgresql";
    }
}
