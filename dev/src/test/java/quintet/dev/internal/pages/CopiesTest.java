package quintet.dev.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.Site;
import quintet.http.Request;
import quintet.test.Client;
import quintet.test.Upload;

/** Requests as commands of curl and as tests: they must run, whatever was in the request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopiesTest {
    private static final String ODD = "it's \"odd\" \\u000a $(touch x) `y` ; & | \n\t * %s \u2028 ü";

    private Site site;
    private Client browser;

    @BeforeAll
    void open(@TempDir Path folder) {
        site = Shelf.filled(Shelf.open(folder));
        browser = Shelf.browser(site);
    }

    @AfterAll
    void close() {
        site.close();
    }

    private Request posted() {
        return browser.request("POST", "/shelf/fail/?q=1")
                .header("X-Odd", "it's $(odd)")
                .header("Authorization", "Bearer geheim")
                .form(Map.of("title", ODD, ODD, List.of("a", "b"), "password", "geheim"))
                .send()
                .request()
                .orElseThrow();
    }

    @Test
    void aCommandOfCurlIsTakenByAShellAsItWasMeant() throws IOException, InterruptedException {
        String command = CurlCommand.of(posted());
        assertThat(command).doesNotContain("geheim").contains("# Left out, for they are secret: Authorization");
        List<String> words = words(command);
        assertThat(words)
                .containsSequence("-X", "POST", "http://localhost:8000/shelf/fail/?q=1")
                .containsSequence("-H", "X-Odd: it's $(odd)")
                .contains("--data-raw");
        String body = words.get(words.indexOf("--data-raw") + 1);
        assertThat(java.net.URLDecoder.decode(body, StandardCharsets.UTF_8)).contains("title=" + ODD);
    }

    /** The words that a shell gives to the command. */
    private static List<String> words(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", command.replaceFirst("^curl", "printf '%s\\\\0'"))
                .redirectErrorStream(true)
                .start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(out).isZero();
        return List.of(out.split("\0"));
    }

    @Property(tries = 200)
    void aQuotedTextHasNoWayOutOfItsQuotes(@ForAll String text) {
        String quoted = CurlCommand.quote(text);
        assertThat(quoted).startsWith("'").endsWith("'");
        assertThat(quoted.substring(1, quoted.length() - 1).replace("'\\''", ""))
                .doesNotContain("'");
    }

    @Property(tries = 200)
    void aLiteralHasNoWayOutOfItsQuotes(@ForAll String text) {
        String escaped = JavaText.escape(text).replace("\\\\", "").replace("\\\"", "");
        assertThat(escaped).doesNotContain("\"", "\n", "\r");
    }

    @Test
    void aRequestBecomesATestThatCompiles() {
        assertThat(compile(TestSource.of(posted(), 500))).isEmpty();
        Request upload = browser.request("POST", "/shelf/fail/")
                .multipart(Map.of("title", "Emma", "cover", new Upload("cover \"1\".png", new byte[7], "image/png")))
                .send()
                .request()
                .orElseThrow();
        assertThat(compile(TestSource.of(upload, 500))).isEmpty();
        Request json = browser.request("PUT", "/")
                .json(Map.of("title", ODD))
                .send()
                .request()
                .orElseThrow();
        assertThat(compile(TestSource.of(json, 404))).isEmpty();
    }

    @Test
    void theTestIsNamedAfterTheRequest() {
        Request request = browser.get("/shelf/books/99/").request().orElseThrow();
        assertThat(TestSource.of(request, 404))
                .startsWith("package shelf;\n")
                .contains(
                        "@QuintetTest(project = Mysite.class)\nclass GetShelfBooks99Test {",
                        "void getShelfBooks99Works(Client client) {",
                        ".request(\"GET\", \"/shelf/books/99/\")",
                        "// was 404");
    }

    /** What the compiler says about a source; empty when it is content. */
    private static String compile(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        String name = source.replaceFirst("(?s).*\nclass (\\w+) .*", "$1");
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///shelf/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreErrors) {
                        return source;
                    }
                };
        List<String> options = List.of(
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                System.getProperty("java.io.tmpdir"),
                "-implicit:none",
                "-Xdiags:verbose");
        boolean done = compiler.getTask(problems, null, null, check(options), null, List.of(file))
                .call();
        return done ? "" : problems + source;
    }

    /** Attributes and flow are checked; no class files are written. */
    private static List<String> check(List<String> options) {
        return java.util.stream.Stream.concat(
                        options.stream(), java.util.stream.Stream.of("-XDshould-stop.ifNoError=FLOW"))
                .toList();
    }
}
