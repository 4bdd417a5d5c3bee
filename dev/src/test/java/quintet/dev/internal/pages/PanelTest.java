package quintet.dev.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.Secrets;
import quintet.core.Site;
import quintet.orm.Ref;
import quintet.test.Client;
import quintet.test.ClientResponse;
import shelf.Author;
import shelf.Book;

/** The pages below /_dev/. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PanelTest {
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

    private String page(String path) {
        ClientResponse page = browser.get("/_dev/" + path);
        assertThat(page.status()).as(path).isEqualTo(200);
        return page.text();
    }

    @Test
    void onlyABrowserOnThisMachineThatAskedForThisMachineGetsThem() {
        for (String host : new String[] {"localhost", "127.0.0.1:8000", "[::1]:8000", "shop.localhost"}) {
            assertThat(browser.header("Host", host).get("/_dev/").status())
                    .as(host)
                    .isEqualTo(200);
        }
        for (String host :
                new String[] {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "a b"}) {
            assertThat(browser.header("Host", host).get("/_dev/").status())
                    .as(host)
                    .isEqualTo(404);
        }
        for (String header : new String[] {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"}) {
            assertThat(browser.header(header, "10.1.1.1").get("/_dev/settings/").status())
                    .as(header)
                    .isEqualTo(404);
        }
    }

    @Test
    void theyAreForReading() {
        assertThat(browser.post("/_dev/data/shelf.book/").status()).isEqualTo(405);
        assertThat(browser.delete("/_dev/data/shelf.book/1/").status()).isEqualTo(405);
        assertThat(browser.get("/_dev/data").location()).isEqualTo("/_dev/data/");
        assertThat(browser.get("/_dev/nothing/").status()).isEqualTo(404);
        assertThat(browser.get("/_dev/data/shelf.nothing/").status()).isEqualTo(404);
        assertThat(browser.get("/_dev/data/shelf.book/99/").status()).isEqualTo(404);
    }

    @Test
    void routesHaveNamesAndPlaces() {
        assertThat(page("routes/"))
                .contains("/shelf/books/&lt;id&gt;/", "shelf:detail", "ShelfApp.java:", "href=\"/about/\"");
    }

    @Test
    void settingsHideSecrets() {
        assertThat(page("settings/"))
                .contains("secretKey", Secrets.HIDDEN, "shelf.ShelfApp", "Database")
                .doesNotContain("a-secret-key-of-tests");
    }

    @Test
    void modelsHaveFieldsTablesAndRelations() {
        assertThat(page("models/")).contains("shelf_book", "shelf_author");
        assertThat(page("models/shelf.book/"))
                .contains(
                        "author_id",
                        "foreign key to",
                        "/_dev/models/shelf.author/",
                        "at most 200 characters",
                        "shelf_book_tags");
        assertThat(page("models/shelf.author/")).contains("Ways back", "shelf.Book");
    }

    @Test
    void rowsComeInPagesAndInAnyOrder() {
        site.run(() -> {
            Author many = Author.objects.create(author -> author.name = "Many");
            for (int i = 0; i < 60; i++) {
                String title = "Zz " + i;
                Book.objects.create(book -> {
                    book.title = title;
                    book.author = Ref.of(many);
                });
            }
        });
        assertThat(page("data/shelf.book/?author=2"))
                .contains("Rows 1 to 50 of 60", "Page 1 of 2", "?author=2&amp;page=2");
        assertThat(page("data/shelf.book/?author=2&page=2")).contains("Rows 51 to 60 of 60");
        assertThat(page("data/shelf.book/?author=2&page=99999999999999999999")).contains("Page 1 of 2");
        assertThat(page("data/shelf.book/?order=-title"))
                .contains("aria-sort=\"descending\"")
                .containsSubsequence("Zz 9", "Zz 8");
        assertThat(page("data/shelf.book/?order=password;drop")).contains("Rows 1 to 50 of");
    }

    @Test
    void rowsLeadAlongRelations() {
        String row = page("data/shelf.book/1/");
        assertThat(row).contains("Emma", "/_dev/data/shelf.author/1/", "1 shelf.Tag");
        assertThat(page("data/shelf.author/1/")).contains("3 shelf.Book", "/_dev/data/shelf.book/?author=1");
        assertThat(page("data/shelf.tag/?book=1")).contains("love", "Rows 1 to 1 of 1");
        assertThat(page("data/shelf.book/?tags=1")).contains("Emma", "Rows 1 to 3 of 3");
    }

    @Test
    void secretColumnsAreHidden() {
        assertThat(page("data/shelf.author/")).contains(Secrets.HIDDEN).doesNotContain("geheim-token");
        assertThat(page("data/shelf.author/1/")).contains(Secrets.HIDDEN).doesNotContain("geheim-token");
    }

    @Test
    void valuesThatAreNoneAreSaid() {
        assertThat(page("data/shelf.book/?author=x")).contains("class=\"warning\"");
        assertThat(page("data/shelf.book/x/")).contains("class=\"warning\"");
        assertThat(browser.get("/_dev/data/shelf.book/?db=other").status()).isEqualTo(404);
    }

    @Test
    void migrationsTemplatesAndChecksAreListed() {
        assertThat(page("migrations/")).contains("shelf.0001_initial", "applied");
        assertThat(page("templates/")).contains("shelf/row.html");
        assertThat(page("templates/shelf/row.html"))
                .contains("costs {{ row.price }}", "src/test/resources/shelf/templates");
        assertThat(browser.get("/_dev/templates/../../etc/passwd").status()).isEqualTo(404);
        assertThat(page("checks/?deploy=1")).contains("security.W018");
    }

    @Test
    void theLastRequestsTellTheirQueries() {
        assertThat(browser.get("/shelf/slow-list/").status()).isEqualTo(200);
        browser.get("/static/shelf/shelf.css");
        String list = page("requests/");
        assertThat(list).contains("GET /shelf/slow-list/", "N+1").doesNotContain("shelf.css");
        String number = list.replaceFirst("(?s).*?/_dev/requests/(\\d+)/\"><code>GET /shelf/slow-list/.*", "$1");
        assertThat(page("requests/" + number + "/"))
                .contains(
                        "the same query 4 times from <code>Views.java:",
                        "4 similar",
                        "WHERE &quot;shelf_book&quot;.&quot;id&quot; = ?");
        assertThat(browser.get("/_dev/requests/0/").status()).isEqualTo(404);
        assertThat(browser.get("/_dev/requests/x/").status()).isEqualTo(404);
    }

    @Test
    void aDatabaseWithoutTablesIsSaid(@TempDir Path other) {
        try (Site empty = Shelf.open(other)) {
            Client client = Shelf.browser(empty);
            assertThat(client.get("/_dev/").text()).contains("migration to apply");
            assertThat(client.get("/_dev/data/").text()).contains("no such table");
            assertThat(client.get("/_dev/data/shelf.book/").text()).contains("no such table");
            assertThat(client.get("/_dev/migrations/").text()).contains("CREATE TABLE", "Apply 1 migration");
        }
    }

    @Test
    void aSiteWithoutAnythingHasThemToo(@TempDir Path other) {
        try (Site empty = Shelf.bare(other)) {
            for (String path :
                    new String[] {"", "routes/", "models/", "data/", "migrations/", "templates/", "checks/", "requests/"
                    }) {
                assertThat(Shelf.browser(empty).get("/_dev/" + path).status())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }
}
