package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.Converter.INT;
import static quintet.http.Converter.SLUG;
import static quintet.http.Routes.path;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.http.Decorator;
import quintet.http.Request;
import quintet.http.Response;

class ViewTest {
    static class Greeting extends View {
        @Override
        protected Response get(Request request) {
            return Response.text("Hello " + kwarg(request, "name"));
        }
    }

    static class GetAndPost extends Greeting {
        @Override
        protected Response post(Request request) {
            return Response.text("posted");
        }
    }

    static class OnlyPost extends GetAndPost {
        @Override
        protected List<String> methodNames() {
            return List.of("POST", "OPTIONS");
        }
    }

    static class Own extends View {
        @Override
        protected Response get(Request request) {
            return Response.text("get");
        }

        @Override
        protected Response head(Request request) {
            return Response.text("").header("X-Head", "own");
        }

        @Override
        protected Response options(Request request) {
            return Response.text("options");
        }
    }

    @Test
    void aViewAnswersTheMethodsItHasHandlersFor() {
        try (TestSite site =
                TestSite.of(path("<slug:name>/", new GetAndPost()), path("x/<name>/", SLUG, new Greeting()))) {
            assertThat(site.get("/Ada/").text()).isEqualTo("Hello Ada");
            assertThat(site.get("/x/Ada/").text()).isEqualTo("Hello Ada");
            assertThat(site.post("/Ada/").text()).isEqualTo("posted");
            Response refused = site.send("DELETE", "/Ada/", "");
            assertThat(refused.status()).isEqualTo(405);
            assertThat(refused.header("Allow")).isEqualTo("GET, POST, HEAD, OPTIONS");
            assertThat(site.post("/x/Ada/").status()).isEqualTo(405);
        }
    }

    @Test
    void headIsAnsweredLikeGetAndOptionsByTheMethods() {
        try (TestSite site = TestSite.of(path("<slug:name>/", new Greeting()), path("own/x/", new Own()))) {
            assertThat(site.send("HEAD", "/Ada/", "").status()).isEqualTo(200);
            Response options = site.send("OPTIONS", "/Ada/", "");
            assertThat(options.status()).isEqualTo(200);
            assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
            assertThat(options.header("Content-Length")).isEqualTo("0");
            assertThat(site.send("HEAD", "/own/x/", "").header("X-Head")).isEqualTo("own");
            assertThat(site.send("OPTIONS", "/own/x/", "").text()).isEqualTo("options");
        }
    }

    @Test
    void methodNamesNarrowWhatIsAnswered() {
        try (TestSite site = TestSite.of(path("<slug:name>/", new OnlyPost()))) {
            assertThat(site.get("/Ada/").status()).isEqualTo(405);
            assertThat(site.get("/Ada/").header("Allow")).isEqualTo("POST, OPTIONS");
            assertThat(site.send("OPTIONS", "/Ada/", "").header("Allow")).isEqualTo("POST, OPTIONS");
            assertThat(site.post("/Ada/").status()).isEqualTo(200);
        }
    }

    @Test
    void decoratorsStandAroundTheWholeView() {
        List<String> seen = new ArrayList<>();
        Decorator outer = (request, view) -> {
            seen.add("outer");
            return view.handle(request).header("X-Outer", "1");
        };
        Decorator inner = (request, view) -> {
            seen.add("inner");
            return view.handle(request);
        };
        View view = new Greeting() {
            @Override
            protected List<Decorator> decorators() {
                return List.of(outer, inner);
            }
        };
        try (TestSite site = TestSite.of(path("<slug:name>/", view))) {
            assertThat(site.get("/Ada/").header("X-Outer")).isEqualTo("1");
            assertThat(site.send("PUT", "/Ada/", "").header("X-Outer")).isEqualTo("1");
            assertThat(seen).containsExactly("outer", "inner", "outer", "inner");
        }
    }

    @Test
    void redirectViewsSendElsewhere() {
        try (TestSite site = TestSite.of(
                path("old/<slug>/", SLUG, RedirectView.to("/new/{slug}/").permanent()),
                path("item/<int:pk>/", RedirectView.toRoute("item").keepQuery()),
                path("items/<pk>/", INT, new Greeting()).name("item"),
                path("all/<path:where>", RedirectView.to("/{where}")),
                path("keep/", RedirectView.to("/there/").preserveRequest()),
                path("gone/", new RedirectView()))) {
            Response old = site.get("/old/a-b/");
            assertThat(old.status()).isEqualTo(301);
            assertThat(old.header("Location")).isEqualTo("/new/a-b/");
            assertThat(site.get("/item/5/?page=2").header("Location")).isEqualTo("/items/5/?page=2");
            assertThat(site.post("/item/5/").status()).isEqualTo(302);
            assertThat(site.get("/all//evil.example/").header("Location")).startsWith("/%2F");
            assertThat(site.post("/keep/").status()).isEqualTo(307);
            assertThat(site.get("/gone/").status()).isEqualTo(410);
        }
    }
}
