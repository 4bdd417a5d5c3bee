package quintet.orm;

import library.Postgres;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.ConnectionUrl;

/** The same on PostgreSQL, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresKeyReferencesTest extends KeyReferencesTest {
    @Override
    ConnectionUrl database() {
        return Postgres.newDatabase();
    }
}
