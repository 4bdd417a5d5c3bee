package quintet.http.internal.statics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.http.Routes.path;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.Commands;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.Converter;
import quintet.http.FolderView;
import quintet.http.Project;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.ServedDefinition;
import quintet.http.Server;
import quintet.http.ServerSettings;
import quintet.http.SiteHandler;
import quintet.http.StaticFiles;
import quintet.http.StaticFilesApp;
import quintet.http.StaticStorage;

class StaticServingTest {
    private static final String CSS =
            "a{background:url(../img/p.png)}" + " /* a comment that compresses well */".repeat(60);

    @TempDir
    Path root;

    private Site site;
    private Server server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final class Demo extends Project {
        private final UnaryOperator<StaticFiles> files;
        private final boolean debug;

        Demo(boolean debug, UnaryOperator<StaticFiles> files) {
            this.debug = debug;
            this.files = files;
        }

        @Override
        public Settings settings(Env env) {
            return Settings.of(env)
                    .debug(debug)
                    .secretKey("a long and random key that only this test knows")
                    .allowedHosts("127.0.0.1")
                    .with(files.apply(StaticFiles.defaults().dir(Path.of("assets"))))
                    .apps(StaticFilesApp.class);
        }

        @Override
        public List<Route> routes() {
            return List.of(
                    path(
                            "media/<rest>",
                            Converter.PATH,
                            FolderView.of(root.resolve("assets")).withIndex()),
                    FolderView.of(root.resolve("assets")).withIndex().at("files/"),
                    FolderView.of(root.resolve("assets")).at("plain/"),
                    path("page/", r -> Response.text("page")));
        }
    }

    @BeforeEach
    void files() throws Exception {
        Files.createDirectories(root.resolve("assets/css"));
        Files.createDirectories(root.resolve("assets/img"));
        Files.writeString(root.resolve("assets/css/site.css"), CSS);
        Files.writeString(root.resolve("assets/img/p.png"), "0123456789");
        Files.writeString(root.resolve("secret.txt"), "secret");
    }

    @AfterEach
    void closeAll() {
        close();
        http.close();
    }

    private void close() {
        if (server != null) server.close();
        if (site != null) site.close();
    }

    private void serve(boolean debug, UnaryOperator<StaticFiles> files) {
        site = Site.open(new Demo(debug, files), Env.of(Map.of(), root));
        server = Server.of(ServerSettings.defaults().port(0), site.service(SiteHandler.class));
        server.start();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void servesFilesWithTypeTagAndTime() throws Exception {
        serve(false, files -> files);
        HttpResponse<byte[]> response = get("/static/css/site.css");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(text(response)).isEqualTo(CSS);
        assertThat(header(response, "content-type")).isEqualTo("text/css; charset=utf-8");
        assertThat(header(response, "cache-control")).isEqualTo("max-age=60, public");
        assertThat(header(response, "vary")).isEqualTo("Accept-Encoding");
        assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(get("/static/css/site.css", "If-None-Match", header(response, "etag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/static/css/site.css", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(get("/static/css/site.css", "If-Modified-Since", header(response, "last-modified"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/page/").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsCompressedFilesToThoseWhoTakeThem() throws Exception {
        serve(false, files -> files);
        HttpResponse<byte[]> packed = get("/static/css/site.css", "Accept-Encoding", "br, gzip");
        assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
        assertThat(packed.body().length).isLessThan(CSS.length() / 2);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(CSS);
        }
        String plainTag = header(get("/static/css/site.css"), "etag");
        assertThat(header(packed, "etag")).isNotEqualTo(plainTag);
        assertThat(get("/static/css/site.css", "Accept-Encoding", "gzip", "If-None-Match", "W/" + plainTag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(header(get("/static/css/site.css", "Accept-Encoding", "gzip;q=0"), "content-encoding"))
                .isEmpty();
        assertThat(header(get("/static/img/p.png", "Accept-Encoding", "gzip"), "content-encoding"))
                .isEmpty();
    }

    @Test
    void sendsParts() throws Exception {
        for (boolean debug : new boolean[] {true, false}) {
            serve(debug, files -> files);
            HttpResponse<byte[]> part = get("/static/img/p.png", "Range", "bytes=2-4");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(text(part)).isEqualTo("234");
            assertThat(header(part, "content-range")).isEqualTo("bytes 2-4/10");
            assertThat(text(get("/static/img/p.png", "Range", "bytes=-2"))).isEqualTo("89");
            assertThat(text(get("/static/img/p.png", "Range", "bytes=2-4", "If-Range", "\"old\"")))
                    .isEqualTo("0123456789");
            HttpResponse<byte[]> behind = get("/static/img/p.png", "Range", "bytes=10-");
            assertThat(behind.statusCode()).isEqualTo(416);
            assertThat(header(behind, "content-range")).isEqualTo("bytes */10");
            close();
        }
    }

    @Test
    void inDebugModeAnEditShowsAtOnce() throws Exception {
        serve(true, files -> files.hashed(true));
        assertThat(text(get("/static/css/site.css"))).isEqualTo(CSS);
        Files.writeString(root.resolve("assets/css/site.css"), "b{}");
        HttpResponse<byte[]> response = get("/static/css/site.css");
        assertThat(text(response)).isEqualTo("b{}");
        assertThat(header(response, "cache-control")).isEqualTo("max-age=0, public");
        assertThat(site.call(() -> StaticStorage.current().url("css/site.css"))).isEqualTo("/static/css/site.css");
    }

    @Test
    void hashedNamesMayBeKeptForEver() throws Exception {
        serve(false, files -> files.hashed(true));
        StaticStorage storage = site.service(StaticStorage.class);
        String css = storage.url("css/site.css");
        String image = storage.url("img/p.png");
        assertThat(css).matches("/static/css/site\\.[0-9a-f]{12}\\.css");
        HttpResponse<byte[]> response = get(css);
        assertThat(header(response, "cache-control")).contains("immutable");
        assertThat(text(response)).contains("url(\"../img/" + image.substring("/static/img/".length()) + "\")");
        assertThat(text(get(image))).isEqualTo("0123456789");
        assertThat(header(get("/static/css/site.css"), "cache-control")).doesNotContain("immutable");
        assertThatThrownBy(() -> storage.url("none.css"))
                .hasMessage("Missing staticfiles manifest entry for 'none.css'");
    }

    @Test
    void nothingOutsideItsFoldersIsServed() throws Exception {
        serve(false, files -> files);
        for (String path : List.of(
                "/static/../secret.txt",
                "/static/%2e%2e/secret.txt",
                "/static/..%2fsecret.txt",
                "/static/css/..%2f..%2f..%2fsecret.txt",
                "/static/%5c..%5csecret.txt",
                "/static//etc/passwd",
                "/static/",
                "/static/css",
                "/static/css/",
                "/static/%00",
                "/media/..%2fsecret.txt",
                "/media/%2fetc/passwd")) {
            HttpResponse<byte[]> response = get(path);
            assertThat(response.statusCode()).as(path).isIn(400, 404);
            assertThat(text(response)).doesNotContain("secret\n").isNotEqualTo("secret");
        }
    }

    @Test
    void runserverSaysWhetherFilesAreServedWhateverTheSettingsSay() throws Exception {
        for (boolean served : List.of(true, false)) {
            ServedDefinition definition = new ServedDefinition(new Demo(false, files -> files.serve(!served)), served);
            try (Site other = Site.open(definition, Env.of(Map.of(), root));
                    Server listening = Server.of(ServerSettings.defaults().port(0), other.service(SiteHandler.class))) {
                listening.start();
                HttpRequest request = HttpRequest.newBuilder(listening.address().resolve("/static/css/site.css"))
                        .build();
                assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(served ? 200 : 404);
            }
        }
    }

    @Test
    void otherMethodsAreNotAllowed() throws Exception {
        serve(false, files -> files);
        HttpRequest post = HttpRequest.newBuilder(server.address().resolve("/static/img/p.png"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(http.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void aFolderViewServesFilesAndLists() throws Exception {
        serve(true, files -> files);
        assertThat(text(get("/media/img/p.png"))).isEqualTo("0123456789");
        assertThat(text(get("/media/css/"))).contains("Index of /css/").contains("<a href=\"./site.css\">site.css</a>");
        assertThat(text(get("/media/css/"))).contains("<a href=\"../\">../</a>");
        assertThat(get("/media/none").statusCode()).isEqualTo(404);
        assertThat(get("/media/css/site.css/").statusCode()).isEqualTo(404);
    }

    @Test
    void aFolderIsListedAtAnAddressWithASlash() throws Exception {
        serve(true, files -> files);
        HttpResponse<byte[]> moved = get("/files/css");
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(header(moved, "location")).isEqualTo("./css/");
        assertThat(text(get("/files/")))
                .contains("Index of /<")
                .contains("<a href=\"./css/\">css/</a>")
                .doesNotContain("../");
        assertThat(text(get("/files/css/site.css"))).isEqualTo(CSS);
    }

    @Test
    void withoutIndexAFolderIsNotFound() throws Exception {
        serve(true, files -> files);
        assertThat(get("/plain/css/site.css").statusCode()).isEqualTo(200);
        assertThat(get("/plain/css/").statusCode()).isEqualTo(404);
        assertThat(get("/plain/css").statusCode()).isEqualTo(404);
        assertThat(get("/plain/").statusCode()).isEqualTo(404);
    }

    @Test
    void aListEscapesNamesAndHidesDotFiles() throws Exception {
        String hostile = "<img src=x onerror=alert(1)>&\"'.txt";
        String query = "a?b#c%20d é.txt";
        Files.createDirectories(root.resolve("assets/<b>"));
        Files.writeString(root.resolve("assets/<b>").resolve(hostile), "1");
        Files.writeString(root.resolve("assets/<b>").resolve(query), "2");
        Files.writeString(root.resolve("assets/<b>/.hidden"), "3");
        serve(true, files -> files);
        String list = text(get("/files/%3Cb%3E/"));
        assertThat(list)
                .contains("<title>Index of /&lt;b&gt;/</title>")
                .contains(">&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#x27;.txt</a>")
                .contains("href=\"./a%3Fb%23c%2520d%20%C3%A9.txt\"")
                .doesNotContain("<img")
                .doesNotContain("<b>")
                .doesNotContain("hidden");
        assertThat(text(get("/files/%3Cb%3E/a%3Fb%23c%2520d%20%C3%A9.txt"))).isEqualTo("2");
    }

    @Test
    void aFolderViewNeverLeavesItsFolder() throws Exception {
        serve(true, files -> files);
        for (String path : List.of(
                "..%2fsecret.txt",
                "%2e%2e/secret.txt",
                "css/..%2f..%2fsecret.txt",
                "css/%2e%2e%2f%2e%2e/secret.txt",
                "..%5csecret.txt",
                "%2fetc/passwd",
                "/etc/passwd",
                "..%2f",
                "%2e%2e/",
                "..",
                "css%00/",
                "c:/",
                root.resolve("secret.txt").toString().substring(1))) {
            for (String view : List.of("/files/", "/media/", "/plain/")) {
                HttpResponse<byte[]> response = get(view + path);
                assertThat(response.statusCode()).as(view + path).isIn(400, 404);
                assertThat(text(response)).doesNotContain("Index of").isNotEqualTo("secret");
            }
        }
    }

    @Test
    void appsBringTheirFilesFromTheClassPath() throws Exception {
        serve(false, files -> files);
        assertThat(text(get("/static/for-tests/hello.txt"))).isEqualToIgnoringNewLines("hello from the class path");
    }

    @Test
    void collectsAndFindsFiles() throws Exception {
        serve(false, files -> files.hashed(true).root(Path.of("collected")));
        Path collected = root.resolve("collected");
        assertThat(run("collectstatic", "--noinput", "-i", "*.txt"))
                .contains("2 static files copied to '" + collected + "', 2 post-processed.");
        assertThat(Files.readString(collected.resolve(Manifest.FILE))).contains("\"css/site.css\": \"css/site.");
        assertThat(run("collectstatic", "--noinput", "-i", "*.txt"))
                .contains("0 static files copied")
                .contains("2 unmodified");
        assertThat(run("findstatic", "css/site.css"))
                .contains("Found 'css/site.css' here:")
                .contains("assets");
        String before = site.service(StaticStorage.class).url("css/site.css");
        close();
        serve(false, files -> StaticFiles.defaults().hashed(true).root(Path.of("collected")));
        String url = site.service(StaticStorage.class).url("css/site.css");
        assertThat(url).isEqualTo(before);
        HttpResponse<byte[]> response = get(url);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "cache-control")).contains("immutable");
    }

    @Test
    void aFileFoundByTwoWaysIsListedOnce() throws Exception {
        serve(true, files -> files.dir(root.resolve("assets")).dir("more", Path.of("assets")));
        assertThat(run("findstatic", "css/site.css"))
                .isEqualTo("Found 'css/site.css' here:\n  " + root.resolve("assets/css/site.css") + "\n");
    }

    private String run(String... line) {
        StringWriter out = new StringWriter();
        int exit = Commands.call(site, new java.io.PrintWriter(out), new java.io.PrintWriter(out), line);
        assertThat(exit).as(out.toString()).isZero();
        return out.toString();
    }
}
