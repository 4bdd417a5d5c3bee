package quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.CsrfDecorators.csrfExempt;
import static quintet.http.CsrfDecorators.ensureCsrfCookie;
import static quintet.http.Routes.path;

import org.junit.jupiter.api.Test;
import quintet.core.Site;

class CsrfTest {
    private static Site site() {
        return TestSites.open(
                path("form/", request -> Response.text(Csrf.token(request))),
                path("vote/", request -> Response.text("voted")),
                path("hook/", csrfExempt(request -> Response.text("hooked"))),
                path("app/", ensureCsrfCookie(request -> Response.text("app"))));
    }

    private static String cookie(TestExchange answer) {
        String header = answer.answered().get("Set-Cookie", "");
        return header.substring(0, Math.max(0, header.indexOf(';')));
    }

    @Test
    void aFormOfThisSiteIsTakenAndAForgedOneIsNot() {
        try (Site site = site()) {
            TestExchange form = TestSites.send(site, TestExchange.get("/form/"));
            assertThat(form.answered().get("Vary", "")).contains("Cookie");
            assertThat(form.answered().get("Set-Cookie", ""))
                    .contains("SameSite=Lax")
                    .contains("Max-Age=31449600");
            String body = "csrfmiddlewaretoken=" + form.text();
            TestExchange good = TestExchange.post("/vote/", body).header("Cookie", cookie(form));
            assertThat(TestSites.send(site, good).text()).isEqualTo("voted");
            assertThat(TestSites.send(site, TestExchange.post("/vote/", body)).status())
                    .isEqualTo(403);
            TestExchange foreign = TestExchange.post("/vote/", body)
                    .header("Cookie", cookie(form))
                    .header("Origin", "https://evil.example");
            assertThat(TestSites.send(site, foreign).status()).isEqualTo(403);
            TestExchange script = TestExchange.post("/vote/", "")
                    .header("Cookie", cookie(form))
                    .header("X-CSRFToken", form.text());
            assertThat(TestSites.send(site, script).status()).isEqualTo(200);
        }
    }

    @Test
    void decoratorsChangeWhatAHandlerNeeds() {
        try (Site site = site()) {
            assertThat(TestSites.send(site, TestExchange.post("/hook/", "")).text())
                    .isEqualTo("hooked");
            assertThat(cookie(TestSites.send(site, TestExchange.get("/app/")))).startsWith("csrftoken=");
            assertThat(TestSites.send(site, TestExchange.get("/vote/"))
                            .answered()
                            .contains("Set-Cookie"))
                    .isFalse();
        }
    }

    @Test
    void tokensDifferEachTimeAndRotationMakesOldOnesWorthless() {
        Handler rotate = request -> {
            Csrf.rotate(request);
            return Response.text(Csrf.token(request));
        };
        try (Site site = TestSites.open(
                path("form/", r -> Response.text(Csrf.token(r) + " " + Csrf.token(r))),
                path("login/", rotate),
                path("vote/", r -> Response.text("voted")))) {
            TestExchange form = TestSites.send(site, TestExchange.get("/form/"));
            String[] tokens = form.text().split(" ");
            assertThat(tokens[0]).hasSize(64).isNotEqualTo(tokens[1]);
            TestExchange login =
                    TestSites.send(site, TestExchange.get("/login/").header("Cookie", cookie(form)));
            TestExchange old = TestExchange.post("/vote/", "csrfmiddlewaretoken=" + tokens[0])
                    .header("Cookie", cookie(login));
            assertThat(TestSites.send(site, old).status()).isEqualTo(403);
        }
    }
}
