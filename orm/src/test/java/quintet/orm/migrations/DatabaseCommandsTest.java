package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import library.Author;
import library.LibraryApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.CommandCall;
import quintet.core.CommandError;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.MigrationQuestions;
import quintet.orm.Migrations;
import quintet.orm.ModelHistory;
import quintet.orm.Operation;

/** Commands that look at a database or empty it, on SQLite. */
class DatabaseCommandsTest {
    @TempDir
    private Path root;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-commands")
                        .with(Database.of(ConnectionUrl.parse("sqlite:shelf.sqlite3")))
                        .apps(LibraryApp.class),
                Env.of(Map.of(), root));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String call(String... args) {
        return site.call(() -> CommandCall.of(
                        args[0], List.of(args).subList(1, args.length).toArray(String[]::new))
                .run()
                .out());
    }

    private void makeTables() {
        site.run(() -> {
            List<Operation> operations = Migrations.of(site).changes(Set.of(), MigrationQuestions.assuming()).stream()
                    .flatMap(planned -> planned.operations().stream())
                    .toList();
            Databases.current().main().withConnection(connection -> {
                ModelHistory.EMPTY.run(connection, "library", operations);
                return true;
            });
        });
    }

    private long authors() {
        return site.call(() -> Author.objects.count());
    }

    @Test
    void flushEmptiesTheTablesAndStartsNumbersAgain() {
        makeTables();
        site.run(() -> Author.objects.create(a -> a.name = "Ada"));
        assertThat(call("sqlflush"))
                .startsWith("BEGIN;\nDELETE FROM \"library_author\";\n")
                .endsWith("COMMIT;\n");
        assertThatThrownBy(() -> call("flush")).isInstanceOf(CommandError.class).hasMessageContaining("--no-input");
        assertThat(authors()).isEqualTo(1);
        assertThat(call("flush", "--no-input")).isEqualTo("Flushed default.\n");
        assertThat(authors()).isZero();
        site.run(() -> assertThat(Author.objects.create(a -> a.name = "Bea").id).isEqualTo(1));
    }

    @Test
    void withoutTablesThereIsNothingToFlush() {
        assertThat(call("flush", "--no-input")).contains("nothing to flush");
        assertThat(call("sqlflush")).isEmpty();
        assertThat(call("sqlsequencereset", "library")).isEmpty();
        assertThatThrownBy(() -> call("sqlsequencereset", "libary")).hasMessageContaining("'library'");
    }

    @Test
    void inspectdbWritesModelsForTables() {
        site.run(() -> Databases.current()
                .main()
                .executeAll(List.of(
                        "CREATE TABLE shop (id integer PRIMARY KEY AUTOINCREMENT, shop_name varchar(80) NOT NULL UNIQUE,"
                                + " opened date NULL, price decimal(6, 2) NOT NULL)",
                        "CREATE TABLE visit (shop_id integer NOT NULL REFERENCES shop (id), day text NOT NULL, \"class\""
                                + " integer NOT NULL, PRIMARY KEY (shop_id, day))",
                        "CREATE VIEW busy AS SELECT * FROM visit")));
        String all = call("inspectdb");
        assertThat(all)
                .contains("public class Shop extends Model {")
                .contains("public static final Manager<Shop> objects = new Manager<>(Shop.class);")
                .contains("    @CharField(maxLength = 80, unique = true)\n    public String shopName = \"\";")
                .contains("    @DateField\n    public @Nullable LocalDate opened;")
                .contains("    @DecimalField(maxDigits = 6, decimalPlaces = 2)\n    public BigDecimal price;")
                .contains("Meta.of(Shop.class).table(\"shop\").unmanaged();")
                .contains("public class Visit extends KeyedModel<List<Object>> {")
                .contains(
                        "    @PrimaryKey\n    @ForeignKey(onDelete = OnDelete.DO_NOTHING)\n    public Ref<Shop> shop;")
                .contains("    @IntegerField(column = \"class\")\n    public int classField;")
                .doesNotContain("class Busy");
        assertThat(call("inspectdb", "--include-views")).contains("public class Busy");
        assertThat(call("inspectdb", "shop", "nothing"))
                .contains("// There is no table 'nothing'.")
                .doesNotContain("Visit");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        for (String command : List.of("flush", "sqlflush", "inspectdb", "dbshell", "migrate", "showmigrations")) {
            assertThatThrownBy(() -> call(command, "--database", "defualt"))
                    .isInstanceOf(CommandError.class)
                    .hasMessage("There is no database 'defualt'. Did you mean 'default'?");
        }
        assertThat(call("check", "--database", "default")).contains("no issues");
        assertThat(call("check", "--deploy", "--tag", "database")).contains("no issues");
        assertThatThrownBy(() -> call("check", "--database", "defualt")).hasMessageContaining("database.E001");
    }
}
