package quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.http.Converter.INT;
import static quintet.http.Routes.include;
import static quintet.http.Routes.path;
import static quintet.http.Routes.rePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import quintet.core.ConfigurationException;
import quintet.core.Site;
import quintet.http.shop.ShopApp;

class RoutesTest {
    @Test
    void listsTheRoutesInTheOrderInWhichTheyAreTried() {
        UrlConf urls = UrlConf.of(List.of(
                Routes.path("", request -> Response.text("")).name("home"),
                Routes.include(
                                "shop/",
                                List.of(Routes.path("<id>/", INT, (request, id) -> Response.text(""))
                                        .name("item")))
                        .appName("shop")));
        assertThat(urls.routes())
                .extracting(UrlConf.Mounted::pattern, UrlConf.Mounted::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("", "home"),
                        org.assertj.core.groups.Tuple.tuple("shop/<id>/", "shop:item"));
    }

    private static Site shopAt(Include... includes) {
        return TestSites.open(settings -> settings.apps(ShopApp.class), List.of(includes));
    }

    @Test
    void theTypeOfACapturedValueComesFromItsConverter() {
        try (Site site = shopAt(include("shop/", ShopApp.class))) {
            assertThat(TestSites.send(site, TestExchange.get("/shop/items/41/")).text())
                    .isEqualTo("item 42");
            assertThat(TestSites.send(site, TestExchange.get("/shop/hats/page-3/"))
                            .text())
                    .isEqualTo("hats3");
            assertThat(TestSites.send(site, TestExchange.get("/shop/items/x/")).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aRouteKnowsItsUrlInTheCurrentSite() {
        try (Site first = shopAt(include("shop/", ShopApp.class));
                Site second = shopAt(include("", ShopApp.class))) {
            assertThat(first.call(() -> ShopApp.DETAIL.url(5L))).isEqualTo("/shop/items/5/");
            assertThat(second.call(() -> ShopApp.DETAIL.url(5L))).isEqualTo("/items/5/");
            assertThat(second.call(() -> ShopApp.PAGE.url("summer hats".replace(' ', '-'), 2L)))
                    .isEqualTo("/summer-hats/page-2/");
            assertThat(first.call(() -> Urls.reverse("shop:detail", 5))).isEqualTo("/shop/items/5/");
            assertThat(first.call(() -> Urls.reverse("shop:detail", Map.of("id", 5))))
                    .isEqualTo("/shop/items/5/");
        }
    }

    @Test
    void anAppMountedTwiceNeedsAHintUnlessOneMountIsTheDefault() {
        try (Site site = shopAt(
                include("a/", ShopApp.class).namespace("a"),
                include("b/", ShopApp.class).namespace("b"))) {
            site.run(() -> {
                assertThat(ShopApp.DETAIL.in("b").url(1L)).isEqualTo("/b/items/1/");
                assertThatThrownBy(() -> ShopApp.DETAIL.url(1L))
                        .isInstanceOf(NoReverseMatch.class)
                        .hasMessageContaining("[a, b]")
                        .hasMessageContaining("route.in(\"a\").url(...)");
                assertThatThrownBy(() -> ShopApp.DETAIL.in("c").url(1L))
                        .hasMessageContaining("not mounted in the namespace 'c'");
            });
        }
        try (Site site = shopAt(include("a/", ShopApp.class).namespace("a"), include("b/", ShopApp.class))) {
            assertThat(site.call(() -> ShopApp.DETAIL.url(1L))).isEqualTo("/b/items/1/");
        }
    }

    @Test
    void withinARequestItsOwnMountIsMeant() {
        Route0 here = path("here/", request -> Response.text(ShopApp.LIST.url()));
        try (Site site = TestSites.open(
                settings -> settings.apps(ShopApp.class),
                List.of(
                        include(
                                "a/",
                                include("", ShopApp.class).namespace("a"),
                                include("", here).appName("shop").namespace("a")),
                        include(
                                "b/",
                                include("", ShopApp.class).namespace("b"),
                                include("", here).appName("shop").namespace("b"))))) {
            assertThat(TestSites.send(site, TestExchange.get("/b/here/")).text())
                    .isEqualTo("/b/");
            assertThat(TestSites.send(site, TestExchange.get("/a/here/")).text())
                    .isEqualTo("/a/");
        }
    }

    @Test
    void valuesOfIncludesAroundComeFromTheCurrentPath() {
        Route1<Long> post = path(
                "posts/<id>/",
                INT,
                (request, id) -> Response.text(request.match().kwargs().toString()));
        Route0 list = path("posts/", request -> Response.text(post.url(7L)));
        try (Site site = TestSites.open(include("users/<int:user>/", post, list))) {
            assertThat(TestSites.send(site, TestExchange.get("/users/3/posts/")).text())
                    .isEqualTo("/users/3/posts/7/");
            assertThat(TestSites.send(site, TestExchange.get("/users/3/posts/7/"))
                            .text())
                    .isEqualTo("{user=3, id=7}");
        }
    }

    @Test
    void regularExpressionsCaptureTexts() {
        UrlConf urls = UrlConf.of(List.of(
                rePath("^y/(?P<year>[0-9]{4})/$", request -> Response.of(200)).name("year")));
        assertThat(urls.resolve("/y/2026/").kwargs()).containsEntry("year", "2026");
        assertThat(urls.reverse("year", List.of(2026), Map.of(), null)).isEqualTo("/y/2026/");
        assertThatThrownBy(() -> urls.reverse("year", List.of(26), Map.of(), null))
                .hasMessageContaining("1 pattern(s) tried");
    }

    @Test
    void ownConvertersAreGivenOrNamed() {
        Converter<java.time.Year> year =
                Converter.of("year4", "[0-9]{4}", java.time.Year::parse, java.time.Year::toString);
        Route1<java.time.Year> archive = path("a/<y>/", year, (request, y) -> Response.text("leap " + y.isLeap()));
        Route0 named = path(
                "b/<year4:y>/",
                request -> Response.text(request.match().kwargs().toString()));
        try (Site site = TestSites.open(
                settings -> settings.with(HttpSettings.defaults().converters(year)), List.of(archive, named))) {
            assertThat(TestSites.send(site, TestExchange.get("/a/2024/")).text())
                    .isEqualTo("leap true");
            assertThat(TestSites.send(site, TestExchange.get("/b/2024/")).text())
                    .isEqualTo("{y=2024}");
            assertThat(site.call(() -> archive.url(java.time.Year.of(1999)))).isEqualTo("/a/1999/");
        }
    }

    @Test
    void allMistakesInTheUrlsAreReportedTogether() {
        assertThatThrownBy(() -> TestSites.open(
                        path("<int:a>/<int:a>/", request -> Response.of(200)),
                        path("<nope:a>/", request -> Response.of(200)),
                        include("shop/", ShopApp.class)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("redefinition of group name 'a'")
                .hasMessageContaining("invalid converter 'nope'")
                .hasMessageContaining("Add ShopApp.class to .apps(...)");
        assertThatThrownBy(() -> path("books/<id>/<page>/", INT, (request, id) -> Response.of(200)))
                .hasMessageContaining("2 places in angle brackets but 1 converter was given");
    }

    @Test
    void aMissingRouteTellsWhatWasTried() {
        UrlConf urls = UrlConf.of(List.of(
                path("a/", r -> Response.of(200)), include("b/", path("c/", r -> Response.of(200)))));
        assertThatThrownBy(() -> urls.resolve("/b/d/"))
                .isInstanceOfSatisfying(
                        Resolver404.class,
                        e -> assertThat(e.tried().stream()
                                        .map(p -> p.stream().map(Route::pattern).toList())
                                        .toList())
                                .isEqualTo(List.of(List.of("a/"), List.of("b/", "c/"))));
    }

    @Test
    void fiftyThreadsMayUseRoutesFirstInAnyOrder() throws Exception {
        try (Site site = shopAt(include("shop/", ShopApp.class));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<String>> urls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int number = i;
                Callable<String> task = site.bind(() -> {
                    start.await();
                    if (number % 3 == 0)
                        return TestSites.send(site, TestExchange.get("/shop/items/1/"))
                                .text();
                    return number % 3 == 1 ? ShopApp.DETAIL.url((long) number) : Urls.reverse("shop:page", "a", number);
                });
                urls.add(threads.submit(task));
            }
            start.countDown();
            for (Future<String> url : urls) assertThat(url.get()).isNotEmpty();
        }
    }
}
