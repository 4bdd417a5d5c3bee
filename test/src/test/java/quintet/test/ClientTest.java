package quintet.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.http.Routes.path;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.Env;
import quintet.core.NotFound;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.Cookie;
import quintet.http.Project;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;

class ClientTest {
    static final class Demo extends Project {
        @Override
        public Settings settings(Env env) {
            return Settings.of(env)
                    .secretKey("a long and random key that only this test knows")
                    .allowedHosts("testserver", "127.0.0.1");
        }

        @Override
        public List<Route> routes() {
            return List.of(
                    path("echo/", Demo::echo).name("echo"),
                    path("login/", r -> Response.redirect("/echo/").cookie(Cookie.of("session", "s1"))),
                    path("logout/", r -> Response.redirect("../login/?a=1").deleteCookie("session")),
                    path("kept/", r -> Response.redirect("/echo/").status(307)),
                    path("loop/", r -> Response.redirect("/loop/")),
                    path("stream/", r -> Response.stream("text/plain", List.of("a", "b", "c"))),
                    path("fail/", r -> {
                        throw new IllegalArgumentException("broken");
                    }),
                    path("none/", r -> {
                        throw new NotFound("nothing here");
                    }));
        }

        private static Response echo(Request r) throws Exception {
            StringBuilder files = new StringBuilder();
            for (var name : r.files().names()) {
                var file = r.files().get(name);
                files.append(name).append(file.name()).append(file.size());
            }
            return Response.json(Map.of(
                    "method", r.method(),
                    "path", r.fullPath(),
                    "secure", r.isSecure(),
                    "form", r.form().lists().toString(),
                    "files", files.toString(),
                    "type", r.contentType(),
                    "cookie", String.valueOf(r.cookie("session")),
                    "header", String.valueOf(r.header("X-Test"))));
        }
    }

    private Site site;
    private Client client;

    @BeforeEach
    void open() {
        site = Site.open(new Demo(), Env.of(Map.of()));
        client = Client.of(site);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void getsAPageWithItsQuery() {
        ClientResponse response = client.header("X-Test", "yes").get("/echo/?a=1", Map.of("q", "x y"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json()).extracting("path", "header").containsExactly("/echo/?a=1&q=x+y", "yes");
        assertThat(response.match().orElseThrow().viewName()).isEqualTo("echo");
    }

    @Test
    void postsFormsFilesAndJson() {
        assertThat(client.post("/echo/", Map.of("t", List.of("1", "\u00e9"))).json())
                .extracting("form")
                .asString()
                .contains("1", "\u00e9");
        assertThat(client.post("/echo/", Map.of("f", Upload.text("a b.txt", "hello"), "t", "x"))
                        .json())
                .extracting("files", "type")
                .containsExactly("fa b.txt5", "multipart/form-data");
        assertThat(client.request("PUT", "/echo/").json(Map.of("a", 1)).send().json())
                .extracting("method", "type")
                .containsExactly("PUT", "application/json");
    }

    @Test
    void keepsAndDropsCookies() {
        client.get("/login/");
        assertThat(client.get("/echo/").json()).extracting("cookie").isEqualTo("s1");
        client.get("/logout/");
        assertThat(client.cookies().get("session")).isEmpty();
        assertThat(client.get("/echo/").json()).extracting("cookie").isEqualTo("null");
    }

    @Test
    void followsRedirectsAsABrowserDoes() {
        ClientResponse response = client.follow("/logout/");
        assertThat(response.redirects()).containsExactly("../login/?a=1", "/echo/");
        assertThat(response.json()).extracting("method", "path").containsExactly("GET", "/echo/");
        ClientResponse kept =
                client.request("POST", "/kept/").form(Map.of("a", "1")).follow().send();
        assertThat(kept.json()).extracting("method").isEqualTo("POST");
        assertThatThrownBy(() -> client.follow("/loop/")).hasMessageContaining("do not end");
    }

    @Test
    void throwsTheExceptionOfAHandlerUnlessErrorsAreWanted() {
        assertThatThrownBy(() -> client.get("/fail/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
        ClientResponse response = client.answerErrors().get("/fail/");
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.failure().orElseThrow()).hasMessage("broken");
        assertThat(client.get("/none/").status()).isEqualTo(404);
    }

    @Test
    void readsStreamsAndLeavesTheBodyOutForHead() {
        assertThat(client.get("/stream/").text()).isEqualTo("abc");
        assertThat(client.head("/echo/").bytes()).isEmpty();
        assertThat(client.secure().get("/echo/").json()).extracting("secure").isEqualTo(true);
    }

    @Test
    void postsCarryACsrfTokenUnlessTheProtectionIsTested() {
        assertThat(client.post("/echo/", Map.of("a", "1")).status()).isEqualTo(200);
        assertThat(client.secure().post("/echo/", Map.of("a", "1")).status()).isEqualTo(200);
        assertThat(client.enforceCsrf().post("/echo/", Map.of("a", "1")).status())
                .isEqualTo(403);
    }

    @Test
    void aLiveServerAnswersOnAFreePort() throws Exception {
        try (LiveServer server = LiveServer.start(site);
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(java.net.URI.create(server.url("/stream/")))
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                            .body())
                    .isEqualTo("abc");
        }
    }
}
