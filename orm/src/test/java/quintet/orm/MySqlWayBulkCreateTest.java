package quintet.orm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import library.MariaDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import press.PressSite;
import quintet.core.Site;

/** The same where INSERT gives nothing back, as on MySQL, which a MariaDB server stands in for. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MySqlWayBulkCreateTest extends BulkCreateTest {
    @Override
    Site openSite() {
        return MariaDb.asMySql(PressSite.open(MariaDb.newDatabase()));
    }

    /** MySQL names the new row, which MariaDB cannot read. */
    @Test
    @Override
    void rowsThatAreThereAreLeftOrChanged() {
        assertThatThrownBy(super::rowsThatAreThereAreLeftOrChanged)
                .hasMessageContaining("AS new ON DUPLICATE KEY UPDATE");
    }
}
