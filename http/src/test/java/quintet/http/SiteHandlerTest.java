package quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.CsrfDecorators.csrfExempt;
import static quintet.http.Routes.path;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.core.NotFound;
import quintet.core.PermissionDenied;
import quintet.core.Site;
import quintet.core.SuspiciousOperation;

class SiteHandlerTest {
    private static Response fail(RuntimeException e) {
        throw e;
    }

    @Test
    void exceptionsBecomeResponsesWithoutTraces() {
        try (Site site = TestSites.open(
                path("a/", request -> fail(new NotFound("secret"))),
                path("b/", request -> fail(new PermissionDenied("secret"))),
                path("c/", request -> fail(new SuspiciousOperation("secret"))),
                path("d/", request -> fail(new BadRequest("secret"))),
                path("e/", request -> fail(new IllegalStateException("secret"))),
                path("f/", request -> {
                    throw new AssertionError("secret");
                }))) {
            int[] expected = {404, 403, 400, 400, 500, 500};
            for (int i = 0; i < expected.length; i++) {
                TestExchange answer = TestSites.send(site, TestExchange.get("/" + (char) ('a' + i) + "/"));
                assertThat(answer.status()).isEqualTo(expected[i]);
                assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
            }
        }
    }

    @Test
    void malformedRequestsGet400() {
        Handler echo = request -> Response.text(request.form().toString() + request.query() + request.cookies());
        try (Site site = TestSites.open(path("", csrfExempt(echo)))) {
            assertThat(TestSites.send(site, TestExchange.get("/%zz")).status()).isEqualTo(400);
            assertThat(TestSites.send(site, TestExchange.get("/%00")).status()).isEqualTo(400);
            assertThat(TestSites.send(site, TestExchange.get("/").header("Host", "evil.example"))
                            .status())
                    .isEqualTo(400);
            assertThat(TestSites.send(site, TestExchange.get("/").header("Host", "a b"))
                            .status())
                    .isEqualTo(400);
            assertThat(TestSites.send(site, TestExchange.get("/?" + "a&".repeat(1001)))
                            .status())
                    .isEqualTo(400);
            assertThat(TestSites.send(site, TestExchange.post("/", "a&".repeat(1001)))
                            .status())
                    .isEqualTo(400);
            assertThat(TestSites.send(site, TestExchange.post("/", "a".repeat(2_700_000)))
                            .status())
                    .isEqualTo(400);
            byte[] cut = "--B\r\nContent-Disposition: form-data; name=\"a\""
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(TestSites.send(site, TestExchange.of("POST", "/").body("multipart/form-data", cut))
                            .status())
                    .isEqualTo(400);
            TestExchange odd = TestExchange.get("/?a=%zz&%ff=1").header("Cookie", ";;=;a=\"\\");
            assertThat(TestSites.send(site, odd).status()).isEqualTo(200);
        }
    }

    /** Writes down what it sees. */
    private record Recorder(String name, List<String> log) implements Middleware {
        @Override
        public Response handle(Request request, Next next) throws Exception {
            log.add(name + " in");
            Response response = next.handle(request);
            log.add(name + " out " + response.status());
            return response;
        }

        @Override
        public Response processView(Request request, ResolverMatch match) {
            log.add(name + " view");
            return null;
        }

        @Override
        public Response processException(Request request, Exception exception) {
            log.add(name + " exception");
            return name.equals("outer") ? Response.of(418) : null;
        }

        @Override
        public Response processTemplateResponse(Request request, Response response) {
            log.add(name + " template");
            return response.header("X-" + name, "1");
        }
    }

    /** The same under another class, since a class is in a stack once. */
    private record Inner(Recorder recorder) implements Middleware {
        @Override
        public Response handle(Request request, Next next) throws Exception {
            return recorder.handle(request, next);
        }

        @Override
        public Response processView(Request request, ResolverMatch match) {
            return recorder.processView(request, match);
        }

        @Override
        public Response processException(Request request, Exception exception) {
            return recorder.processException(request, exception);
        }

        @Override
        public Response processTemplateResponse(Request request, Response response) {
            return recorder.processTemplateResponse(request, response);
        }
    }

    private static Site recording(List<String> log, Route... routes) {
        return TestSites.open(
                settings -> settings,
                List.of(routes),
                stack -> stack.clear()
                        .add(Recorder.class, site -> new Recorder("outer", log))
                        .add(Inner.class, site -> new Inner(new Recorder("inner", log)))
                        .add(ConditionalGetMiddleware.class, site -> {
                            throw new MiddlewareNotUsed("not in this test");
                        }));
    }

    @Test
    void middlewareIsAnOnionWithHooks() {
        List<String> log = new ArrayList<>();
        try (Site site = recording(
                log,
                path("", request -> Response.text("ok")),
                path("broken/", request -> fail(new IllegalStateException("broken"))),
                path("lazy/", request -> Response.lazy(r -> r.body("page"))))) {
            TestSites.send(site, TestExchange.get("/"));
            assertThat(log)
                    .containsExactly(
                            "outer in", "inner in", "outer view", "inner view", "inner out 200", "outer out 200");
            log.clear();
            assertThat(TestSites.send(site, TestExchange.get("/broken/")).status())
                    .isEqualTo(418);
            assertThat(log).contains("inner exception", "outer exception").endsWith("inner out 418", "outer out 418");
            log.clear();
            TestExchange lazy = TestSites.send(site, TestExchange.get("/lazy/"));
            assertThat(log).containsSubsequence("inner template", "outer template");
            assertThat(lazy.text()).isEqualTo("page");
            assertThat(lazy.answered().contains("X-inner")).isTrue();
            log.clear();
            TestSites.send(site, TestExchange.get("/nowhere/"));
            assertThat(log).containsExactly("outer in", "inner in", "inner out 404", "outer out 404");
        }
    }

    @Test
    void signalsTellOfRequests() {
        List<String> heard = new ArrayList<>();
        try (Site site = TestSites.open(path("broken/", request -> fail(new IllegalStateException("broken"))))) {
            site.run(() -> {
                HttpSignals.REQUEST_STARTED.connect(e -> heard.add("started " + e.request()));
                HttpSignals.REQUEST_EXCEPTION.connect(
                        e -> heard.add(e.exception().getMessage()));
                HttpSignals.REQUEST_FINISHED.connect(e -> heard.add("finished " + e.status()));
            });
            TestSites.send(site, TestExchange.get("/broken/"));
            assertThat(heard).containsExactly("started GET /broken/", "broken", "finished 500");
        }
    }

    @Test
    void streamsAreWrittenInsideTheSiteAndClosedAfterwards() {
        List<String> events = new ArrayList<>();
        Handler handler = request -> Response.stream(
                        "text/plain",
                        out -> out.write(Site.current().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .closing(() -> events.add("closed"));
        try (Site site = TestSites.open(path("", handler));
                Site other = TestSites.open()) {
            assertThat(other).isNotSameAs(site);
            assertThat(TestSites.send(site, TestExchange.get("/")).text()).startsWith("Site");
            assertThat(events).containsExactly("closed");
        }
    }
}
