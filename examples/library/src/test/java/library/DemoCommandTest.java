package library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./demo} and the process it starts: what they say when something is in the way. */
class DemoCommandTest {
    private static final Path ROOT =
            Path.of(System.getProperty("quintet.root", "../..")).toAbsolutePath();

    @TempDir
    Path folder;

    /** How a process ended. */
    private record Ended(int code, String out, String err) {}

    private ProcessBuilder script(String... args) {
        List<String> command =
                new ArrayList<>(List.of("bash", ROOT.resolve("demo").toString()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private ProcessBuilder demo(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "mysite.Demo"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SECRET_KEY", "only-for-tests-".repeat(4));
        builder.environment().put("DATABASE_URL", "sqlite:" + folder.resolve("db.sqlite3"));
        return builder;
    }

    private static Ended run(ProcessBuilder builder) throws Exception {
        Path out = Files.createTempFile("demo", "out");
        Path err = Files.createTempFile("demo", "err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** One sentence that names what is wrong, and no stack trace. */
    private static void assertSays(Ended ended, String... parts) {
        assertThat(ended.code()).isNotZero();
        assertThat(ended.err().strip().lines()).as(ended.err()).hasSize(1);
        assertThat(ended.err()).contains(parts).doesNotContain("Exception", "\tat ");
    }

    @Test
    void helpNamesTheOptions() throws Exception {
        Ended ended = run(script("--help"));
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("--port N", "Ctrl-C");
    }

    @Test
    void nonsenseArgumentsAreExplained() throws Exception {
        assertSays(run(script("--port", "eighty")), "not 'eighty'", "./demo --port 8080");
        assertSays(run(script("--port", "70000")), "from 0 to 65535");
        assertSays(run(script("--port")), "--port needs a number");
        assertSays(run(script("serve")), "'serve'", "--help");
    }

    @Test
    void aMissingJdkIsNamedWithTheRemedy() throws Exception {
        ProcessBuilder builder = script();
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("bash", "dirname", "sed", "cat")) {
            for (String bin : List.of("/usr/bin", "/bin")) {
                if (Files.exists(Path.of(bin, tool)) && Files.notExists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), Path.of(bin, tool));
                }
            }
        }
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_HOME");
        environment.put("PATH", tools.toString());
        environment.put("QUINTET_JDK_FOLDERS", "");
        assertSays(run(builder), "No JDK 25 found", "install one");
    }

    @Test
    void aPortInUseIsNamedWithTheRemedy() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertSays(run(demo("--port", Integer.toString(taken.getLocalPort()))), "" + taken.getLocalPort(), "port");
        }
    }

    @Test
    void aBrokenDatabaseIsNamedWithTheRemedy() throws Exception {
        Files.writeString(
                folder.resolve("db.sqlite3"), "this is no database, but long enough to be looked at. ".repeat(40));
        assertSays(run(demo("--port", "0")), "db.sqlite3", "backup");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamedWithTheRemedy() throws Exception {
        ProcessBuilder builder = demo("--port", "0");
        builder.environment().put("DATABASE_URL", "sqlite:/proc/nowhere/db.sqlite3");
        assertSays(run(builder), "/proc/nowhere");
    }

    @Test
    void servesPrintsTheAddressAndStopsCleanly() throws Exception {
        Process process = demo("--port", "0").redirectErrorStream(true).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> said = new ArrayList<>();
            String address = null;
            for (String line = out.readLine(); line != null && address == null; line = out.readLine()) {
                said.add(line);
                Matcher found = Pattern.compile("http://\\S+").matcher(line);
                address = found.find() ? found.group() : null;
                if (address != null) {
                    break;
                }
            }
            assertThat(address).as("address in %s", said).isNotNull();
            assertThat(said).anyMatch(line -> line.contains("Added ") && line.contains(" books"));
            var page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address).resolve("/books/"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            // Process.destroy() would close the stream as well.
            process.toHandle().destroy();
            List<String> rest = out.lines().toList();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(rest).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }
}
