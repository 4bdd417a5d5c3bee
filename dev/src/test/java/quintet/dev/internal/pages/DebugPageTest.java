package quintet.dev.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.Secrets;
import quintet.core.Site;
import quintet.http.Request;
import quintet.test.Client;
import quintet.test.ClientResponse;
import quintet.test.Upload;

/** The error pages as text: what they say, and what they must not say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebugPageTest {
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

    private ClientResponse tool(String path) {
        return Client.of(site)
                .answerErrors()
                .header("Host", "localhost")
                .header("Accept", "*/*")
                .get(path);
    }

    @Test
    void aFailureShowsTheOwnFrameItsSourceTheQueryAndTheRequest() {
        ClientResponse page = browser.get("/shelf/fail/?message=Emma");
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .contains("IllegalStateException at /shelf/fail/", "Emma")
                .contains("src/test/java/shelf/Views.java:")
                .contains("throw new IllegalStateException(message);")
                .contains("vscode://file/" + Shelf.ROOT.toString().substring(1) + "/src/test/java/shelf/Views.java:")
                .contains("SELECT 1 FROM &quot;shelf_book&quot;")
                .contains("frames of")
                .contains("shelf.ShelfApp");
    }

    @Test
    void causesComeAfterWhatTheyCaused() {
        String text = tool("/shelf/wrapped/").text();
        assertThat(text)
                .containsSubsequence(
                        "IllegalArgumentException: The numbers do not fit",
                        "> shelf.Views.wrapped",
                        "Caused by: java.lang.ArithmeticException: / by zero",
                        "> shelf.Views.divide",
                        "> shelf.Views.wrapped (lambda)",
                        "frames in common");
    }

    @Test
    void toolsGetText() {
        ClientResponse answer = tool("/shelf/fail/?message=Emma");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.text())
                .startsWith("IllegalStateException: Emma\nGET /shelf/fail/?message=Emma\n")
                .contains("throw new IllegalStateException(message);", "Queries:", "['Emma']");
    }

    @Test
    void anEndlessRecursionIsShownAsWhatItIs() {
        assertThat(tool("/shelf/deep/").text()).startsWith("StackOverflowError").contains("shelf.Views.deep");
    }

    @Test
    void noSecretIsOnThePage() {
        Client.of(site); // a client of its own, for its cookies
        ClientResponse page = Shelf.browser(site)
                .request("POST", "/shelf/fail/?password=geheim1&author=Jane&redirect=https://u:geheim2@example.com/")
                .header("Authorization", "Bearer geheim3")
                .header("X-Api-Key", "geheim4")
                .header("Cookie", "sessionid=geheim5; theme=dark; auth_token=geheim6")
                .form(Map.of("new_password1", "geheim7", "card_number", "geheim8", "author", "Charlotte"))
                .send();
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.text())
                .doesNotContain("geheim")
                .doesNotContain("a-secret-key-of-tests")
                .contains("Jane", "Charlotte", "dark", Secrets.HIDDEN);
        assertThat(browser.get("/shelf/template/").text())
                .doesNotContain("geheim")
                .contains("No price for one");
    }

    @Test
    void templatesAreShownFromTheInnermostToTheOutermost() {
        assertThat(tool("/shelf/template/").text())
                .containsSubsequence(
                        "UnsupportedOperationException: No price for one",
                        "In template shelf/row.html (src/test/resources/shelf/templates/shelf/row.html:3)",
                        "> 3:   costs {{ row.price }}",
                        "In template shelf/page.html",
                        "In template shelf/base.html");
        assertThat(browser.get("/shelf/template/").text()).contains("Variables there", "Row[name=one]");
    }

    @Test
    void aMistakeInATemplateShowsItsLine() {
        assertThat(browser.get("/shelf/broken-template/").text())
                .contains("TemplateSyntaxError", "broken.html:3", "{{ rows|nofilter }}");
    }

    @Test
    void aMissingTemplateListsThePlaces() {
        assertThat(tool("/shelf/no-template/").text())
                .contains("No template shelf/nowhere.html at these places")
                .contains("classpath:templates/shelf/nowhere.html", "classpath:shelf/templates/shelf/nowhere.html");
    }

    @Test
    void anUnknownRouteNameSuggestsOne() {
        assertThat(tool("/shelf/reverse/").text()).contains("Did you mean 'shelf:list'?", "shelf:detail");
    }

    @Test
    void aMissingTableNamesTheCommandAndCanBeMade(@TempDir Path folder) {
        try (Site empty = Shelf.open(folder)) {
            Client client = Shelf.browser(empty);
            String page = client.get("/shelf/books/").text();
            assertThat(page)
                    .contains("The table shelf_book is not in the database", "./manage migrate")
                    .contains("shelf.0001_initial", "CREATE TABLE &quot;shelf_book&quot;", "Apply 1 migration");
            String token = page.replaceFirst("(?s).*name=\"token\" value=\"(\\w+)\".*", "$1");
            Map<String, String> form = Map.of("token", token, "next", "/shelf/books/");
            assertThat(client.post("/_dev/migrate", Map.of("token", "0".repeat(64)))
                            .status())
                    .isEqualTo(403);
            assertThat(client.header("Origin", "https://evil.example")
                            .post("/_dev/migrate", form)
                            .status())
                    .isEqualTo(403);
            assertThat(client.header("Host", "evil.example")
                            .post("/_dev/migrate", form)
                            .status())
                    .isEqualTo(404);
            assertThat(client.get("/_dev/migrate").status()).isEqualTo(405);
            assertThat(client.get("/shelf/books/").status()).isEqualTo(500);
            assertThat(client.post("/_dev/migrate", form).location()).isEqualTo("/shelf/books/");
            assertThat(client.get("/shelf/books/").status()).isEqualTo(200);
            assertThat(client.post("/_dev/migrate", Map.of("token", token, "next", "//evil.example/"))
                            .location())
                    .isEqualTo("/_dev/migrations/");
        }
    }

    @Test
    void aRefusedHostNamesTheSetting() {
        ClientResponse page = browser.header("Host", "www.example.com").get("/about/");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text())
                .contains("This host is not allowed", ".allowedHosts(&quot;www.example.com&quot;)")
                .doesNotContain("Frames", "Settings", "token");
    }

    @Test
    void aRefusedFormSaysWhy() {
        Client strict = Shelf.browser(site).enforceCsrf();
        ClientResponse page = strict.post("/shelf/form/", Map.of("title", "Emma"));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("This form was refused", "CSRF cookie not set.", "{% csrf_token %}");
        assertThat(strict.header("Cookie", "csrftoken=" + "a".repeat(32))
                        .header("Accept", "*/*")
                        .post("/shelf/form/", Map.of("title", "Emma"))
                        .text())
                .contains("CSRF token missing.", "X-CSRFToken");
        assertThat(strict.header("Origin", "https://other.example")
                        .post("/shelf/form/")
                        .text())
                .contains("Origin checking failed", "trustedOrigins");
    }

    @Test
    void anUnknownPathListsTheRoutesAndTheNearestOne() {
        ClientResponse page = browser.get("/shelf/boks/3/");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text())
                .contains("Did you mean /shelf/books/3/?", "shelf:detail")
                .contains("path(&quot;books/&lt;id&gt;/&quot;, INT, Views::detail).name(&quot;detail&quot;)")
                .contains("src/test/java/shelf/ShelfApp.java:");
        assertThat(tool("/shelf/books/three/").text()).contains("the route does not take 'three' as <id>");
        assertThat(tool("/Shelf/books/").text()).contains("Capital and small letters differ.");
        assertThat(tool("/shelf/utterly/different/").text())
                .doesNotContain("Did you mean")
                .contains("'books/<id>/'");
    }

    @Test
    void whatAViewDoesNotFindIsTracedToTheView() {
        ClientResponse page = browser.get("/shelf/books/99/");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("Views.detail", "shelf/books/&lt;id&gt;/", "shelf:detail", "getOr404(id)");
        assertThat(tool("/shelf/books/99/").text()).contains("at shelf.Views.detail (Views.java:");
    }

    @Test
    void aMissingStaticFileListsThePlacesAndANearName() {
        assertThat(browser.get("/static/shelf/shelf.cs").text())
                .contains(
                        "No such static file",
                        "Did you mean <code>shelf/shelf.css</code>?",
                        "shelf/static/ (class path)");
    }

    @Test
    void filesAndBodiesAreShown() {
        assertThat(browser.request("POST", "/shelf/fail/")
                        .multipart(Map.of("title", "Emma", "cover", new Upload("cover.png", new byte[7], "image/png")))
                        .send()
                        .text())
                .contains("cover.png, image/png, 7 bytes", "new Upload(&quot;cover.png&quot;, new byte[7]");
        assertThat(browser.request("POST", "/shelf/fail/")
                        .json(Map.of("title", "Emma"))
                        .send()
                        .text())
                .contains("{&quot;title&quot;:&quot;Emma&quot;}");
    }

    @Test
    void aPageThatFailsItselfStillShowsTheError() {
        Renderer renderer = new Renderer(site);
        Request request = browser.get("/about/").request().orElseThrow();
        String text = renderer.orFallback(request, 500, new IllegalStateException("the first"), () -> {
                    throw new IllegalArgumentException("the second");
                })
                .text();
        assertThat(text).containsSubsequence("the first", "failed too", "the second");
    }

    @Test
    void anExceptionWithoutAWorkingMessageIsShownAllTheSame() {
        Request request = browser.get("/about/").request().orElseThrow();
        Exception odd = new IllegalStateException("x") {
            @Override
            public String getLocalizedMessage() {
                throw new IllegalArgumentException("no message");
            }
        };
        assertThat(new DevErrorViews(new Renderer(site), null)
                        .serverError(request, odd)
                        .text())
                .contains("its message failed");
    }

    @Test
    void aProjectWithoutPagesIsWelcomed(@TempDir Path folder) {
        try (Site empty = Shelf.bare(folder)) {
            ClientResponse page = Shelf.browser(empty).get("/");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("It works", "./manage startapp polls", "/_dev/");
            assertThat(Shelf.browser(empty).get("/other/").status()).isEqualTo(404);
        }
    }

    @Test
    void aSitesOwnStrictPolicyGivesWayToThatOfThePage() {
        String policy = browser.get("/shelf/fail/").header("Content-Security-Policy");
        assertThat(policy)
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe")
                .contains("frame-ancestors 'none'");
    }
}
