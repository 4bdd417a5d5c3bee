package quintet.orm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import library.LibrarySite;
import library.MariaDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.Site;

/** The same where INSERT gives nothing back, as on MySQL, which a MariaDB server stands in for. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MySqlWaySaveDeleteTest extends SaveDeleteTest {
    @Override
    Site openSite() {
        return MariaDb.asMySql(LibrarySite.onMariaDb());
    }

    /** MySQL compares JSON as such, which MariaDB cannot read. */
    @Test
    @Override
    void jsonNullIsNotNull() {
        assertThatThrownBy(super::jsonNullIsNotNull).hasMessageContaining("AS JSON)");
    }
}
