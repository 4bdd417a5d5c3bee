package quintet.http.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.Routes.include;
import static quintet.http.Routes.path;
import static quintet.http.Routes.rePath;

import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quintet.core.Site;
import quintet.http.Converter;
import quintet.http.ResolverMatch;
import quintet.http.Response;
import quintet.http.Route0;
import quintet.http.Route1;
import quintet.http.TestExchange;
import quintet.http.TestSites;
import quintet.http.Urls;
import quintet.http.docs.library.LibraryApp;

class UrlsExample {
    // region: converter
    static final Converter<Year> YEAR = Converter.of("year4", "[0-9]{4}", Year::parse, Year::toString);
    static final Route1<Year> ARCHIVE =
            path("archive/<year>/", YEAR, (request, year) -> Response.text(year + ": " + year.length() + " days"));
    // endregion

    // region: regex
    static final Route0 OLD = rePath(
                    "^(?P<year>[0-9]{4})/(?P<slug>[\\w-]+)\\.html$",
                    request -> {
                        ResolverMatch match = request.match();
                        return Response.text(match.kwargs().get("year") + " "
                                + match.kwargs().get("slug"));
                    })
            .name("old");
    // endregion

    private static Site site() {
        return TestSites.open(
                settings -> settings.apps(LibraryApp.class),
                // region: mount
                List.of(include("library/", LibraryApp.class), ARCHIVE, OLD)
                // endregion
                );
    }

    @Test
    void routesAnswerAndKnowTheirUrls() {
        try (Site site = site()) {
            assertThat(TestSites.send(site, TestExchange.get("/library/books/")).text())
                    .contains("/library/books/7/");
            assertThat(TestSites.send(site, TestExchange.get("/library/shelves/poetry/2/"))
                            .text())
                    .isEqualTo("Page 2 of poetry");
            assertThat(TestSites.send(site, TestExchange.get("/archive/2024/")).text())
                    .isEqualTo("2024: 366 days");
            assertThat(TestSites.send(site, TestExchange.get("/1999/a-page.html"))
                            .text())
                    .isEqualTo("1999 a-page");
            site.run(UrlsExample::reverse);
        }
    }

    private static void reverse() {
        // region: reverse
        String detail = LibraryApp.DETAIL.url(7L); // checked by the compiler
        String same = Urls.reverse("library:detail", 7); // by name, as {% url 'library:detail' 7 %}
        String shelf = Urls.named("library:shelf")
                .kwargs(Map.of("name", "poetry", "page", 2))
                .query(Map.of("sort", "title"))
                .fragment("top")
                .url();
        // endregion
        assertThat(detail).isEqualTo("/library/books/7/").isEqualTo(same);
        assertThat(shelf).isEqualTo("/library/shelves/poetry/2/?sort=title#top");
    }

    @Test
    void twoMountsOfAnApp() {
        try (Site site = TestSites.open(
                settings -> settings.apps(LibraryApp.class),
                // region: twice
                List.of(
                        include("north/", LibraryApp.class).namespace("north"),
                        include("south/", LibraryApp.class).namespace("south"))
                // endregion
                )) {
            // region: in
            String url = site.call(() -> LibraryApp.DETAIL.in("south").url(7L));
            // endregion
            assertThat(url).isEqualTo("/south/books/7/");
        }
    }
}
