package quintet.conform.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.conform.Kind;
import quintet.conform.Values;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.SiteDefinition;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.FieldState;
import quintet.orm.Migration.Dependency;
import quintet.orm.MigrationQuestions;
import quintet.orm.ModelHistory;
import quintet.orm.Operation;
import quintet.orm.Operations;
import quintet.orm.SchemaExpr;

/** Recorded migrations: what {@code makemigrations} finds, what {@code sqlmigrate} prints, what the database looks like then. */
public final class SchemaKind implements Kind {
    private static final String APP = "app";

    @Override
    public List<String> files() {
        return List.of("schema.jsonl");
    }

    @Override
    public Set<String> recorded(Map<String, @Nullable Object> testCase) {
        Set<String> keys = new HashSet<>(testCase.keySet());
        keys.removeAll(Set.of("id", "kind", "before", "after", "answers", "operation", "db", "name", "app", "note"));
        return keys;
    }

    @Override
    public Map<String, @Nullable Object> answer(Map<String, @Nullable Object> stripped) throws Exception {
        return switch (String.valueOf(stripped.get("kind"))) {
            case "change" -> change(stripped);
            case "operation_describe" -> describe(String.valueOf(stripped.get("operation")));
            default ->
                throw new IllegalArgumentException("Cases of kind '" + stripped.get("kind")
                        + "' need the contributed apps, which are not there yet");
        };
    }

    /** PostgreSQL's state afterwards is compared where a server was at hand. */
    @Override
    public boolean matches(
            Map<String, @Nullable Object> testCase,
            Map<String, @Nullable Object> recorded,
            Map<String, @Nullable Object> answer) {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>(recorded);
        if (expected.get("postgres") instanceof Map<?, ?> postgres
                && answer.get("postgres") instanceof Map<?, ?> given
                && !given.containsKey("resulting")) {
            Map<Object, @Nullable Object> shorter = new LinkedHashMap<>(postgres);
            shorter.remove("resulting");
            expected.put("postgres", shorter);
        }
        if (String.valueOf(testCase.get("after")).contains("auto_now")) {
            // The value existing rows get is the day of the recording, or today.
            return Values.equal(withoutDays(expected), withoutDays(answer));
        }
        return Values.equal(expected, answer);
    }

    private static @Nullable Object withoutDays(@Nullable Object value) {
        return switch (value) {
            case String text -> text.replaceAll("'20\\d\\d-\\d\\d-\\d\\d[^']*'", "'DAY'");
            case List<?> list -> {
                List<@Nullable Object> result = new ArrayList<>();
                list.forEach(item -> result.add(withoutDays(item)));
                yield result;
            }
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> result = new LinkedHashMap<>();
                map.forEach((key, item) -> result.put(key, withoutDays(item)));
                yield result;
            }
            case null, default -> value;
        };
    }

    private static Map<String, @Nullable Object> change(Map<String, @Nullable Object> stripped) throws Exception {
        List<Operation> before = Models.read(stripped.get("before"));
        List<Operation> after = Models.read(stripped.get("after"));
        boolean rename = Boolean.TRUE.equals(Models.map(stripped.get("answers")).get("rename"));
        ModelHistory old = ModelHistory.EMPTY.apply(APP, before).named();
        ModelHistory target = ModelHistory.EMPTY.apply(APP, after);
        Map<String, Dependency> leaves = before.isEmpty() ? Map.of() : Map.of(APP, new Dependency(APP, "0001_initial"));
        List<ModelHistory.Planned> first =
                ModelHistory.EMPTY.changesTo(ModelHistory.EMPTY.apply(APP, before), Map.of(), new Answers(rename));
        List<ModelHistory.Planned> planned = old.changesTo(target, leaves, new Answers(rename));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("migrations", planned.stream().map(SchemaKind::migration).toList());
        answer.put("sqlite", sqlite(first, planned));
        answer.put("postgres", postgres(first, planned));
        return answer;
    }

    private static Map<String, @Nullable Object> migration(ModelHistory.Planned planned) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("name", planned.name());
        result.put("initial", planned.initial());
        result.put(
                "dependencies",
                planned.dependencies().stream()
                        .map(d -> List.of(d.app(), d.name()))
                        .toList());
        result.put(
                "operations",
                planned.operations().stream().map(Deconstructed::operation).toList());
        result.put("suggested_name", planned.suggestedName());
        return result;
    }

    private static ModelHistory state(List<ModelHistory.Planned> planned, ModelHistory from) {
        ModelHistory result = from;
        for (ModelHistory.Planned migration : planned) {
            result = result.apply(APP, migration.operations());
        }
        return result;
    }

    private static List<String> sql(String vendor, ModelHistory from, List<ModelHistory.Planned> planned) {
        List<String> lines = new ArrayList<>();
        ModelHistory state = from;
        for (ModelHistory.Planned migration : planned) {
            lines.addAll(state.sql(vendor, APP, migration.operations()));
            state = state.apply(APP, migration.operations());
        }
        return lines;
    }

    private static Map<String, @Nullable Object> sqlite(
            List<ModelHistory.Planned> first, List<ModelHistory.Planned> planned) {
        // A site's connection has the functions that Quintet adds to SQLite.
        SiteDefinition definition = env -> Settings.of(env)
                .secretKey("a-long-key-that-is-not-secret-and-signs-nothing")
                .with(Database.of(ConnectionUrl.parse("sqlite::memory:")));
        try (Site site = Site.open(definition, Env.of(Map.of()))) {
            return site.call(
                    () -> Databases.current().main().withConnection(connection -> sqlite(connection, first, planned)));
        }
    }

    private static Map<String, @Nullable Object> sqlite(
            Connection connection, List<ModelHistory.Planned> first, List<ModelHistory.Planned> planned)
            throws SQLException {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        try {
            ModelHistory state = ModelHistory.EMPTY;
            for (ModelHistory.Planned migration : first) {
                state.run(connection, APP, migration.operations());
                state = state.apply(APP, migration.operations());
            }
            answer.put("sqlmigrate", sql("sqlite", state, planned));
            for (ModelHistory.Planned migration : planned) {
                state.run(connection, APP, migration.operations());
                state = state.apply(APP, migration.operations());
            }
            answer.put("resulting_ddl", ddl(connection));
            return answer;
        } catch (RuntimeException e) {
            return error(e);
        }
    }

    private static List<String> ddl(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
                        + " AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        return statements;
    }

    private static Map<String, @Nullable Object> postgres(
            List<ModelHistory.Planned> first, List<ModelHistory.Planned> planned) throws SQLException {
        try (Connection connection = Postgres.open()) {
            sql("postgresql", ModelHistory.EMPTY, first);
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("sqlmigrate", sql("postgresql", state(first, ModelHistory.EMPTY), planned));
            if (connection != null) {
                run(connection, state(first, ModelHistory.EMPTY), planned, first);
                answer.put("resulting", Postgres.resulting(connection));
            }
            return answer;
        } catch (RuntimeException e) {
            return error(e);
        }
    }

    private static void run(
            Connection connection,
            ModelHistory before,
            List<ModelHistory.Planned> planned,
            List<ModelHistory.Planned> first) {
        ModelHistory state = ModelHistory.EMPTY;
        for (ModelHistory.Planned migration : first) {
            state.run(connection, APP, migration.operations());
            state = state.apply(APP, migration.operations());
        }
        state = before;
        for (ModelHistory.Planned migration : planned) {
            state.run(connection, APP, migration.operations());
            state = state.apply(APP, migration.operations());
        }
    }

    /** An error by the name Django gives its kind. */
    private static Map<String, @Nullable Object> error(RuntimeException e) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        switch (e.getClass().getSimpleName()) {
            case "EmptyConditionException" -> {
                answer.put("error", "EmptyResultSet");
                answer.put("message", "");
            }
            case "IncompatibleFieldsException" -> {
                answer.put("error", "ValueError");
                answer.put("message", String.valueOf(e.getMessage()));
            }
            default -> {
                if (!(e.getCause() instanceof SQLException cause)) {
                    throw e;
                }
                Map<String, @Nullable Object> refused = Postgres.error(cause, String.valueOf(e.getMessage()));
                if (refused != null) {
                    return refused;
                }
                String message = String.valueOf(cause.getMessage());
                int open = message.lastIndexOf('(');
                answer.put("error", "OperationalError");
                answer.put(
                        "message",
                        message.startsWith("[SQLITE") && open >= 0
                                ? message.substring(open + 1, message.length() - 1)
                                : message);
            }
        }
        return answer;
    }

    private static Map<String, @Nullable Object> describe(String name) {
        Operation operation = operation(name);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("describe", operation.describe());
        answer.put("formatted", operation.category().symbol() + " " + operation.describe());
        answer.put("category", operation.category().symbol());
        answer.put("name_fragment", operation.nameFragment());
        answer.put("reversible", operation.reversible());
        answer.put("reduces_to_sql", operation.reducesToSql());
        answer.put("atomic", operation instanceof Operation.RunJava);
        answer.put("elidable", false);
        return answer;
    }

    /** The operations the recording describes; it gives their names only. */
    private static Operation operation(String name) {
        return switch (name) {
            case "CreateModel" -> Operations.createModel("Thing");
            case "CreateModel_proxy" -> Operations.createModel("Thing").proxy();
            case "DeleteModel" -> Operations.deleteModel("Thing");
            case "RenameModel" -> Operations.renameModel("Thing", "Other");
            case "AlterModelTable" -> Operations.alterModelTable("Thing", "t");
            case "AlterModelTableComment" -> Operations.alterModelTableComment("Thing", "c");
            case "AlterUniqueTogether" -> new Operation.AlterUniqueTogether("Thing", List.of());
            case "AlterIndexTogether" -> new Operation.AlterIndexTogether("Thing", List.of());
            case "AlterOrderWithRespectTo" -> Operations.alterOrderWithRespectTo("Thing", "x");
            case "AlterModelOptions" -> Operations.alterModelOptions("Thing", Map.of());
            case "AddField" -> Operations.addField("Thing", "x", FieldState.of("IntegerField", Map.of()));
            case "RemoveField" -> Operations.removeField("Thing", "x");
            case "AlterField" -> Operations.alterField("Thing", "x", FieldState.of("IntegerField", Map.of()));
            case "RenameField" -> Operations.renameField("Thing", "x", "y");
            case "AddIndex" ->
                Operations.addIndex("Thing", Operations.index("x").name("i"));
            case "RemoveIndex" -> Operations.removeIndex("Thing", "i");
            case "RenameIndex" -> Operations.renameIndex("Thing", "i", "j");
            case "AddConstraint" -> Operations.addConstraint("Thing", Operations.unique("u", "x"));
            case "AddConstraint_check" ->
                Operations.addConstraint("Thing", Operations.check("c", SchemaExpr.q("x__gt", 0)));
            case "RemoveConstraint" -> Operations.removeConstraint("Thing", "c");
            case "AlterConstraint" -> Operations.alterConstraint("Thing", Operations.unique("u", "x"));
            case "RunSQL" -> Operations.runSql("SELECT 1");
            case "SeparateDatabaseAndState" -> Operations.separateDatabaseAndState(List.of(), List.of());
            default -> throw new IllegalArgumentException("Unknown operation " + name);
        };
    }

    /** The answers the recording was made with: rename or not, 0 or a fixed moment for existing rows. */
    private record Answers(boolean rename) implements MigrationQuestions {
        @Override
        public boolean renamedField(String model, String oldName, String newName, FieldState field) {
            return rename;
        }

        @Override
        public boolean renamedModel(String app, String oldName, String newName) {
            return rename;
        }

        @Override
        public Answer defaultForNew(String model, String field, FieldState state) {
            return new Answer(0);
        }

        @Override
        public Optional<Answer> defaultForNotNull(String model, String field, FieldState state) {
            return Optional.of(new Answer(0));
        }

        @Override
        public Answer defaultForAutoNowAdd(String model, String field, FieldState state) {
            return new Answer(OffsetDateTime.parse("2020-01-01T00:00:00Z"));
        }
    }
}
