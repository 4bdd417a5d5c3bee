package quintet.conform.ormsql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.conform.Kind;
import quintet.core.ConnectionUrl;
import quintet.orm.CaptureQueries;
import quintet.orm.DatabaseException;
import quintet.orm.DoesNotExist;
import quintet.orm.FetchBlocked;
import quintet.orm.MultipleObjectsReturned;
import quintet.orm.QueryError;
import quintet.orm.Transactions;

/**
 * Queries and writes: each case's steps, run on SQLite and PostgreSQL in a transaction that is rolled back. Results, numbers
 * of queries, changes, errors and what is read afterwards are compared; SQL text is not.
 */
public final class OrmSqlKind implements Kind {
    private static final List<String> DATABASES = List.of("sqlite", "postgres");

    private final Map<String, Lab> labs = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, Map<String, @Nullable Object>>>> before = new LinkedHashMap<>();

    private final boolean mariaDb;

    /** For the runner. */
    public OrmSqlKind() {
        this(false);
    }

    private OrmSqlKind(boolean mariaDb) {
        this.mariaDb = mariaDb;
    }

    /** The same cases on MariaDB, whose rows must equal those recorded on SQLite. */
    public static OrmSqlKind onMariaDb() {
        return new OrmSqlKind(true);
    }

    @Override
    public List<String> files() {
        return List.of("orm_sql.jsonl");
    }

    @Override
    public Set<String> recorded(Map<String, @Nullable Object> testCase) {
        return Set.copyOf(DATABASES);
    }

    @Override
    public void prepare(List<Map<String, @Nullable Object>> stripped) throws Exception {
        Path fixture = fixture();
        if (mariaDb) {
            MariaServer server = MariaServer.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                labs.values().forEach(Lab::close);
                server.close();
            }));
            labs.put("sqlite", Lab.open(server.url(), fixture));
            return;
        }
        labs.put("sqlite", Lab.open(ConnectionUrl.parse("sqlite::memory:"), fixture));
        Server server = Server.start();
        if (server != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                Lab postgres = labs.get("postgres");
                if (postgres != null) {
                    postgres.close();
                }
                server.close();
            }));
            labs.put("postgres", Lab.open(server.url(), fixture));
        }
    }

    /** Beside the recordings. */
    private static Path fixture() {
        String shared = System.getenv("QUINTET_SHARED");
        List<Path> places = new ArrayList<>();
        if (shared != null) {
            places.add(Path.of(shared, "vectors"));
        }
        String root = System.getProperty("quintet.root", ".");
        places.add(Path.of(root, "../shared/vectors"));
        places.add(Path.of("../shared/vectors"));
        return places.stream()
                .map(place -> place.resolve("orm_fixture.json"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("orm_fixture.json is not in any of " + places));
    }

    @Override
    public Map<String, @Nullable Object> answer(Map<String, @Nullable Object> stripped) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        labs.forEach((name, lab) -> answer.put(name, answer(name, lab, stripped)));
        return answer;
    }

    private Map<String, @Nullable Object> answer(String name, Lab lab, Map<String, @Nullable Object> stripped) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        List<?> steps = (List<?>) Objects.requireNonNull(stripped.get("steps"));
        boolean writes = Writes.writes(steps) || "related_manager".equals(stripped.get("group"));
        lab.site()
                .run(() -> Transactions.atomic(() -> {
                    if (writes) {
                        lab.resetKeys();
                        before.computeIfAbsent(name, n -> Lab.snapshot());
                    }
                    CaptureQueries queries = CaptureQueries.of(() -> run(stripped, steps, answer));
                    answer.put("query_count", count(queries));
                    if (writes) {
                        answer.put(
                                "db_changes",
                                DbChanges.between(Objects.requireNonNull(before.get(name)), Lab.snapshot()));
                    }
                    Transactions.setRollback();
                }));
        return answer;
    }

    /** The recording leaves out what transactions say. */
    private static long count(CaptureQueries queries) {
        return queries.sql().stream()
                .filter(sql -> !sql.startsWith("SAVEPOINT")
                        && !sql.startsWith("RELEASE SAVEPOINT")
                        && !sql.startsWith("ROLLBACK TO SAVEPOINT"))
                .count();
    }

    private static void run(
            Map<String, @Nullable Object> stripped, List<?> steps, Map<String, @Nullable Object> answer) {
        try {
            // A savepoint of its own, so that the changes can be looked at after a failure.
            Transactions.atomic(() -> {
                Object given = new StepRunner().run(stripped.get("model"), steps);
                Object result = StepRunner.evaluate(given);
                boolean keys = Models.named(Objects.requireNonNull(stripped.get("model")))
                        .hasCompositeKey();
                answer.put("result", Results.encode(keys ? Results.withKeys(result) : result));
                if (stripped.get("access") instanceof List<?> paths) {
                    answer.put("access_values", Access.read(result, paths));
                }
                if (StepRunner.isEmpty(given)) {
                    answer.put("empty_result_set", true);
                }
            });
        } catch (QueryError | DatabaseException | DoesNotExist | MultipleObjectsReturned | FetchBlocked e) {
            answer.clear();
            answer.putAll(Failures.encode(e));
        }
    }

    @Override
    public boolean matches(
            Map<String, @Nullable Object> testCase,
            Map<String, @Nullable Object> recorded,
            Map<String, @Nullable Object> answer) {
        return mariaDb ? Comparison.sameRows(recorded, answer) : Comparison.matches(recorded, answer);
    }
}
