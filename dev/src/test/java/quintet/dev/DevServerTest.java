package quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.CommandError;
import quintet.http.ServerStartException;

/** The development server of a small site, as a browser, a debugger and a terminal see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevServerTest {
    private final StringWriter said = new StringWriter();
    private Path folder;
    private TestProject files;
    private DevServer server;
    private int debugPort;

    @BeforeAll
    void aServedSite(@TempDir Path temporary) throws IOException {
        folder = temporary;
        files = TestProject.in(folder);
        files.source("shop/Mysite.java", """
                package shop;
                import java.util.List;
                import quintet.core.*;
                import quintet.http.*;
                public final class Mysite extends Project {
                    @Override public Settings settings(Env env) {
                        return Settings.of(env).debug(env.bool("DEBUG", true)).secretKey("a key for a test project")
                                .apps(StaticFilesApp.class);
                    }
                    @Override public List<Route> routes() {
                        return List.of(
                                Routes.path("", Views::page),
                                Routes.path("policy/", Views::policy),
                                Routes.path("nonce/", Views::nonce),
                                Routes.path("stream/", Views::stream),
                                Routes.path("length/", CsrfDecorators.csrfExempt((Handler) Views::length)));
                    }
                }
                """);
        files.source("shop/Views.java", """
                package shop;
                import java.nio.charset.StandardCharsets;
                import quintet.http.*;
                public final class Views {
                    private static final String HTML = "<html><body>page</body></html>";
                    static Response page(Request request) {
                        return Response.ok(HTML);
                    }
                    static Response policy(Request request) {
                        return Response.ok(HTML).header("Content-Security-Policy", "default-src 'none'; img-src 'self'");
                    }
                    static Response nonce(Request request) {
                        return Response.ok(HTML).header("Content-Security-Policy", "script-src 'nonce-abc123'; connect-src 'self'");
                    }
                    static Response stream(Request request) {
                        return Response.stream("text/html; charset=utf-8", out -> {
                            out.write("<html><body>first</bo".getBytes(StandardCharsets.UTF_8));
                            out.flush();
                            out.write("dy></html>".getBytes(StandardCharsets.UTF_8));
                        });
                    }
                    static Response length(Request request) {
                        return Response.text(String.valueOf(request.body().length));
                    }
                }
                """);
        files.write("src/main/resources/static/site.css", "body { color: red }");
        try (ServerSocket free = new ServerSocket(0)) {
            debugPort = free.getLocalPort();
        }
        server = DevServer.of(
                DevProject.open(folder),
                DevServerOptions.defaults().at("127.0.0.1", 0).debug(debugPort),
                new PrintWriter(said));
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Browser browser() {
        return new Browser(server.address());
    }

    @Test
    void pagesGetTheScriptWithTheVersionTheyWereMadeOf() throws Exception {
        assertThat(browser().get("").body())
                .matches("<html><body>page<script src=\"/_dev/reload.js\\?v=\\d+\" defer></script></body></html>");
        assertThat(browser().get("_dev/reload.js?v=1").body()).contains("EventSource");
    }

    @Test
    void aPolicyLetsTheScriptThroughAndNothingElse() throws Exception {
        assertThat(browser().get("policy/").headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'");
        var nonce = browser().get("nonce/");
        assertThat(nonce.body()).contains("defer nonce=\"abc123\"></script></body>");
        assertThat(nonce.headers().firstValue("Content-Security-Policy"))
                .hasValue("script-src 'nonce-abc123'; connect-src 'self'");
    }

    @Test
    void aStreamFlowsAndGetsTheScriptOnItsWay() throws Exception {
        assertThat(browser().get("stream/").body())
                .matches("<html><body>first<script src=\"[^\"]+\" defer></script></body></html>");
    }

    @Test
    void staticFilesPassAsTheyAre() throws Exception {
        assertThat(browser().get("static/site.css").body()).isEqualTo("body { color: red }");
    }

    @Test
    void uploadsPass() throws Exception {
        assertThat(browser().post("length/", "x".repeat(2_000_000)).body()).isEqualTo("2000000");
    }

    @Test
    void aDebuggerReachesTheJvmOfTheSiteOnTheStablePort() throws Exception {
        byte[] hello = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
        try (Socket debugger = new Socket(InetAddress.getLoopbackAddress(), debugPort)) {
            debugger.setSoTimeout(30_000);
            OutputStream out = debugger.getOutputStream();
            out.write(hello);
            out.flush();
            assertThat(debugger.getInputStream().readNBytes(hello.length)).isEqualTo(hello);
        }
    }

    @Test
    void openPagesHearOfAChangedTemplate() throws Exception {
        files.write("src/main/resources/templates/other.html", "one");
        try (Socket page =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            page.setSoTimeout(30_000);
            page.getOutputStream()
                    .write("GET /_dev/reload HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = page.getInputStream();
            String first = readEvent(in);
            files.write("src/main/resources/templates/other.html", "two");
            String second = readEvent(in);
            while (second.contains("still here")) {
                second = readEvent(in);
            }
            assertThat(second).isNotEqualTo(first).contains("data: ");
        }
    }

    private static String readEvent(InputStream in) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (!text.toString(StandardCharsets.US_ASCII).matches("(?s).*(data: \\d+|still here)\n\n.*")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The stream ended: " + text);
            }
            text.write(next);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void aPortInUseIsOneSentence() {
        DevServerOptions same =
                DevServerOptions.defaults().at("127.0.0.1", server.address().getPort());
        assertThatThrownBy(() -> DevServer.of(DevProject.open(folder), same, new PrintWriter(said))
                        .start())
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining(String.valueOf(server.address().getPort()));
    }

    @Test
    void withoutReloadNothingIsPutIntoPagesAndWithoutStaticFilesThereAreNone() throws Exception {
        DevServerOptions options =
                DevServerOptions.defaults().at("127.0.0.1", 0).withoutReload().withoutStaticFiles();
        try (DevServer plain = DevServer.of(DevProject.open(folder), options, new PrintWriter(said))) {
            plain.start();
            Browser other = new Browser(plain.address());
            assertThat(other.get("").body()).isEqualTo("<html><body>page</body></html>");
            assertThat(other.get("static/site.css").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void withoutReloadAProjectThatDoesNotCompileIsNotServed(@TempDir Path other) {
        TestProject broken = TestProject.in(other);
        broken.source("shop/Mysite.java", "package shop; class Mysite {");
        DevServerOptions options =
                DevServerOptions.defaults().at("127.0.0.1", 0).withoutReload();
        StringWriter told = new StringWriter();
        assertThatThrownBy(() -> DevServer.of(DevProject.open(other), options, new PrintWriter(told))
                        .start())
                .isInstanceOf(CommandError.class);
        assertThat(told.toString()).contains("src/main/java/shop/Mysite.java:1: error: reached end of file");
    }
}
