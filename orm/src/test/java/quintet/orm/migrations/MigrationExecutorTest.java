package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.*;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.orm.Migration;
import quintet.orm.Migration.Dependency;
import quintet.orm.Operation;
import quintet.orm.internal.migrations.MigrationExecutor;
import quintet.orm.internal.migrations.MigrationExecutor.Step;
import quintet.orm.internal.migrations.MigrationRecorder;

class MigrationExecutorTest {
    private Connection connection;
    private final Map<String, List<Migration>> migrations = new LinkedHashMap<>();
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        add(
                "people",
                "0001_initial",
                List.of(),
                createModel("Person").field("id", autoId()).field("name", charField(9)));
        add(
                "library",
                "0001_initial",
                List.of("people.0001_initial"),
                createModel("Book").field("id", autoId()));
        add(
                "library",
                "0002_book_title",
                List.of("library.0001_initial"),
                addField("book", "title", charField(9).defaultValue("")));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void add(String app, String name, List<String> needs, Operation... operations) {
        add(app, new Made(app, name, needs, List.of(operations), List.of()));
    }

    private void add(String app, Migration migration) {
        migrations.computeIfAbsent(app, a -> new ArrayList<>()).add(migration);
    }

    private static Dependency key(String text) {
        int dot = text.indexOf('.');
        return new Dependency(text.substring(0, dot), text.substring(dot + 1));
    }

    private static final class Made extends Migration {
        private final String app;
        private final String name;
        private final List<String> needs;
        private final List<Operation> operations;
        private final List<Dependency> replaces;

        Made(String app, String name, List<String> needs, List<Operation> operations, List<Dependency> replaces) {
            this.app = app;
            this.name = name;
            this.needs = needs;
            this.operations = operations;
            this.replaces = replaces;
        }

        @Override
        public String app() {
            return app;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Dependency> dependencies() {
            return needs.stream().map(MigrationExecutorTest::key).toList();
        }

        @Override
        public List<Operation> operations() {
            return operations;
        }

        @Override
        public List<Dependency> replaces() {
            return replaces;
        }
    }

    private MigrationExecutor executor() throws SQLException {
        return new MigrationExecutor(connection, migrations);
    }

    private void migrate() throws SQLException {
        MigrationExecutor executor = executor();
        run(executor, executor.planAll(executor.loader().graph().leaves(null)), false, false);
    }

    private void run(MigrationExecutor executor, List<Step> plan, boolean fake, boolean fakeInitial)
            throws SQLException {
        executor.run(plan, fake, fakeInitial, new MigrationExecutor.Listener() {
            @Override
            public void finished(Step step, boolean faked) {
                events.add((step.backwards() ? "-" : "+") + step.key() + (faked ? " faked" : ""));
            }
        });
    }

    private List<String> applied() throws SQLException {
        return new MigrationRecorder(connection)
                .applied().stream().map(Dependency::toString).toList();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void appliesInTheOrderOfTheDependenciesAndOnlyOnce() throws SQLException {
        migrate();
        assertThat(events).containsExactly("+people.0001_initial", "+library.0001_initial", "+library.0002_book_title");
        events.clear();
        migrate();
        assertThat(events).isEmpty();
        assertThat(applied()).containsExactly("people.0001_initial", "library.0001_initial", "library.0002_book_title");
    }

    @Test
    void theTableOfAppliedMigrationsIsDjangos() throws SQLException {
        migrate();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT sql FROM sqlite_master WHERE name = 'django_migrations'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1))
                    .isEqualTo("CREATE TABLE \"django_migrations\" (\"id\" integer NOT NULL PRIMARY KEY AUTOINCREMENT,"
                            + " \"app\" varchar(255) NOT NULL, \"name\" varchar(255) NOT NULL,"
                            + " \"applied\" datetime NOT NULL)");
        }
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT applied FROM django_migrations")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        }
    }

    private boolean hasTable(String name) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, null, name, null)) {
            return tables.next();
        }
    }

    @Test
    void changesOnlyWhatRulesAllow() throws SQLException {
        add(
                "library",
                new Made(
                        "library",
                        "0003_rows",
                        List.of("library.0002_book_title"),
                        List.of(
                                quintet.orm.Operations.runSql("INSERT INTO nowhere VALUES (1)"),
                                quintet.orm.Operations.runSql("CREATE TABLE here (id integer)")
                                        .hints(java.util.Map.of("table", "here"))),
                        List.of()));
        MigrationExecutor executor = new MigrationExecutor(
                connection,
                migrations,
                (app, model, hints) -> model == null ? hints.containsKey("table") : app.equals("people"));
        run(executor, executor.planAll(executor.loader().graph().leaves(null)), false, false);
        assertThat(applied()).hasSize(4);
        assertThat(hasTable("people_person")).isTrue();
        assertThat(hasTable("library_book")).isFalse();
        assertThat(hasTable("here")).isTrue();
    }

    @Test
    void goesBackToAMigrationAndToZero() throws SQLException {
        migrate();
        events.clear();
        MigrationExecutor executor = executor();
        run(executor, executor.planTo("library", "0001"), false, false);
        assertThat(events).containsExactly("-library.0002_book_title");
        events.clear();
        executor = executor();
        run(executor, executor.planTo("people", "zero"), false, false);
        assertThat(events).containsExactly("-library.0001_initial", "-people.0001_initial");
        assertThat(applied()).isEmpty();
    }

    @Test
    void aDatabaseThatDjangoMadeIsTakenAsItIs() throws SQLException {
        execute(
                "CREATE TABLE django_migrations (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, app varchar(255) NOT NULL,"
                        + " name varchar(255) NOT NULL, applied datetime NOT NULL)");
        execute("CREATE TABLE people_person (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, name varchar(9) NOT NULL)");
        execute("CREATE TABLE library_book (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, title varchar(9) NOT NULL)");
        execute(
                "INSERT INTO django_migrations (app, name, applied) VALUES ('people', '0001_initial', '2020-01-01 00:00:00'),"
                        + " ('library', '0001_initial', '2020-01-01 00:00:00'), ('library', '0002_book_title', '2020-01-01 00:00:00'),"
                        + " ('auth', '0001_initial', '2020-01-01 00:00:00')");
        migrate();
        assertThat(events).isEmpty();
        assertThat(applied()).hasSize(4);
    }

    @Test
    void firstMigrationsAreTakenAsAppliedWhenTheirTablesAreThere() throws SQLException {
        execute("CREATE TABLE people_person (id integer PRIMARY KEY, name text)");
        execute("CREATE TABLE library_book (id integer PRIMARY KEY)");
        MigrationExecutor executor = executor();
        run(executor, executor.planAll(executor.loader().graph().leaves(null)), false, true);
        assertThat(events)
                .containsExactly(
                        "+people.0001_initial faked", "+library.0001_initial faked", "+library.0002_book_title");
    }

    @Test
    void fakingRecordsWithoutExecuting() throws SQLException {
        MigrationExecutor executor = executor();
        run(executor, executor.planTo("people", "0001_initial"), true, false);
        assertThat(events).containsExactly("+people.0001_initial faked");
        assertThatThrownBy(() -> execute("SELECT * FROM people_person")).hasMessageContaining("no such table");
    }

    @Test
    void aFailingMigrationIsNotRecordedAndThoseBeforeItStay() throws SQLException {
        add(
                "library",
                "0003_broken",
                List.of("library.0002_book_title"),
                addField("book", "x", integerField().defaultValue(1)),
                runSql("NONSENSE"));
        assertThatThrownBy(this::migrate).hasMessageContaining("NONSENSE");
        assertThat(applied()).containsExactly("people.0001_initial", "library.0001_initial", "library.0002_book_title");
        assertThatThrownBy(() -> execute("SELECT x FROM library_book")).hasMessageContaining("no such column");
    }

    @Test
    void anInconsistentHistoryIsReported() throws SQLException {
        migrate();
        execute("DELETE FROM django_migrations WHERE app = 'people'");
        MigrationExecutor executor = executor();
        assertThatThrownBy(() -> executor.loader().ensureConsistent("default"))
                .hasMessageContaining(
                        "Migration library.0001_initial is applied before its dependency people.0001_initial");
    }

    @Test
    void circlesAndMissingMigrationsAreNamed() {
        add("people", "0002_circle", List.of("people.0001_initial", "library.0003_circle"));
        add("library", "0003_circle", List.of("library.0002_book_title", "people.0002_circle"));
        assertThatThrownBy(this::executor).hasMessageContaining("circle").hasMessageContaining("people.0002_circle");
        migrations.get("library").removeLast();
        assertThatThrownBy(this::executor)
                .hasMessageContaining("people.0002_circle depends on library.0003_circle, which does not exist");
    }

    @Test
    void aSquashedMigrationStandsForThoseItReplaces() throws SQLException {
        migrate();
        add(
                "library",
                new Made(
                        "library",
                        "0001_squashed_0002_book_title",
                        List.of("people.0001_initial"),
                        List.of(createModel("Book").field("id", autoId()).field("title", charField(9))),
                        List.of(key("library.0001_initial"), key("library.0002_book_title"))));
        events.clear();
        migrate();
        assertThat(events).isEmpty();
        MigrationExecutor executor = executor();
        assertThat(executor.loader().applied()).contains(key("library.0001_squashed_0002_book_title"));
        executor.recordReplacements();
        assertThat(applied()).contains("library.0001_squashed_0002_book_title");
    }

    @Test
    void anAmbiguousNameIsRefused() throws SQLException {
        MigrationExecutor executor = executor();
        assertThatThrownBy(() -> executor.planTo("library", "000"))
                .hasMessageContaining("More than one migration matches");
        assertThatThrownBy(() -> executor.planTo("library", "0009"))
                .hasMessageContaining("Cannot find a migration matching");
    }
}
