package quintet.orm;

import library.LibrarySite;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.Site;

/** The same on PostgreSQL, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresSaveDeleteTest extends SaveDeleteTest {
    @Override
    Site openSite() {
        return LibrarySite.onPostgres(System.getenv("QUINTET_TEST_POSTGRES"));
    }

    /** One array for each column. */
    @Override
    int statementsFor1200Rows() {
        return 1;
    }
}
