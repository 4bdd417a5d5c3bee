package quintet.orm;

import library.LibrarySite;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.Site;

/** The same on MariaDB, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MariaDbSaveDeleteTest extends SaveDeleteTest {
    @Override
    Site openSite() {
        return LibrarySite.onMariaDb();
    }
}
