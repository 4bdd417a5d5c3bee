package quintet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs a project as its main class does, in a JVM of its own. */
class ServeTest {
    private static final Pattern ADDRESS =
            Pattern.compile("Quintet .*(http://127\\.0\\.0\\.1:\\d+/) .*Ctrl-C stops\\.");

    @Test
    void theSiteIsServedUntilTheProcessIsToldToEnd() throws Exception {
        Process process = start("runserver", "0");
        try (BufferedReader out = reader(process)) {
            URI address = address(out);
            HttpClient client = HttpClient.newHttpClient();
            var response = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertThat(response.body()).isEqualTo("Hello");
            process.toHandle().destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(rest(out)).contains("Closed.").noneMatch(line -> line.contains("Exception"));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void optionsThatNeedAnotherProcessOrContradictAreOneSentence() throws Exception {
        assertThat(refused("runserver", "0", "--noreload", "--debug")).contains("--debug opens a port for a debugger");
        assertThat(refused("runserver", "0", "--nostatic", "--insecure")).contains("say one");
        assertThat(refused("runserver", "0", "--nostatc")).contains("Did you mean '--nostatic'?");
    }

    private static String refused(String... arguments) throws Exception {
        Process process = start(arguments);
        try (BufferedReader out = reader(process)) {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isIn(1, 2);
            List<String> lines = rest(out);
            assertThat(lines).noneMatch(line -> line.contains("\tat "));
            return String.join("\n", lines);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aPortInUseIsOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start("runserver", "127.0.0.1:" + taken.getLocalPort());
            try (BufferedReader out = reader(process)) {
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                List<String> lines = rest(out);
                assertThat(process.exitValue()).isEqualTo(1);
                assertThat(lines).anyMatch(line -> line.contains("Port " + taken.getLocalPort()));
                assertThat(lines).noneMatch(line -> line.contains("\tat "));
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void commandsAreListedAndCalled() throws Exception {
        Process process = start("help");
        try (BufferedReader out = reader(process)) {
            assertThat(rest(out))
                    .contains("[quintet]", "[sample]")
                    .anyMatch(line -> line.contains("runserver"))
                    .anyMatch(line -> line.contains("greet") && line.contains("Says hello."));
        }
        assertThat(process.waitFor()).isZero();
        Process greet = start("greet");
        try (BufferedReader out = reader(greet)) {
            assertThat(rest(out)).contains("Hello from the command");
        }
        assertThat(greet.waitFor()).isZero();
        Process unknown = start("gret");
        try (BufferedReader out = reader(unknown)) {
            assertThat(rest(out)).anyMatch(line -> line.contains("greet"));
        }
        assertThat(unknown.waitFor()).isEqualTo(2);
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "quintet.sample.Sample"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("LOG_FORMAT");
        return builder.start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static URI address(BufferedReader out) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            seen.add(line);
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
        }
        throw new AssertionError("no address: " + seen);
    }

    private static List<String> rest(BufferedReader out) {
        return out.lines().toList();
    }
}
