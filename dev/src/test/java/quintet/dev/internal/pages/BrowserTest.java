package quintet.dev.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.Site;
import quintet.orm.Ref;
import quintet.test.LiveServer;
import shelf.Author;
import shelf.Book;

/** The developer's pages in a real browser, with hostile content in every field they show. */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTest {
    /** Would run, if it were not escaped somewhere. */
    private static final String HOSTILE =
            "'\"></td></pre></textarea></title><img src=x onerror=\"hacked=1\"><script>hacked=1</script>{{ 7|add:7 }}<!--";

    private static final String ENCODED = URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8);

    private static final List<String> PAGES = List.of(
            "/shelf/fail/",
            "/shelf/wrapped/",
            "/shelf/template/",
            "/shelf/no-template/",
            "/shelf/broken-template/",
            "/shelf/reverse/",
            "/shelf/boks/3/",
            "/shelf/books/99/",
            "/static/nothing.css",
            "/_dev/",
            "/_dev/routes/",
            "/_dev/settings/",
            "/_dev/models/",
            "/_dev/models/shelf.book/",
            "/_dev/data/",
            "/_dev/data/shelf.book/",
            "/_dev/data/shelf.book/1/",
            "/_dev/migrations/",
            "/_dev/templates/",
            "/_dev/templates/shelf/row.html",
            "/_dev/checks/?deploy=1",
            "/_dev/requests/",
            "/_dev/requests/1/",
            "/_dev/nothing/");

    private Site site;
    private LiveServer server;
    private Path opened;
    private Browsers browsers;
    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void open(@TempDir Path folder) {
        browsers = Browsers.open();
        opened = folder.resolve("opened");
        site = Shelf.filled(Shelf.open(folder, Map.of("QUINTET_EDITOR", "cp {file} " + opened)));
        site.run(() -> {
            Author author = Author.objects.create(made -> made.name = HOSTILE);
            Book.objects.create(made -> {
                made.title = HOSTILE;
                made.author = Ref.of(author);
            });
        });
        server = LiveServer.start(site);
    }

    @AfterAll
    void close() {
        if (browsers != null) {
            browsers.close();
        }
        if (server != null) {
            server.close();
            site.close();
        }
    }

    @BeforeEach
    void newVisitor() {
        complaints.clear();
        page = visit(new Browser.NewContextOptions());
    }

    @AfterEach
    void leave() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    private Page visit(Browser.NewContextOptions options) {
        context = browsers.browser().newContext(options);
        Page opened = context.newPage();
        opened.onPageError(complaints::add);
        opened.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        return opened;
    }

    /** Nothing of what was sent became part of the page. */
    private void isHarmless() {
        assertThat(page.evaluate("typeof hacked")).isEqualTo("undefined");
        assertThat(page.locator("img").count()).isZero();
        assertThat(page.locator("script").count()).isEqualTo(1);
        assertThat(page.locator("title").count()).isEqualTo(1);
        assertThat(page.content()).doesNotContain(">14<");
    }

    @Test
    void hostileTextOfARequestStaysText() {
        page.setExtraHTTPHeaders(
                Map.of("X-Odd", HOSTILE, "Cookie", "odd=" + ENCODED + "; plain=<script>hacked=1</script>"));
        page.navigate(server.url("/shelf/fail/?message=" + ENCODED + "&" + ENCODED + "=" + ENCODED));
        isHarmless();
        assertThat(page.locator(".masthead .message").textContent()).isEqualTo(HOSTILE);
        assertThat(page.locator("#queries").textContent()).contains(HOSTILE);
        assertThat(page.locator("#request").textContent()).contains(HOSTILE);
        assertThat(page.locator("#copy-test").textContent()).contains("hacked");
    }

    @Test
    void hostileTextOfAFormStaysText() {
        page.navigate(server.url("/about/"));
        page.setContent("<form method=post enctype='multipart/form-data' action='" + server.url("/shelf/fail/")
                + "'><input name=a><input name=f type=file><button>Go</button></form>");
        page.locator("[name=a]").fill(HOSTILE);
        page.locator("[name=a]").evaluate("(field, name) => { field.name = name; }", HOSTILE);
        page.locator("[name=f]")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "<img src=x onerror=hacked=1>.png", "image/png", new byte[3]));
        page.locator("button").click();
        isHarmless();
        assertThat(page.locator("#request").textContent()).contains(HOSTILE).contains(".png");
    }

    @Test
    void hostilePathsStayText() {
        for (String path : List.of("/" + ENCODED.replace("+", "%20") + "/", "/static/" + ENCODED.replace("+", "%20"))) {
            page.navigate(server.url(path));
            isHarmless();
            assertThat(page.locator("h1").count()).isEqualTo(1);
        }
    }

    @Test
    void hostileRowsAndRequestsStayText() {
        page.navigate(server.url("/_dev/data/shelf.book/?order=-title"));
        isHarmless();
        assertThat(page.locator("main").textContent()).contains("<script>hacked=1</script>");
        page.navigate(server.url("/_dev/data/shelf.book/4/"));
        isHarmless();
        assertThat(page.locator("h1").textContent()).isEqualTo(HOSTILE);
        page.locator("main a", new Page.LocatorOptions().setHasText("Author 2")).click();
        isHarmless();
        page.navigate(
                server.url("/_dev/data/shelf.book/?author=" + ENCODED + "&order=" + ENCODED + "&page=" + ENCODED));
        isHarmless();
        page.navigate(server.url("/_dev/templates/" + ENCODED.replace("+", "%20")));
        isHarmless();
        page.navigate(server.url("/" + ENCODED.replace("+", "%20")));
        page.navigate(server.url("/_dev/requests/"));
        isHarmless();
    }

    @Test
    void nobodyIsLockedOut() {
        for (ColorScheme colors : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            context.close();
            page = visit(new Browser.NewContextOptions().setColorScheme(colors));
            for (String path : PAGES) {
                page.navigate(server.url(path));
                page.locator("details").evaluateAll("all => all.forEach(d => { d.open = true; })");
                assertThat(Browsers.barriers(page)).as(colors + " " + path).isEmpty();
            }
        }
    }

    @Test
    void pagesFitAPhone() {
        context.close();
        page = visit(new Browser.NewContextOptions().setViewportSize(360, 740));
        for (String path : PAGES) {
            page.navigate(server.url(path));
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as(path)
                    .isEqualTo(0);
        }
    }

    @Test
    void theKeyboardIsEnough() {
        page.navigate(server.url("/shelf/fail/"));
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the content");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        page.locator("summary").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("details").first().getAttribute("open")).isNotNull();
    }

    @Test
    void theErrorIsCopiedAsText() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(server.url("/shelf/fail/?message=Emma"));
        page.locator("button", new Page.LocatorOptions().setHasText("Copy as text"))
                .click();
        page.locator("#say", new Page.LocatorOptions().setHasText("Copied")).waitFor();
        assertThat((String) page.evaluate("navigator.clipboard.readText()")).startsWith("IllegalStateException: Emma");
    }

    @Test
    void aClickOnAFrameOpensItsFile() throws Exception {
        page.navigate(server.url("/shelf/fail/"));
        page.locator("button.place").first().click();
        page.locator("#say", new Page.LocatorOptions().setHasText("Opened")).waitFor();
        for (int i = 0; i < 100 && !Files.exists(opened); i++) {
            Thread.sleep(20);
        }
        assertThat(opened).exists();
    }

    @Test
    void migrationsAreAppliedByAClick(@TempDir Path folder) {
        try (Site empty = Shelf.open(folder);
                LiveServer bare = LiveServer.start(empty)) {
            page.navigate(bare.url("/shelf/books/"));
            Locator apply = page.locator("button", new Page.LocatorOptions().setHasText("Apply 1 migration"));
            apply.click();
            assertThat(page.url()).isEqualTo(bare.url("/shelf/books/"));
            assertThat(page.title()).isEqualTo("Shelf");
        }
    }

    @Test
    void rowsAreSortedAndFollowed() {
        page.navigate(server.url("/_dev/data/shelf.author/1/"));
        page.locator("main a", new Page.LocatorOptions().setHasText("3 shelf.Book"))
                .click();
        assertThat(page.locator("#count").textContent()).isEqualTo("Rows 1 to 3 of 3");
        page.locator("thead a", new Page.LocatorOptions().setHasText("title")).click();
        page.locator("thead a", new Page.LocatorOptions().setHasText("title")).click();
        assertThat(page.locator("tbody tr").first().textContent()).contains("Sanditon");
        assertThat(page.locator("th[aria-sort=descending]").textContent()).contains("title");
    }

    @Test
    void aListIsFiltered() {
        page.navigate(server.url("/_dev/routes/"));
        page.locator("#filter").fill("edit");
        assertThat(page.locator("tbody tr:visible").count()).isEqualTo(1);
    }
}
