package quintet.orm;

import library.MariaDb;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import press.PressSite;
import quintet.core.Site;

/** The same on MariaDB, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MariaDbInheritanceTest extends InheritanceTest {
    @Override
    Site openSite() {
        return PressSite.open(MariaDb.newDatabase());
    }
}
