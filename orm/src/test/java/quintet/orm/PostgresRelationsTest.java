package quintet.orm;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import press.PressSite;
import quintet.core.Site;

/** The same on PostgreSQL, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresRelationsTest extends RelationsTest {
    @Override
    Site openSite() {
        return PressSite.onPostgres(System.getenv("QUINTET_TEST_POSTGRES"));
    }
}
