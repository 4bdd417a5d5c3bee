package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import library.LibraryApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.Commands;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.MigrationQuestions;
import quintet.orm.Migrations;
import quintet.orm.ModelHistory;

class MigrationCommandsTest {
    @TempDir
    Path root;

    private Site site;
    private final StringWriter output = new StringWriter();

    @BeforeEach
    void open() {
        site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-migrations")
                        .with(Database.of(ConnectionUrl.parse("sqlite::memory:")))
                        .apps(LibraryApp.class),
                Env.of(Map.of(), root));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private int call(String... args) {
        output.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(output);
        int code = Commands.call(site, out, out, args);
        out.flush();
        return code;
    }

    @Test
    void makeMigrationsWritesTheFirstMigrationAsJava() throws IOException {
        assertThat(call("makemigrations")).as(output.toString()).isZero();
        assertThat(output.toString())
                .startsWith("Migrations for 'library':\n  src/main/java/library/migrations/M0001_initial.java\n")
                .contains("    + Create model Author\n")
                .contains("    + Create model Book\n");
        String source = Files.readString(root.resolve("src/main/java/library/migrations/M0001_initial.java"));
        assertThat(source)
                .contains("package library.migrations;")
                .contains("createModel(\"Book\")")
                .contains(".field(\"title\", charField(200))")
                .contains("foreignKey(\"library.author\").onDelete(PROTECT)")
                .contains(".field(\"in_print\", booleanField().defaultValue(true))")
                .doesNotContain("import library");
    }

    @Test
    void dryRunAndCheckWriteNothing() throws IOException {
        assertThat(call("makemigrations", "--dry-run")).isZero();
        assertThat(call("makemigrations", "--check")).isEqualTo(1);
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void anEmptyMigrationCanBeMade() throws IOException {
        assertThat(call("makemigrations", "library", "--empty", "--name", "fill"))
                .as(output.toString())
                .isZero();
        assertThat(root.resolve("src/main/java/library/migrations/M0001_fill.java"))
                .exists();
    }

    @Test
    void migrateWithoutMigrationsSaysWhatIsMissing() {
        assertThat(call("migrate")).as(output.toString()).isZero();
        assertThat(output.toString())
                .contains("No migrations to apply.")
                .contains("Your models in app(s): 'library' have changes that are not yet reflected in a migration");
        assertThat(call("migrate", "library")).isEqualTo(1);
        assertThat(output.toString()).contains("does not have migrations");
        assertThat(call("showmigrations")).isZero();
        assertThat(output.toString()).contains("library\n (no migrations)");
    }

    @Test
    void aDatabaseInMemoryIsNothingForDeployment() {
        assertThat(call("check", "--deploy", "--tag", "database")).isZero();
        assertThat(output.toString()).contains("(quintet.W003) The database 'default' is in memory");
    }

    @Test
    void theTablesOfTheModelsWorkWithTheModels() {
        List<ModelHistory.Planned> planned = Migrations.of(site).changes(Set.of(), MigrationQuestions.refusing());
        site.run(() -> {
            Databases.current().main().withConnection(connection -> {
                ModelHistory.EMPTY.run(connection, "library", planned.getFirst().operations());
                return true;
            });
            library.Author author = library.Author.objects.create(a -> a.name = "Ann");
            assertThat(library.Author.objects.get(author.id).name).isEqualTo("Ann");
        });
        assertThat(ModelHistory.EMPTY
                        .apply("library", planned.getFirst().operations())
                        .models())
                .contains("library.book", "library.review");
    }
}
