package quintet.conform.ormsqlmariadb;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.conform.Kind;
import quintet.conform.ormsql.OrmSqlKind;

/**
 * The cases of {@code orm_sql} on MariaDB, which the recording does not have: rows, changes and what is read afterwards must be those
 * recorded on SQLite, and an error must be one.
 */
public final class OrmSqlMariadbKind implements Kind {
    private final OrmSqlKind cases = OrmSqlKind.onMariaDb();

    /** For the runner. */
    public OrmSqlMariadbKind() {}

    /** None: the recordings belong to {@code orm_sql}. */
    @Override
    public List<String> files() {
        return List.of();
    }

    @Override
    public Set<String> recorded(Map<String, @Nullable Object> testCase) {
        return cases.recorded(testCase);
    }

    @Override
    public void prepare(List<Map<String, @Nullable Object>> stripped) throws Exception {
        cases.prepare(stripped);
    }

    @Override
    public Map<String, @Nullable Object> answer(Map<String, @Nullable Object> stripped) {
        return cases.answer(stripped);
    }

    @Override
    public boolean matches(
            Map<String, @Nullable Object> testCase,
            Map<String, @Nullable Object> recorded,
            Map<String, @Nullable Object> answer) {
        return cases.matches(testCase, recorded, answer);
    }
}
