package quintet.orm.migrations;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import library.Postgres;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on PostgreSQL, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresKeyReferenceMigrationsTest extends KeyReferenceMigrationsTest {
    @Override
    History history() throws SQLException {
        return new History(DriverManager.getConnection(Postgres.jdbc(Postgres.newDatabase())));
    }

    @Override
    List<String> tables(History of) throws SQLException {
        return of.rows("""
                SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable
                FROM information_schema.columns WHERE table_schema = 'public'
                UNION ALL
                SELECT c.conrelid::regclass || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
                FROM pg_constraint c WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('f', 'u', 'p', 'c')
                UNION ALL
                SELECT indexname || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
                ORDER BY 1
                """);
    }
}
