package quintet.test.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.Routes.path;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.Project;
import quintet.http.Response;
import quintet.http.Route;
import quintet.test.Client;
import quintet.test.ClientResponse;
import quintet.test.LiveServer;
import quintet.test.Upload;

class TestingExample {
    static final class Mysite extends Project {
        @Override
        public Settings settings(Env env) {
            return Settings.of(env)
                    .secretKey("a long and random key that only this test knows")
                    .allowedHosts("testserver", "127.0.0.1");
        }

        @Override
        public List<Route> routes() {
            return List.of(
                    path("books/", r -> Response.ok("<h1>Books</h1>")).name("books"),
                    path("books/add/", r -> Response.redirect("/books/")),
                    path("api/books/1/", r -> Response.json(Map.of("title", "Emma"))));
        }
    }

    // region: client
    private Site site;
    private Client client;

    @BeforeEach
    void open() {
        site = Site.open(new Mysite(), Env.of(Map.of()));
        client = Client.of(site);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void showsTheBooks() {
        ClientResponse page = client.get("/books/?page=1");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<h1>Books</h1>");
        assertThat(page.match().orElseThrow().viewName()).isEqualTo("books");
    }

    @Test
    void addsABook() {
        ClientResponse done =
                client.post("/books/add/", Map.of("title", "Emma", "cover", Upload.text("emma.txt", "...")));
        assertThat(done.status()).isEqualTo(302);
        assertThat(done.location()).isEqualTo("/books/");
        assertThat(client.follow("/books/add/").redirects()).containsExactly("/books/");
    }
    // endregion

    @Test
    void speaksJson() {
        // region: json
        ClientResponse answer = client.request("PUT", "/api/books/1/")
                .json(Map.of("title", "Emma"))
                .send();
        assertThat(answer.json()).isEqualTo(Map.of("title", "Emma"));
        // endregion
    }

    @Test
    void runsARealServer() throws Exception {
        // region: live
        try (LiveServer server = LiveServer.start(site)) {
            byte[] page = java.net
                    .URI
                    .create(server.url("/books/"))
                    .toURL()
                    .openStream()
                    .readAllBytes();
            assertThat(new String(page)).contains("Books");
        }
        // endregion
    }
}
