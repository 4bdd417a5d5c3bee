package quintet.test.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.ConnectionUrl;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.orm.Database;
import quintet.orm.Databases;

/** Test databases on PostgreSQL that stay for the next run, and those that do not. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class KeptDatabaseTest {
    private static final Database SERVER = Database.of(
            ConnectionUrl.parse(System.getenv("QUINTET_TEST_POSTGRES").substring("jdbc:".length())));

    private final String name = "test_kept_" + ProcessHandle.current().pid();

    private static int tables(RealDatabase database) {
        return with(database, "SELECT count(*) FROM information_schema.tables WHERE table_name = 'mark'");
    }

    private static int with(RealDatabase database, String sql) {
        try (Site site =
                Site.open(env -> Settings.of(env).secretKey("x".repeat(50)).with(database.database()))) {
            List<Integer> found = site.call(() -> Databases.current().main().query(sql, row -> row.getInt(1)));
            return found.getFirst();
        }
    }

    private static void mark(RealDatabase database) {
        try (Site site =
                Site.open(env -> Settings.of(env).secretKey("x".repeat(50)).with(database.database()))) {
            site.run(() -> Databases.current().main().execute("CREATE TABLE mark (id integer)"));
        }
    }

    @Test
    void aKeptDatabaseIsThereInTheNextRun() {
        RealDatabase first = RealDatabase.named(name, SERVER, true);
        mark(first);
        first.close();
        RealDatabase second = RealDatabase.named(name, SERVER, true);
        try {
            assertThat(tables(second)).isEqualTo(1);
        } finally {
            second.drop();
        }
        try (RealDatabase third = RealDatabase.named(name, SERVER, true)) {
            assertThat(tables(third)).isZero();
            third.drop();
        }
    }

    @Test
    void anotherReplacesWhatWasLeftOver() {
        RealDatabase left = RealDatabase.named(name + "_b", SERVER, true);
        mark(left);
        left.close();
        try (RealDatabase fresh = RealDatabase.named(name + "_b", SERVER, false)) {
            assertThat(tables(fresh)).isZero();
        }
    }
}
