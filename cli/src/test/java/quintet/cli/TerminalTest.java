package quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Commands at a terminal: questions, the shell's prompt, and a real Ctrl-C; the tests tell one story. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "script(1) has other arguments elsewhere")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TerminalTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/) +Ctrl-C stops\\.");

    @TempDir
    private static Path folder;

    private static Generated project;

    @BeforeAll
    static void aProject() throws Exception {
        project = Polls.in(folder);
    }

    @Test
    @Order(1)
    void theShellHasAPromptThatCompletesAndEndsWithCtrlD() throws Exception {
        try (TerminalSession shell = TerminalSession.of(project, "shell")) {
            shell.await(">>> ");
            shell.type("Question.objects.create(q -> q.text = \"Why?\")\r");
            shell.await("\nQuestion 1: Why?\n");
            shell.type("Question.obj\t");
            shell.await("Question.objects");
            shell.type(".count() + 40\r");
            shell.await("\n41\n");
            shell.await(">>> ");
            shell.type("nonsense()\r");
            shell.await("cannot find symbol");
            shell.await(">>> ");
            shell.type(CTRL_D);
            assertThat(shell.exitCode()).isZero();
        }
    }

    @Test
    @Order(2)
    void flushAsksBeforeItDeletes() throws Exception {
        try (TerminalSession flush = TerminalSession.of(project, "flush")) {
            flush.await("Type 'yes' to go on");
            flush.type("no\r");
            flush.await("Nothing was deleted.");
            assertThat(flush.exitCode()).isEqualTo(1);
        }
        try (TerminalSession flush = TerminalSession.of(project, "flush")) {
            flush.await("Type 'yes' to go on");
            flush.type("yes\r");
            flush.await("Flushed default.");
            assertThat(flush.exitCode()).isZero();
        }
    }

    @Test
    @Order(3)
    void makemigrationsAsksForRenamesAndForValues() throws Exception {
        Polls.addField(project, "public java.time.LocalDate day;");
        try (TerminalSession asked = TerminalSession.of(project, "makemigrations")) {
            asked.await("Value for existing rows");
            asked.type("some day\r");
            asked.await("Value for existing rows");
            asked.type("2026-11-28\r");
            asked.await("Add field day to question");
            assertThat(asked.exitCode()).isZero();
        }
        project.replace(Polls.QUESTION, "LocalDate day;", "LocalDate shown;");
        try (TerminalSession asked = TerminalSession.of(project, "makemigrations")) {
            asked.await("Was question.day renamed to question.shown");
            asked.type("y\r");
            asked.await("Rename field day on question to shown");
            assertThat(asked.exitCode()).isZero();
        }
        assertThat(project.manage("migrate").code()).isZero();
    }

    @Test
    @Order(4)
    void ctrlCEndsTheServerAndItsChildAndFreesThePort() throws Exception {
        List<ProcessHandle> processes;
        URI address;
        try (TerminalSession server = TerminalSession.of(project, "runserver", "0")) {
            Matcher found = server.await(ADDRESS);
            address = URI.create(found.group(1));
            int status = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address.resolve("/polls/")).build(), BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(200);
            server.await("GET /polls/ ");
            processes = server.processes();
            assertThat(processes).hasSizeGreaterThanOrEqualTo(2);
            server.type(CTRL_C);
            assertThat(server.exitCode()).isEqualTo(130);
            assertThat(server.seen()).doesNotContain("Exception");
        }
        for (ProcessHandle process : processes) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(isOpen(address.getPort())).isFalse();
    }

    @Test
    @Order(5)
    void aRequestCopiedAsATestFailsAsLongAsTheSiteDoes() throws Exception {
        String views = "src/main/java/polls/Views.java";
        String good = project.read(views);
        project.replace(
                views,
                "return render(",
                "if (request.query().get(\"q\", \"\").equals(\"<1>\")) throw new"
                        + " IllegalStateException(\"broken\"); return render(");
        String source;
        try (TerminalSession server = TerminalSession.of(project, "runserver", "0")) {
            URI address = URI.create(server.await(ADDRESS).group(1));
            var page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address.resolve("/polls/?q=%3C1%3E"))
                                    .header("Accept", "text/html")
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(500);
            source = Jsoup.parse(page.body())
                    .selectXpath("//pre[@id='copy-test']")
                    .text();
            server.type(CTRL_C);
            assertThat(server.exitCode()).isEqualTo(130);
        }
        Matcher name = Pattern.compile("class (\\w+) ").matcher(source);
        assertThat(name.find()).as(source).isTrue();
        project.write("src/test/java/mysite/" + name.group(1) + ".java", source);
        Generated.Result failing = project.manage("test", "mysite." + name.group(1));
        assertThat(failing.code()).as(failing.all()).isEqualTo(1);
        assertThat(failing.out()).contains("IllegalStateException: broken").contains("polls.Views.index");
        project.write(views, good);
        assertThat(project.manage("test", "mysite." + name.group(1)).out()).isEqualTo("Found 1 test. OK\n");
    }

    private static boolean isOpen(int port) throws IOException {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }
}
