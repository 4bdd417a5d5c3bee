package quintet.orm;

import library.LibrarySite;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.Site;

/** The same on PostgreSQL, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresQueryTest extends QueryTest {
    @Override
    Site openSite() {
        return LibrarySite.onPostgres(System.getenv("QUINTET_TEST_POSTGRES"));
    }
}
