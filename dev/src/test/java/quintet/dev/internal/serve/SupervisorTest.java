package quintet.dev.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import quintet.dev.internal.child.ChildOrder;
import quintet.dev.internal.compile.CompileResult;
import quintet.dev.internal.compile.CompilerOptions;
import quintet.dev.internal.compile.IncrementalCompiler;
import quintet.http.Server;
import quintet.http.ServerSettings;

/** A project that is edited while it is served by a real child process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupervisorTest {
    private Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private Supervisor supervisor;
    private Server server;

    @BeforeAll
    void aServedProject(@TempDir Path temporary) throws IOException {
        folder = temporary;
        write("shop/Mysite.java", """
                package shop;
                import java.util.List;
                import quintet.core.*;
                import quintet.http.*;
                public final class Mysite extends Project {
                    @Override public Settings settings(Env env) {
                        return Settings.of(env).debug(true).secretKey("a key for a test project");
                    }
                    @Override public List<Route> routes() {
                        return List.of(Routes.path("", Views::index).name("index"), Routes.path("slow/", Views::slow).name("slow"));
                    }
                }
                """);
        write("shop/Prices.java", "package shop; public class Prices { public static final int TAX = 3; }");
        views("\"price \" + Prices.TAX");
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .toList();
        Path output = folder.resolve("target/classes");
        IncrementalCompiler compiler = new IncrementalCompiler(new CompilerOptions(
                List.of(folder.resolve("src")),
                classPath,
                List.of(),
                List.of("-parameters"),
                output,
                folder.resolve("target/generated")));
        ChildOptions child =
                new ChildOptions(folder, classPath, List.of(), Map.of(), folder.resolve("target/dev"), false);
        supervisor = new Supervisor(new FolderBuild(folder, compiler, child), true, new PrintWriter(System.out));
        supervisor.open();
        server = Server.of(ServerSettings.defaults().port(0).requestLog(false), supervisor);
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop(Duration.ofMillis(100));
        supervisor.close();
    }

    /** A project without Maven. */
    private record FolderBuild(Path root, IncrementalCompiler compiler, ChildOptions child) implements Build {
        @Override
        public CompileResult compile() throws IOException {
            return compiler.compile();
        }

        @Override
        public void warmUp() throws IOException {
            compiler.warmUp();
        }

        @Override
        public boolean refresh() {
            return false;
        }

        @Override
        public List<Path> poms() {
            return List.of();
        }

        @Override
        public ChildOrder order(boolean first) {
            return new ChildOrder(
                    "shop.Mysite",
                    List.of(root.resolve("target/classes")),
                    first,
                    ChildOrder.StaticFilesChoice.SETTINGS,
                    "./manage");
        }

        @Override
        public List<Path> sources() {
            return List.of(root.resolve("src"));
        }

        @Override
        public List<Path> resources() {
            return List.of();
        }
    }

    private void views(String expression) {
        write("shop/Views.java", """
                package shop;
                import quintet.http.*;
                public final class Views {
                    static int calls;
                    static Response index(Request request) {
                        calls++;
                        return Response.text(%s);
                    }
                    static Response slow(Request request) {
                        try {
                            Thread.sleep(300);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return Response.ok("<html><body>slow</body></html>");
                    }
                }
                """.formatted(expression));
    }

    private void write(String name, String text) {
        try {
            Path file = folder.resolve("src").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = server.address().resolve(path);
        return browser.send(
                HttpRequest.newBuilder(uri).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String body() throws IOException, InterruptedException {
        supervisor.look();
        return get("").body();
    }

    @Test
    @Order(1)
    void aChangedBodyIsTakenOverAndKeepsTheStateOfTheProcess() throws Exception {
        assertThat(body()).isEqualTo("price 3");
        views("\"calls \" + calls");
        assertThat(body()).isEqualTo("calls 2");
    }

    @Test
    @Order(2)
    void aChangedShapeStartsANewProcess() throws Exception {
        views(
                "name() + calls); } static String name() { return \"fresh \"; } static Response other() { return Response.text(\"\"");
        assertThat(body()).isEqualTo("fresh 1");
    }

    @Test
    @Order(3)
    void aChangedConstantIsSeenWhereItWasCopied() throws Exception {
        views("\"price \" + Prices.TAX");
        assertThat(body()).isEqualTo("price 3");
        write("shop/Prices.java", "package shop; public class Prices { public static final int TAX = 7; }");
        assertThat(body()).isEqualTo("price 7");
    }

    @Test
    @Order(4)
    void aSyntaxErrorIsShownWithItsLineUntilItIsMended() throws Exception {
        views("\"price \" + Prices.TAXX <script>");
        supervisor.look();
        HttpResponse<String> broken = get("");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body())
                .contains("The project does not compile")
                .contains("src/shop/Views.java:7")
                .contains("Prices.TAXX &lt;script&gt;")
                .contains(ReloadScript.PATH);
        views("\"price \" + Prices.TAX");
        assertThat(body()).isEqualTo("price 7");
    }

    @Test
    @Order(5)
    void aSiteThatDoesNotStartSaysWhy() throws Exception {
        String good = Files.readString(folder.resolve("src/shop/Mysite.java"));
        write(
                "shop/Mysite.java",
                good.replace("Settings.of(env)", "Settings.of(missing(env))")
                        .replace(
                                "@Override public List",
                                "private static Env missing(Env env) { env.require(\"SHOP_TOKEN\"); return env; } @Override public List"));
        supervisor.look();
        assertThat(get("").body()).contains("The site does not start").contains("SHOP_TOKEN is not set");
        write("shop/Mysite.java", good);
        assertThat(body()).isEqualTo("price 7");
    }

    @Test
    @Order(6)
    void htmlPagesGetTheScriptThatRefreshesThem() throws Exception {
        assertThat(get("slow/").body())
                .matches("<html><body>slow<script src=\"/_dev/reload\\.js\\?v=\\d+\" defer></script></body></html>");
        assertThat(get("_dev/reload.js").headers().firstValue("Content-Type"))
                .hasValue("text/javascript; charset=utf-8");
    }

    @Test
    @Order(7)
    void requestsThatComeDuringChangesWaitAndNoneFails() throws Exception {
        AtomicBoolean editing = new AtomicBoolean(true);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Integer>>> seen = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String path = i % 5 == 0 ? "slow/" : "";
                seen.add(clients.submit(() -> {
                    List<Integer> statuses = new ArrayList<>();
                    while (editing.get()) {
                        statuses.add(get(path).statusCode());
                    }
                    return statuses;
                }));
            }
            try {
                for (int edit = 0; edit < 6; edit++) {
                    String method =
                            edit % 2 == 0 ? "" : "); } static Response more" + edit + "() { return Response.text(\"\"";
                    views("\"edit " + edit + "\"" + method);
                    supervisor.look();
                    assertThat(get("").body()).isEqualTo("edit " + edit);
                }
            } finally {
                editing.set(false);
            }
            for (Future<List<Integer>> client : seen) {
                assertThat(client.get()).isNotEmpty().containsOnly(200);
            }
        }
    }
}
