package quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Commands by their real command line, with what may go wrong; the tests tell one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineTest {
    /** What {@code ./manage} itself runs. */
    private static final List<String> TOOLS = List.of(
            "bash", "cat", "cksum", "dirname", "grep", "head", "id", "ls", "mkdir", "rm", "sed", "sort", "tail",
            "uname");

    @TempDir
    private static Path folder;

    private static Generated project;

    @BeforeAll
    static void aProject() throws Exception {
        project = Polls.in(folder);
    }

    private static void write(String name, String dependency, String operations) throws Exception {
        project.write(Polls.MIGRATIONS + "M" + name + ".java", """
                package polls.migrations;

                import static quintet.orm.Operations.*;

                import java.util.List;
                import quintet.orm.Migration;
                import quintet.orm.Operation;

                public final class M%s extends Migration {
                    @Override
                    public List<Dependency> dependencies() {
                        return List.of(new Dependency("polls", "%s"));
                    }

                    @Override
                    public List<Operation> operations() {
                        return List.of(%s);
                    }
                }
                """.formatted(name, dependency, operations));
    }

    private static void fails(Generated.Result result, String... words) {
        assertThat(result.code()).as(result.all()).isNotZero();
        assertThat(result.err()).contains(words).doesNotContain("\tat ");
    }

    @Test
    @Order(1)
    void routesAreListed() throws Exception {
        assertThat(project.manage("listurls").out()).containsPattern("/polls/ +polls:index +polls\\.\\S+");
        assertThat(project.manage("listurls", "--prefix", "polls", "--format", "json")
                        .out())
                .contains("\"path\": \"/polls/\"")
                .contains("\"name\": \"polls:index\"");
        assertThat(project.manage("listurls", "--prefix", "nowhere").err())
                .isEqualTo("No route begins with /nowhere\n");
        Generated.Result wrong = project.manage("listurls", "--format", "yaml");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("yaml").contains("json");
    }

    @Test
    @Order(2)
    void runserverHasTheSameArgumentsInHelpAndInOneProcess() throws Exception {
        String help = project.manage("help", "runserver").out();
        String own = project.manage("runserver", "--help").out();
        for (String option : List.of("--noreload", "--nostatic", "--insecure", "--debug", "--ipv6", "--port")) {
            assertThat(help).contains(option);
            assertThat(own).contains(option);
        }
        fails(project.manage("runserver", "--noreload", "--debug"), "--debug opens a port for a debugger");
        fails(project.manage("runserver", "--nostatic", "--insecure"), "say one");
        fails(project.manage("runserver", "here"), "'here' is not an address to serve at");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Generated.Result used = project.manage("runserver", port);
            assertThat(used.code()).isEqualTo(1);
            assertThat(used.all()).contains("Port " + port).doesNotContain("\tat ");
        }
    }

    @Test
    @Order(3)
    void makemigrationsLooksWithoutWriting() throws Exception {
        Polls.addField(project, "public @Nullable Integer votes;");
        Generated.Result dry = project.manage("makemigrations", "--dry-run");
        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("M0002_question_votes.java").contains("+ Add field votes to question");
        Generated.Result check = project.manage("makemigrations", "--check");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err()).contains("Run: makemigrations");
        assertThat(project.file(Polls.MIGRATIONS + "M0002_question_votes.java")).doesNotExist();
        fails(project.manage("makemigrations", "pols"), "pols", "'polls'");
        fails(project.manage("makemigrations", "--name", "with space"), "cannot be part of a class name");
    }

    @Test
    @Order(4)
    void anAppliedMigrationIsNotUpdatedButAnotherIs() throws Exception {
        fails(project.manage("makemigrations", "--update"), "Cannot update applied migration", "migrate polls");
        assertThat(project.manage("migrate", "polls", "zero").out()).contains("Unapplying polls.0001_initial... OK");
        Generated.Result updated = project.manage("makemigrations", "--update");
        assertThat(updated.all()).contains("M0001_initial.java");
        assertThat(project.read(Polls.MIGRATIONS + "M0001_initial.java")).contains("\"votes\"");
        assertThat(project.manage("migrate").out()).contains("Applying polls.0001_initial... OK");
        assertThat(project.manage("makemigrations", "--check").all()).isEqualTo("No changes detected\n");
    }

    @Test
    @Order(5)
    void anEmptyMigrationNeedsAnApp() throws Exception {
        fails(project.manage("makemigrations", "--empty"), "You must supply at least one app label");
        fails(project.manage("makemigrations", "--empty", "pols"), "pols", "'polls'");
        assertThat(project.manage("makemigrations", "--empty", "polls", "--name", "fill")
                        .out())
                .contains("M0002_fill.java");
        assertThat(project.manage("sqlmigrate", "polls", "0002").code()).isZero();
    }

    @Test
    @Order(6)
    void twoLastMigrationsAreMerged() throws Exception {
        assertThat(project.manage("makemigrations", "--merge").out()).contains("No conflicts detected to merge.");
        write("0003_left", "0002_fill", "");
        write("0003_right", "0002_fill", "runSql(\"SELECT 1\")");
        fails(project.manage("makemigrations"), "Conflicting migrations", "--merge");
        fails(project.manage("migrate"), "Conflicting migrations", "--merge");
        assertThat(project.manage("makemigrations", "--merge", "--no-input").out())
                .contains("M0004_merge_left_right.java");
        assertThat(project.manage("migrate").out()).contains("Applying polls.0004_merge_left_right... OK");
        assertThat(project.manage("showmigrations", "polls").out()).contains("[X] 0003_left\n", "[X] 0003_right\n");
    }

    @Test
    @Order(7)
    void migrationsAreSquashedAndOptimized() throws Exception {
        fails(project.manage("squashmigrations", "polls", "0002"), "needs a terminal", "--no-input");
        fails(project.manage("squashmigrations", "pols", "0002"), "'polls'");
        fails(project.manage("squashmigrations", "polls", "0009", "--no-input"), "0009");
        Generated.Result squashed = project.manage("squashmigrations", "polls", "0002", "--no-input");
        assertThat(squashed.out())
                .contains(" - 0001_initial\n - 0002_fill\n")
                .contains("Created new squashed migration " + Polls.MIGRATIONS + "M0001_");
        assertThat(project.manage("makemigrations", "--check").code()).isZero();
        assertThat(project.manage("optimizemigration", "polls", "0003_left").out())
                .isEqualTo("No optimizations possible.\n");
        write(
                "0005_twice",
                "0004_merge_left_right",
                "createModel(\"Thing\").field(\"id\", quintet.orm.MigrationFields.autoId()), deleteModel(\"Thing\")");
        Generated.Result wanted = project.manage("optimizemigration", "polls", "0005", "--check");
        assertThat(wanted.code()).isEqualTo(1);
        assertThat(wanted.out()).contains("Optimizing from 2 operations to 0 operations.");
        assertThat(project.manage("optimizemigration", "polls", "0005").out())
                .contains("Optimized migration " + Polls.MIGRATIONS + "M0005_twice.java");
        fails(project.manage("optimizemigration", "polls", "0008"), "0008");
        fails(project.manage("optimizemigration", "pols", "0005"), "'polls'");
    }

    @Test
    @Order(8)
    void dbshellStartsTheDatabasesClientOrSaysHowToGetIt() throws Exception {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(at -> Files.isExecutable(Path.of(at, "sqlite3")));
        if (there) {
            assertThat(project.manage("dbshell", "--", "SELECT count(*) + 41 FROM polls_question")
                            .out())
                    .isEqualTo("41\n");
            Generated.Result wrong = project.manage("dbshell", "--", "SELECT nothing");
            fails(wrong, "nothing");
        }
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Path found = Stream.of("/usr/bin", "/bin")
                    .map(at -> Path.of(at, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + found + " \"$@\"\n");
            assertThat(tools.resolve(tool).toFile().setExecutable(true)).isTrue();
        }
        fails(
                project.manage(Map.of("PATH", tools.toString()), "", "dbshell"),
                "You appear not to have the 'sqlite3' program",
                "apt install sqlite3");
        fails(project.manage("dbshell", "--database", "defualt"), "'default'");
        fails(project.manage(Map.of("DATABASE_URL", "sqlite::memory:"), "", "dbshell"), "is in memory");
    }

    @Test
    @Order(9)
    void aDatabaseOrAnAppThatIsNotThereIsNamed() throws Exception {
        for (String command : List.of("flush", "sqlflush", "inspectdb", "migrate", "showmigrations")) {
            fails(project.manage(command, "--database", "defualt"), "There is no database 'defualt'", "'default'");
        }
        fails(project.manage("sqlsequencereset", "pols"), "'polls'");
        fails(project.manage("showmigrations", "pols"), "'polls'");
        fails(project.manage("check", "pols"), "'polls'");
        fails(project.manage("flush"), "needs a terminal", "--no-input");
        assertThat(project.manage("sqlflush").out()).contains("DELETE FROM \"polls_question\";");
        assertThat(project.manage("inspectdb", "polls_question").out())
                .contains("public @Nullable Integer votes;")
                .contains("@CharField(maxLength = 200)");
        assertThat(project.manage("findstatic", "site.css").out())
                .isEqualTo("Found 'site.css' here:\n  " + project.file("src/main/resources/static/site.css") + "\n");
        fails(project.manage("findstatic", "nothing.css"), "No matching file found for 'nothing.css'", "Looked in");
    }

    @Test
    @Order(10)
    void testsRunInOtherOrdersAndShowTheirStatements() throws Exception {
        project.write("src/test/java/polls/OrderTest.java", """
                package polls;

                import static org.junit.jupiter.api.Assertions.assertEquals;

                import org.junit.jupiter.api.Tag;
                import org.junit.jupiter.api.Test;
                import quintet.test.QuintetTest;

                @QuintetTest
                class OrderTest {
                    @Test
                    void fine() {}

                    @Test
                    @Tag("slow")
                    void counts() {
                        assertEquals(1, Question.objects.filter(Question_.text.eq("x")).count());
                    }
                }
                """);
        Generated.Result failed = project.manage("test", "polls.OrderTest", "--debug-sql", "-v", "2");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out())
                .contains("FAIL: polls.OrderTest.counts")
                .containsPattern(
                        "  SQL:\n    \\(\\d+\\.\\d+ ms\\) SELECT COUNT\\(\\*\\).*\\[x\\].*OrderTest\\.java:17");
        String back = project.manage("test", "polls.OrderTest", "--reverse", "-v", "2")
                .out();
        assertThat(back.indexOf("OrderTest.fine ...") < back.indexOf("OrderTest.counts ..."))
                .isNotEqualTo(failed.out().indexOf("OrderTest.fine ...")
                        < failed.out().indexOf("OrderTest.counts ..."));
        assertThat(project.manage("test", "--exclude-tag", "slow", "--shuffle", "7", "--durations", "1")
                        .out())
                .startsWith("Using shuffle seed: 7 (given)\n")
                .containsPattern("Slowest test durations\n\\d+\\.\\d{3} s  \\S+\n\n")
                .endsWith("Found 3 tests. OK\n");
        assertThat(project.manage("test", "--exclude-tag", "slow", "--shuffle").out())
                .containsPattern("Using shuffle seed: \\d+ \\(generated\\)\n");
        fails(project.manage("test", "--shuffle", "--reverse"), "say one");
        Generated.Result none = project.manage("test", "--tag", "nothing");
        assertThat(none.code()).isEqualTo(5);
        assertThat(none.err()).contains("No tests were found");
    }
}
