package library;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a reader meets it, in a real browser against a real server. */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTest {
    /** Enough pages to meet every template. */
    private static final List<String> PAGES = List.of(
            "/books/",
            "/books/?q=love&era=late-c19",
            "/books/?q=xyzzy",
            "/books/1/",
            "/books/new/",
            "/books/1/edit/",
            "/books/1/delete/",
            "/authors/",
            "/authors/1/",
            "/authors/new/",
            "/timeline/",
            "/nowhere/");

    private DemoSite site;
    private Browsers browsers;
    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void open(@TempDir Path folder) {
        browsers = Browsers.open();
        site = DemoSite.start(folder);
    }

    @AfterAll
    void close() {
        if (browsers != null) {
            browsers.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @BeforeEach
    void newVisitor() {
        complaints.clear();
        page = visit(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    @AfterEach
    void leave() {
        context.close();
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    private Page visit(Browser.NewContextOptions options) {
        if (context != null) {
            context.close();
        }
        context =
                browsers.browser().newContext(options.setBaseURL(site.address()).setLocale("en-GB"));
        context.setDefaultTimeout(10_000);
        Page visited = context.newPage();
        visited.onConsoleMessage(message -> {
            // The browser itself notes each answer of 4xx; those are tested for what they are.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        visited.onPageError(complaints::add);
        return visited;
    }

    private Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Locator covers() {
        return page.locator("a.cover");
    }

    @Test
    void theRootLeadsToTheBooks() {
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile("/books/$"));
        assertThat(covers()).hasCount(24);
    }

    @Test
    void browsesFromTheListToABookToItsAuthor() {
        page.navigate("/books/?q=frankenstein");
        covers().first().click();
        assertThat(heading()).hasText("Frankenstein; or, The Modern Prometheus");
        page.locator(".byline").getByRole(AriaRole.LINK).click();
        assertThat(heading()).hasText("Mary Shelley");
        assertThat(page.getByText("1797–1851, England")).isVisible();
        assertThat(covers()).hasCount(2);
    }

    @Test
    void searchesTitlesOriginalTitlesAndAuthors() {
        page.navigate("/books/");
        page.getByLabel("Title or author").fill("austen emma");
        button("Search").click();
        assertThat(covers()).hasCount(1);
        page.getByLabel("Title or author").fill("Война");
        button("Search").click();
        assertThat(covers()).hasCount(1);
        assertThat(covers().first()).containsText("War and Peace");
        page.getByLabel("Title or author").fill("xyzzy");
        button("Search").click();
        assertThat(page.getByText("No book like that")).isVisible();
    }

    @Test
    void filtersAndTakesFiltersOff() {
        page.navigate("/books/");
        page.getByLabel("Subject").selectOption("Gothic");
        page.getByLabel("Time").selectOption("18th century");
        button("Search").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("5 books");
        assertThat(covers()).hasCount(5);
        link("Remove 18th century").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("31 books");
        assertThat(page.getByLabel("Subject")).hasValue("gothic");
    }

    @Test
    void goesThroughThePagesAndKeepsTheFilter() {
        page.navigate("/books/?subject=novel");
        String first = covers().first().textContent();
        link("Next page").click();
        assertThat(page).hasURL(Pattern.compile("subject=novel&page=2$"));
        assertThat(covers().first()).not().hasText(first);
        assertThat(page.locator("[aria-current=page]")).hasText("Page 2");
        link("Previous page").click();
        assertThat(covers().first()).hasText(first);
        assertThat(page.navigate("/books/?page=9999").status()).isEqualTo(404);
    }

    @Test
    void addsABookAfterItsMistakesWereShown() {
        page.navigate("/books/");
        link("Add a book").click();
        page.getByLabel("Original title").fill("Вечера на хуторе");
        page.getByLabel("Author").selectOption("Gogol, Nikolai");
        page.getByLabel("Year", new Page.GetByLabelOptions().setExact(true)).fill("9999");
        button("Add the book").click();

        assertThat(page).hasTitle(Pattern.compile("^Error: "));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("3 things to put right");
        Locator title = page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true));
        assertThat(title).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("Original title")).hasValue("Вечера на хуторе");
        assertThat(page.getByLabel("Author").locator("option:checked")).hasText("Gogol, Nikolai");

        page.getByRole(AriaRole.ALERT)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Title").setExact(true))
                .click();
        assertThat(title).isFocused();
        title.fill("Evenings <again>");
        page.getByLabel("Year", new Page.GetByLabelOptions().setExact(true)).fill("1832");
        page.getByLabel("Short stories").check();
        page.getByLabel("Folk and fairy tales").check();
        button("Add the book").click();

        assertThat(heading()).hasText("Evenings <again>");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Evenings <again>");
        assertThat(page.locator("ul.chips li")).hasCount(2);
    }

    @Test
    void editsABook() {
        page.navigate(site.newBook("A title with a tpyo"));
        page.getByText("Edit").first().click();
        Locator title = page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true));
        assertThat(title).hasValue("A title with a tpyo");
        title.fill("A title without");
        button("Save the changes").click();
        assertThat(heading()).hasText("A title without");
        assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
        page.reload();
        assertThat(page.getByRole(AriaRole.STATUS)).hasCount(0);
    }

    @Test
    void deletesABookOnlyAfterAsking() {
        String url = site.newBook("Not for long");
        page.navigate(url);
        page.getByText("Delete").first().click();
        assertThat(heading()).containsText("Delete “Not for long”?");
        link("Keep it").click();
        assertThat(heading()).hasText("Not for long");
        page.getByText("Delete").first().click();
        button("Delete the book").click();
        assertThat(page).hasURL(Pattern.compile("/books/$"));
        assertThat(page.navigate(url).status()).isEqualTo(404);
    }

    @Test
    void takesAReviewAndAsksForReasonsOfTheHarshest() {
        page.navigate(site.newBook("Under review"));
        page.getByLabel("Your name").fill("Ada");
        page.getByLabel("1 star: never again").check();
        button("Post the review").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("One star?");
        assertThat(page.getByLabel("Your name")).hasValue("Ada");
        assertThat(page.getByLabel("1 star: never again")).isChecked();

        page.getByLabel("Your review").fill("It broke <b>off</b>.\nTwice.");
        button("Post the review").click();
        assertThat(page.locator(".review")).hasCount(1);
        assertThat(page.locator(".review p")).hasText("It broke <b>off</b>.\nTwice.");
        assertThat(page.getByText("1.0 of 5 from 1 review")).isVisible();
    }

    @Test
    void anUnknownAddressIsOurOwn404() {
        Response response = page.navigate("/books/99999999/");
        assertThat(response.status()).isEqualTo(404);
        assertThat(heading()).hasText("Not on our shelves");
        link("To the books").click();
        assertThat(covers().first()).isVisible();
    }

    @Test
    void aForgedPostIsRefusedAndChangesNothing() {
        String url = site.newBook("Not yours to delete");
        page.navigate(url);
        APIResponse forged =
                page.request().post(url + "delete/", RequestOptions.create().setForm(FormData.create()));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.text()).contains("This we may not do");
        APIResponse fromElsewhere = page.request()
                .post(
                        url + "delete/",
                        RequestOptions.create()
                                .setHeader("Origin", "http://evil.example")
                                .setForm(FormData.create().set("csrfmiddlewaretoken", "x".repeat(64))));
        assertThat(fromElsewhere.status()).isEqualTo(403);
        assertThat(page.navigate(url).status()).isEqualTo(200);
    }

    @Test
    void theKeyboardAloneIsEnough() {
        page.navigate("/books/");
        page.keyboard().press("Tab");
        assertThat(link("Skip to the content")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("Title or author")).isFocused();
        page.keyboard().type("dracula");
        page.keyboard().press("Enter");
        assertThat(covers()).hasCount(1);
        tabTo(covers().first());
        assertThat(covers().first()).hasCSS("outline-style", "solid");
        page.keyboard().press("Enter");
        assertThat(heading()).hasText("Dracula");
        tabTo(page.getByLabel("Your name"));
        page.keyboard().type("Mina");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        assertThat(page.getByLabel("4 stars: gladly")).isChecked();
        page.keyboard().press("Tab");
        page.keyboard().type("I was there.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".review").first()).containsText("Mina");
    }

    private void tabTo(Locator wanted) {
        for (int steps = 0; steps < 60; steps++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("60 tab steps did not lead to " + wanted);
    }

    @Test
    void axeFindsNothingInLightOrDark() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page = visit(new Browser.NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
            for (String path : PAGES) {
                page.navigate(path);
                assertThat(Axe.violations(page)).as("%s in %s", path, scheme).isEmpty();
            }
            page.navigate("/books/new/");
            button("Add the book").click();
            assertThat(Axe.violations(page))
                    .as("a form with errors in %s", scheme)
                    .isEmpty();
        }
    }

    @Test
    void nothingIsWiderThanASmallPhone() {
        page = visit(new Browser.NewContextOptions().setViewportSize(320, 640));
        for (String path : PAGES) {
            page.navigate(path);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", path)
                    .isEqualTo(320);
        }
    }

    @Test
    void itLooksTheSameWithoutScriptsAndAsksNobodyElse() {
        page = visit(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        PAGES.forEach(page::navigate);
        assertThat(asked).allMatch(url -> url.startsWith(site.address()));
    }

    @Test
    void leavesPicturesToLookAt() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 390}) {
                page = visit(
                        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
                for (String path :
                        List.of("/books/", "/books/1/", "/books/new/", "/authors/", "/timeline/", "/nowhere/")) {
                    page.navigate(path);
                    String name = path.replaceAll("\\W+", " ").strip().replace(' ', '-');
                    Path picture = Path.of("target", "screenshots", name + "-" + width + "-" + scheme + ".png");
                    page.screenshot(
                            new Page.ScreenshotOptions().setPath(picture).setFullPage(!path.equals("/authors/")));
                    assertThat(picture).isNotEmptyFile();
                }
            }
        }
    }
}
