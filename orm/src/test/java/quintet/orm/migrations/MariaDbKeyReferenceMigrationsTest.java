package quintet.orm.migrations;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import library.MariaDb;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on MariaDB, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MariaDbKeyReferenceMigrationsTest extends KeyReferenceMigrationsTest {
    @Override
    History history() throws SQLException {
        return new History(DriverManager.getConnection(MariaDb.jdbc(MariaDb.newDatabase())));
    }

    @Override
    List<String> tables(History of) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String table : of.rows(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1")) {
            all.add(table
                    + of.rows("SHOW CREATE TABLE `" + table + "`")
                            .getFirst()
                            .lines()
                            .map(line -> line.strip()
                                    .replaceAll(",$", "")
                                    .replaceAll(" AUTO_INCREMENT=\\d+", "")
                                    // The index of a foreign key, which the server names after it if nobody made one.
                                    .replaceAll("^KEY `\\w+_[0-9a-f]{8}\\w*` \\(", "KEY ("))
                            .sorted()
                            .toList());
        }
        return all;
    }
}
