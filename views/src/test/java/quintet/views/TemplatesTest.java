package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.Converter.INT;
import static quintet.http.Routes.include;
import static quintet.http.Routes.path;
import static quintet.views.Shortcuts.redirect;
import static quintet.views.Shortcuts.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.NotFound;
import quintet.core.PermissionDenied;
import quintet.http.Middleware;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;
import quintet.sessions.Message;
import quintet.sessions.Messages;
import quintet.sessions.MessagesApp;
import quintet.templates.FragmentCache;
import quintet.views.shelf.ShelfApp;

class TemplatesTest {
    @TempDir
    Path folder;

    private TestSite site(Route... routes) {
        return TestSite.of(
                settings -> settings.apps(MessagesApp.class, ShelfApp.class)
                        .with(TemplateSettings.defaults()
                                .dir(folder)
                                .contextProcessor(ContextProcessors.of(request -> Map.of("shop", "Quartet")))
                                .contextProcessor(ContextProcessors.I18N)
                                .contextProcessor(ContextProcessors.TZ)
                                .contextProcessor(ContextProcessors.STATIC)
                                .stringIfInvalid("?%s?")),
                routes);
    }

    private void template(String name, String source) throws IOException {
        Files.writeString(folder.resolve(name), source);
    }

    private static Response page(Request request) {
        return render(request, "page.html");
    }

    @Test
    void templatesKnowTheRequestAndTheProcessorsVariables() throws IOException {
        template(
                "page.html",
                "{{ request.method }} {{ request.path }} {{ request.GET.q }} {{ request.GET.none }} {{ shop }} "
                        + "{{ user }} {{ request.user.is_authenticated }} {{ request.headers.host }} "
                        + "{{ request.META.HTTP_HOST }} {{ request.get_full_path }} {{ request.resolver_match.url_name }} "
                        + "{{ LANGUAGE_CODE }} {{ LANGUAGE_BIDI }} {{ TIME_ZONE }} {{ STATIC_URL }} {{ debug }}");
        try (TestSite site = site(path("p/", TemplatesTest::page).name("home"))) {
            assertThat(site.get("/p/?q=1&q=%3Cb%3E").text())
                    .isEqualTo("GET /p/ &lt;b&gt; ?request.GET.none? Quartet AnonymousUser False testserver testserver "
                            + "/p/?q=1&amp;q=%3Cb%3E home en-us False UTC /static/ ?debug?");
        }
    }

    @Test
    void aRouteThatIsNotThereIsEmptyWhenItsUrlGoesIntoAVariable() throws IOException {
        template("page.html", "[{% url 'no:such' as u %}{{ u }}]");
        try (TestSite site = site(path("p/", TemplatesTest::page))) {
            assertThat(site.get("/p/").text()).isEqualTo("[]");
        }
    }

    @Test
    void tagsAreWiredToTheSite() throws IOException {
        template(
                "page.html",
                "{% load static shelf_tags %}{% url 'shelf:detail' 7 %} {% url 'home' as u %}{{ u }} "
                        + "{% static 'a b.css' %} {% querystring page=2 %} {{ 'ho'|twice }}");
        try (TestSite site = site(path("p/", TemplatesTest::page).name("home"), include("shelf/", ShelfApp.class))) {
            assertThat(site.get("/p/?q=x&page=1").text())
                    .isEqualTo("/shelf/books/7/ /p/ /static/a%20b.css ?q=x&amp;page=2 ho ho");
        }
    }

    @Test
    void aSiteKeepsPartsInMemory() throws IOException {
        template("page.html", "{% load cache %}{% cache 600 part request.GET.q %}{{ request.GET.n }}{% endcache %}");
        try (TestSite site = site(path("p/", TemplatesTest::page))) {
            assertThat(site.get("/p/?q=a&n=1").text()).isEqualTo("1");
            assertThat(site.get("/p/?q=a&n=2").text()).isEqualTo("1");
            assertThat(site.get("/p/?q=b&n=3").text()).isEqualTo("3");
            FragmentCache cache =
                    site.site().service(FragmentCache.Caches.class).named(null);
            assertThat(cache).isNotNull();
            assertThat(cache.delete(FragmentCache.key("part", List.of("a")))).isTrue();
            assertThat(site.get("/p/?q=a&n=4").text()).isEqualTo("4");
        }
    }

    @Test
    void formsGetTheCsrfToken() throws IOException {
        template("page.html", "{% csrf_token %}|{{ csrf_token }}");
        try (TestSite site = site(path("p/", TemplatesTest::page))) {
            String text = site.get("/p/").text();
            assertThat(text)
                    .matches("<input type=\"hidden\" name=\"csrfmiddlewaretoken\" value=\"\\w{64}\">\\|\\w{64}");
        }
    }

    @Test
    void messagesAreShownOnceOnTheNextPage() throws IOException {
        template(
                "page.html",
                "{% if messages %}{% for m in messages %}[{{ m.tags }}: {{ m }}]{% endfor %}{% else %}none{% endif %}");
        Handlers handlers = new Handlers();
        try (TestSite site = site(path("p/", TemplatesTest::page), path("act/", handlers::act))) {
            assertThat(site.get("/p/").text()).isEqualTo("none");
            assertThat(site.post("/act/").status()).isEqualTo(302);
            assertThat(site.post("/act/").status()).isEqualTo(302);
            assertThat(site.get("/p/").text())
                    .isEqualTo("[success: <saved>][info: <b>bold</b>]"
                            .replace("<saved>", "&lt;saved&gt;")
                            .repeat(2));
            assertThat(site.get("/p/").text()).isEqualTo("none");
        }
    }

    private static final class Handlers {
        Response act(Request request) {
            Messages.success(request, "<saved>");
            Messages.debug(request, "dropped");
            Messages.add(request, Message.html(Messages.INFO, "<b>bold</b>"));
            return redirect("/p/");
        }
    }

    @Test
    void templateViewsAreRenderedAfterMiddlewareSawThem() throws IOException {
        template("about.html", "{{ year }} {{ pk }} {{ shelf }} {{ view.shelfName }}");
        Middleware shelf = new Middleware() {
            @Override
            public Response handle(Request request, Next next) throws Exception {
                return next.handle(request);
            }

            @Override
            public Response processTemplateResponse(Request request, Response response) {
                return TemplateContent.change(
                        response, content -> content.with("shelf", "A4").afterRender(r -> r.header("X-Shelf", "A4")));
            }
        };
        try (TestSite site = TestSite.withMiddleware(
                settings -> settings.with(TemplateSettings.defaults().dir(folder)),
                shelf,
                path(
                        "about/<pk>/",
                        INT,
                        TemplateView.of("about.html").extraContext("year", 2026).contentType("text/plain")))) {
            Response response = site.get("/about/3/");
            assertThat(response.text()).isEqualTo("2026 3 A4 ");
            assertThat(response.header("X-Shelf")).isEqualTo("A4");
            assertThat(response.header("Content-Type")).isEqualTo("text/plain");
        }
    }

    @Test
    void optionsOfAValueGiveCopies() throws IOException {
        template("a.html", "a{{ x }}");
        template("b.html", "b{{ x }}");
        TemplateView first = TemplateView.of("a.html");
        TemplateView second = first.template("b.html").extraContext("x", 1);
        try (TestSite site = site(path("a/", first), path("b/", second))) {
            assertThat(site.get("/a/").text()).isEqualTo("a?x?");
            assertThat(site.get("/b/").text()).isEqualTo("b1");
        }
    }

    @Test
    void errorPagesAreTemplatesWhereThereAreSome() throws IOException {
        template("404.html", "no {{ request_path }}: {{ exception }} {{ shop }}");
        template("500.html", "broken{{ shop }}");
        Failing failing = new Failing();
        try (TestSite site = site(
                path("lost/", failing::lost), path("denied/", failing::denied), path("broken/", failing::broken))) {
            Response lost = site.get("/lost/");
            assertThat(lost.status()).isEqualTo(404);
            assertThat(lost.text()).isEqualTo("no /lost/: No such &lt;book&gt; Quartet");
            assertThat(site.get("/nowhere/").text()).startsWith("no /nowhere/: ");
            assertThat(site.get("/denied/").text()).contains("403 Forbidden");
            Response broken = site.get("/broken/");
            assertThat(broken.status()).isEqualTo(500);
            assertThat(broken.text()).isEqualTo("broken?shop?");
        }
    }

    @Test
    void aBrokenErrorTemplateFallsBackToThePlainPage() throws IOException {
        template("404.html", "{% nonsense %}");
        try (TestSite site = site()) {
            Response response = site.get("/nowhere/");
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.text()).contains("There is no page at this address.");
        }
    }

    private static final class Failing {
        Response lost(Request request) {
            throw new NotFound("No such <book>");
        }

        Response denied(Request request) {
            throw new PermissionDenied("secret");
        }

        Response broken(Request request) {
            throw new IllegalStateException(List.of(request).toString());
        }
    }
}
