package quintet.orm;

import library.MariaDb;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import press.PressSite;
import quintet.core.Site;

/** The same where INSERT gives nothing back, as on MySQL, which a MariaDB server stands in for. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MySqlWayInheritanceTest extends InheritanceTest {
    @Override
    Site openSite() {
        return MariaDb.asMySql(PressSite.open(MariaDb.newDatabase()));
    }
}
