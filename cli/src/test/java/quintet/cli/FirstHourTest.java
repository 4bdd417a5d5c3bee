package quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A new project from startproject to a model in the database, by its real command line; the tests tell one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstHourTest {
    private static final String QUESTION = """
            package polls;

            import quintet.fields.CharField;
            import quintet.orm.Manager;
            import quintet.orm.Model;

            public class Question extends Model {
                public static final Manager<Question> objects = new Manager<>(Question.class);

                @CharField(maxLength = 200)
                public String text = "";

                @Override
                public String toString() {
                    return text;
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static Generated project;

    @BeforeAll
    static void startProject() throws IOException {
        project = Generated.in(folder, "mysite");
    }

    private static Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(project.root())) {
            return all
                    .filter(Files::isRegularFile)
                    .map(file -> project.root().relativize(file).toString())
                    .filter(name -> !name.startsWith("target/"))
                    .toList()
                    .stream();
        }
    }

    @Test
    @Order(1)
    void theTreeIsAsPromised() throws IOException {
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "manage",
                        "manage.cmd",
                        "mvnw",
                        "mvnw.cmd",
                        ".mvn/find-jdk.sh",
                        ".mvn/maven.config",
                        ".mvn/wrapper/maven-wrapper.properties",
                        "pom.xml",
                        ".env",
                        ".env.example",
                        ".gitignore",
                        ".editorconfig",
                        "README.md",
                        "src/main/java/mysite/Mysite.java",
                        "src/main/resources/templates/base.html",
                        "src/main/resources/templates/404.html",
                        "src/main/resources/templates/500.html",
                        "src/main/resources/static/site.css",
                        "src/test/java/mysite/SmokeTest.java");
        assertThat(project.read(".env")).contains("DEBUG=true").containsPattern("SECRET_KEY=\\w{50}\n");
        assertThat(project.read(".gitignore").lines()).contains(".env", "target/");
        assertThat(project.file("manage")).isExecutable();
        assertThat(project.file("mvnw")).isExecutable();
        assertThat(project.read("README.md"))
                .contains("Fields are public")
                .contains("Lombok")
                .contains("Hibernate");
    }

    @Test
    @Order(2)
    void checkFindsNothingAndNothingIsCompiledTwice() throws Exception {
        Generated.Result first = project.manage("check");
        assertThat(first.all()).isEqualTo("System check identified no issues (0 silenced).\n");
        assertThat(first.code()).isZero();
        Path compiled = project.file("target/quintet-dev/classes/mysite/Mysite.class");
        assertThat(project.file("target/classes")).doesNotExist();
        var modified = Files.getLastModifiedTime(compiled);
        assertThat(project.manage("check").code()).isZero();
        assertThat(Files.getLastModifiedTime(compiled)).isEqualTo(modified);
        assertThat(project.file("target/quintet-dev/launch.aot")).isNotEmptyFile();
        // Maven ran once, for the class path and for the compiler.
        assertThat(project.file("target/quintet-dev/maven.txt")).isNotEmptyFile();
        assertThat(project.file("target/quintet-dev/maven.log")).doesNotExist();
    }

    @Test
    @Order(3)
    void startappAddsAnAppAndSaysWhatToPaste() throws Exception {
        Generated.Result result = project.manage("startapp", "polls");
        assertThat(result.all()).isEqualTo("""
                        Created polls. Add to src/main/java/mysite/Mysite.java:
                            settings: .apps(..., PollsApp.class)      routes: include("polls/", PollsApp.class)
                        """);
        assertThat(files())
                .contains(
                        "src/main/java/polls/PollsApp.java",
                        "src/main/java/polls/Views.java",
                        "src/main/java/polls/migrations/package-info.java",
                        "src/main/java/polls/commands/package-info.java",
                        "src/main/resources/polls/templates/polls/index.html",
                        "src/main/resources/polls/static/polls/.gitkeep",
                        "src/main/resources/polls/fixtures/.gitkeep",
                        "src/main/resources/polls/locale/.gitkeep",
                        "src/test/java/polls/PollsTest.java");
        assertThat(project.manage("startapp", "polls").err())
                .isEqualTo("'polls' conflicts with the name of an existing Java package of this project and cannot be"
                        + " used as an app name. Try another name.\n");
        project.replace(
                "src/main/java/mysite/Mysite.java", "StaticFilesApp.class)", "StaticFilesApp.class, PollsApp.class)");
        project.replace(
                "src/main/java/mysite/Mysite.java",
                "TemplateView.of(\"base.html\"))",
                "TemplateView.of(\"base.html\")), include(\"polls/\", PollsApp.class)");
        project.replace(
                "src/main/java/mysite/Mysite.java",
                "import static quintet.http.Routes.path;",
                "import static quintet.http.Routes.include;\nimport static quintet.http.Routes.path;");
        project.replace(
                "src/main/java/mysite/Mysite.java",
                "import quintet.Quintet;",
                "import polls.PollsApp;\nimport quintet.Quintet;");
        project.write("src/main/java/polls/Question.java", QUESTION);
    }

    @Test
    @Order(4)
    void aModelBecomesAMigrationAndATable() throws Exception {
        Generated.Result made = project.manage("makemigrations");
        assertThat(made.all()).isEqualTo("""
                        Migrations for 'polls':
                          src/main/java/polls/migrations/M0001_initial.java
                            + Create model Question
                        """);
        assertThat(project.manage("migrate").out()).contains("  Applying polls.0001_initial... OK\n");
        assertThat(project.file("db.sqlite3")).exists();
        assertThat(project.manage("makemigrations", "--check").all()).isEqualTo("No changes detected\n");
    }

    @Test
    @Order(5)
    void theShellRunsCodeFromAnOptionAndFromAScript() throws Exception {
        Generated.Result created = project.manage(
                "shell", "-c", "Question.objects.create(q -> q.text = \"Hi\"); print(Question.objects.count())");
        assertThat(created.all()).isEqualTo("1\n");
        Generated.Result script = project.manage(
                Map.of(),
                "for (Question q : Question.objects.filter(Question_.text.startsWith(\"H\"))) {\n  print(q.text);\n}\n"
                        + "print(Question.objects.all());\n",
                "shell");
        assertThat(script.all()).isEqualTo("Hi\nQuestion 1: Hi\n");
        Generated.Result wrong = project.manage("shell", "-c", "Qestion.objects.count()");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("Did you mean 'Question'?");
    }

    @Test
    @Order(6)
    void testsRunInTheProcessAndAreChosenByLabels() throws Exception {
        Generated.Result all = project.manage("test");
        assertThat(all.out()).isEqualTo("Found 2 tests. OK\n");
        assertThat(all.code()).isZero();
        assertThat(project.manage("test", "polls.PollsTest.theIndexAnswers", "--parallel")
                        .out())
                .isEqualTo("Found 1 test. OK\n");
        Generated.Result unknown = project.manage("test", "poll");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("There is no test package, class or method 'poll'.");
        project.write("src/test/java/polls/FailingTest.java", """
                package polls;

                import static org.junit.jupiter.api.Assertions.assertEquals;

                import org.junit.jupiter.api.Test;

                class FailingTest {
                    @Test
                    void sumsAreRight() {
                        assertEquals(5, 2 + 2);
                    }
                }
                """);
        Generated.Result failed = project.manage("test", "polls", "--failfast");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out())
                .contains("FAIL: polls.FailingTest.sumsAreRight")
                .contains("FailingTest.java:10")
                .contains("FAILED (failures=1, errors=0");
        Files.delete(project.file("src/test/java/polls/FailingTest.java"));
    }

    @Test
    @Order(7)
    void aBrokenViewDoesNotStopMigrations() throws Exception {
        project.replace("src/main/java/polls/Views.java", "return render", "retrun render");
        project.replace("src/main/java/polls/Question.java", "    @Override", "    public int votes;\n\n    @Override");
        Generated.Result made = project.manage("makemigrations", "-n", "votes", "--default", "polls.Question.votes=0");
        assertThat(made.err()).contains("Views.java:13: error: ");
        assertThat(made.out())
                .contains("src/main/java/polls/migrations/M0002_votes.java")
                .contains("+ Add field votes");
        assertThat(made.code()).isZero();
        Generated.Result migrated = project.manage("migrate");
        assertThat(migrated.out()).contains("Applying polls.0002_votes... OK");
        assertThat(migrated.err()).contains("Views.java:13: error: ");
        Generated.Result tested = project.manage("test");
        assertThat(tested.code()).isEqualTo(1);
        assertThat(tested.err()).contains("Views.java:13: error: ").contains("nothing was run");
        project.replace("src/main/java/polls/Views.java", "retrun render", "return render");
    }

    @Test
    @Order(8)
    void ownCommandsAreFoundByTheirPlace() throws Exception {
        project.write("src/main/java/polls/commands/Count.java", """
                package polls.commands;

                import picocli.CommandLine;
                import polls.Question;
                import quintet.core.Command;

                @CommandLine.Command(description = "Counts the questions.")
                public final class Count extends Command {
                    @Override
                    protected void handle() {
                        out().println(style().success(Question.objects.count() + " questions"));
                    }
                }
                """);
        assertThat(project.manage("count").all()).isEqualTo("1 questions\n");
        assertThat(project.manage("count", "--force-color").out()).isEqualTo("\u001b[1;32m1 questions\u001b[0m\n");
        assertThat(project.manage("help", "migrate").out()).startsWith("Usage: ./manage migrate ");
        assertThat(project.manage("help").out()).contains("[polls]").containsPattern("count +Counts the questions\\.");
        assertThat(project.manage("completion", "bash").out())
                .contains("makemigrations")
                .contains("--dry-run");
    }

    @Test
    @Order(9)
    void mistakesAreOneSentence() throws Exception {
        assertThat(project.manage("chek"))
                .isEqualTo(new Generated.Result(2, "", "Unknown command: 'chek'. Did you mean 'check'?\n"));
        assertThat(project.manage("migrate", "--databse", "x").err())
                .contains("Unknown option: '--databse'. Did you mean '--database'?")
                .contains("See: ./manage help migrate");
        assertThat(project.manage("migrate", "pols").err()).contains("pols").contains("'polls'");
        assertThat(project.manage("sqlmigrate", "polls", "0009").code()).isEqualTo(1);
        assertThat(project.manage("migrate", "--database", "other").err())
                .contains("other")
                .doesNotContain("\tat ");
        assertThat(project.manage("startapp", "class").err()).contains("class is a word of the Java language");
        assertThat(project.manage("startapp", "java").err())
                .contains("conflicts with the name of an existing Java package");
        assertThat(project.manage(Map.of("DATABASE_URL", "sqlite:no/such/folder/db.sqlite3"), "", "migrate"))
                .satisfies(result -> {
                    assertThat(result.code()).isEqualTo(1);
                    assertThat(result.err()).contains("no/such/folder").doesNotContain("\tat ");
                });
        assertThat(project.manage("check", "--settings", "mysite.Other").err())
                .contains("There is no class 'mysite.Other' for --settings.");
        Path env = project.file(".env");
        Files.move(env, project.file("env.moved"));
        try {
            assertThat(project.manage("check").err()).isEqualTo("SECRET_KEY is not set. Run: cp .env.example .env\n");
        } finally {
            Files.move(project.file("env.moved"), env);
        }
    }

    @Test
    @Order(10)
    void renamesNeedATerminalOrAFlag() throws Exception {
        project.replace("src/main/java/polls/Question.java", "public int votes;", "public int score;");
        Generated.Result asked = project.manage("makemigrations");
        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.err()).contains("--rename");
        Generated.Result told = project.manage("makemigrations", "--rename", "question.votes=score");
        assertThat(told.out()).contains("Rename field votes on question to score");
        assertThat(project.manage("migrate").code()).isZero();
    }
}
