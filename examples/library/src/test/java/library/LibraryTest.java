package library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The demo without a browser: what it answers. */
@TestInstance(Lifecycle.PER_CLASS)
class LibraryTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrfmiddlewaretoken\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private DemoSite site;

    @BeforeAll
    void open(@TempDir Path folder) {
        site = DemoSite.start(folder);
    }

    @AfterAll
    void close() {
        site.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(site.address() + path)).build(), BodyHandlers.ofString());
    }

    /** Sends a form with the token and the cookie of the page it is on. */
    private HttpResponse<String> post(String page, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> shown = get(page);
        Matcher token = TOKEN.matcher(shown.body());
        assertThat(token.find()).as("token on %s", page).isTrue();
        String cookie = shown.headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("csrftoken="))
                .findFirst()
                .orElseThrow()
                .split(";")[0];
        String body = form.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&", "csrfmiddlewaretoken=" + encode(token.group(1)) + "&", ""));
        return client.send(
                HttpRequest.newBuilder(URI.create(site.address() + page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void everyPageAnswers() throws Exception {
        for (String path : new String[] {
            "/books/",
            "/books/?page=2",
            "/books/1/",
            "/books/new/",
            "/books/1/edit/",
            "/books/1/delete/",
            "/authors/",
            "/authors/?q=russia",
            "/authors/1/",
            "/authors/new/",
            "/timeline/"
        }) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .contains("<h1>")
                    .doesNotContain("{{")
                    .doesNotContain("{%");
        }
    }

    @Test
    void anAddedBookIsInTheListAtOnce() throws Exception {
        assertThat(get("/books/?q=zyzzyva").body()).contains("No book like that");
        site.newBook("Zyzzyva");
        assertThat(get("/books/?q=zyzzyva").body()).contains("Zyzzyva").doesNotContain("No book like that");
    }

    @Test
    void whatAReaderTypesIsShownAsText() throws Exception {
        assertThat(get("/books/?q=" + encode("<script>alert(1)</script>")).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void filtersThatMakeNoSenseAreLeftOut() throws Exception {
        assertThat(get("/books/?era=future&language=qq&subject=none&sort=smell&from=x")
                        .body())
                .contains("<strong>" + site.inside(() -> Book.objects.count()) + "</strong> books");
        assertThat(get("/books/?page=0").statusCode()).isEqualTo(404);
        assertThat(get("/books/?page=x").statusCode()).isEqualTo(404);
        assertThat(get("/books/?page=last").statusCode()).isEqualTo(200);
    }

    @Test
    void theTimelineLeadsToItsBooks() throws Exception {
        Matcher bar = Pattern.compile("href=\"([^\"]+)\">\\s*<span class=\"when\">8th century BCE")
                .matcher(get("/timeline/").body());
        assertThat(bar.find()).isTrue();
        assertThat(get(bar.group(1).replace("&amp;", "&")).body())
                .contains("<strong>2</strong> books")
                .contains("Iliad")
                .contains("Odyssey");
    }

    @Test
    void aFormWithMistakesIsShownAgain() throws Exception {
        HttpResponse<String> page = post("/books/new/", Map.of("title", "No author", "year", "-9000"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("to put right", "value=\"No author\"", "value=\"-9000\"", "aria-invalid=\"true\"");
        assertThat(site.inside(() -> Book.objects.filter("title", "No author").exists()))
                .isFalse();
    }

    @Test
    void aReviewIsKeptAndCounted() throws Exception {
        String book = site.newBook("Much discussed");
        HttpResponse<String> page = post(book, Map.of("name", "Ben", "stars", "4", "body", "Good."));
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).contains(book + "#reviews");
        assertThat(get(book).body()).contains("4.0 of 5 from 1 review", "Ben", "★★★★☆");
    }

    @Test
    void aPostWithoutTokenIsRefused() throws Exception {
        String book = site.newBook("Safe");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(site.address() + book + "delete/"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(get(book).statusCode()).isEqualTo(200);
    }

    @Test
    void unknownAddressesGetThePageOfTheSite() throws Exception {
        assertThat(get("/nowhere/").statusCode()).isEqualTo(404);
        assertThat(get("/books/999999/").body()).contains("Not on our shelves");
    }

    @Test
    void seedingTwiceAddsNothing() throws Exception {
        long before = site.inside(() -> Book.objects.count());
        assertThat(site.command("seed")).contains("nothing added");
        assertThat(site.inside(() -> Book.objects.count())).isEqualTo(before);
    }

    @Test
    void theStyleSheetMayBeKeptForEver() throws Exception {
        Matcher sheet = Pattern.compile("href=\"(/static/library/site[^\"]*\\.css)\"")
                .matcher(get("/books/").body());
        assertThat(sheet.find()).isTrue();
        HttpResponse<String> css = get(sheet.group(1));
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }

    @Test
    void theMigrationsSayWhatTheModelsSay() {
        assertThat(site.command("makemigrations", "--check", "--dry-run")).contains("No changes detected");
    }
}
