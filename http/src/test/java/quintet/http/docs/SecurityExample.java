package quintet.http.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.CsrfDecorators.csrfExempt;
import static quintet.http.Routes.path;
import static quintet.http.SecurityDecorators.xframeOptionsExempt;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.ContentSecurityPolicyMiddleware;
import quintet.http.Csp;
import quintet.http.Csrf;
import quintet.http.CsrfSettings;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.SecuritySettings;
import quintet.http.TestExchange;
import quintet.http.TestSites;
import quintet.http.UploadSettings;

class SecurityExample {
    // region: settings
    static Settings secured(Settings settings) {
        return settings.with(SecuritySettings.defaults()
                        .sslRedirect(true)
                        .proxyHeader("X-Forwarded-Proto", "https")
                        .hsts(Duration.ofDays(365))
                        .csp(Csp.none().with("default-src", Csp.SELF).with("script-src", Csp.SELF, Csp.NONCE)))
                .with(CsrfSettings.defaults().cookieSecure(true).trustedOrigins("https://*.example.com"))
                .with(UploadSettings.defaults().maxFields(200).maxMemory(500_000));
    }
    // endregion

    // region: form
    static Response form(Request request) {
        return Response.ok("<form method=post><input type=hidden name=" + Csrf.FIELD + " value=" + Csrf.token(request)
                + "></form><script nonce=" + ContentSecurityPolicyMiddleware.nonce(request) + ">1</script>");
    }
    // endregion

    static Response webhook(Request request) {
        return Response.noContent();
    }

    static List<Route> routes() {
        return List.of(
                path("form/", SecurityExample::form),
                // region: exempt
                path("hook/", csrfExempt(SecurityExample::webhook)),
                path("widget/", xframeOptionsExempt(SecurityExample::form))
                // endregion
                );
    }

    @Test
    void headersAndTokens() {
        try (Site site = TestSites.open(SecurityExample::secured, routes())) {
            TestExchange plain = TestSites.send(site, TestExchange.get("/form/"));
            assertThat(plain.answered().get("Location")).isEqualTo("https://testserver/form/");
            TestExchange secure =
                    TestSites.send(site, TestExchange.get("/form/").header("X-Forwarded-Proto", "https"));
            assertThat(secure.answered().get("Strict-Transport-Security")).isEqualTo("max-age=31536000");
            assertThat(secure.answered().get("Content-Security-Policy", "")).contains("'nonce-");
            assertThat(secure.answered().get("X-Frame-Options")).isEqualTo("DENY");
            assertThat(secure.answered().get("Set-Cookie", "")).contains("Secure");
            TestExchange widget =
                    TestSites.send(site, TestExchange.get("/widget/").header("X-Forwarded-Proto", "https"));
            assertThat(widget.answered().contains("X-Frame-Options")).isFalse();
            TestExchange hook = TestExchange.post("/hook/", "a=1").header("X-Forwarded-Proto", "https");
            assertThat(TestSites.send(site, hook).status()).isEqualTo(204);
        }
    }
}
