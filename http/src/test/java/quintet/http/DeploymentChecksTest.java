package quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import quintet.core.CheckMessage;
import quintet.core.Settings;
import quintet.core.Site;

/** What {@code check --deploy} finds, one risk after the other, in a site that has no others. */
class DeploymentChecksTest {
    private static Settings safe(Settings settings) {
        return settings.with(SecuritySettings.defaults()
                        .sslRedirect(true)
                        .hsts(Duration.ofDays(365))
                        .hstsIncludeSubdomains(true)
                        .hstsPreload(true))
                .with(CsrfSettings.defaults().cookieSecure(true));
    }

    private static List<String> found(UnaryOperator<Settings> change, Consumer<MiddlewareStack> middleware) {
        try (Site site = TestSites.open(settings -> change.apply(safe(settings)), List.of(), middleware)) {
            return site.check(true, "security").stream().map(CheckMessage::id).toList();
        }
    }

    private static List<String> found(UnaryOperator<Settings> change) {
        return found(change, stack -> {});
    }

    private static List<String> withSecurity(UnaryOperator<SecuritySettings> change) {
        return found(settings -> settings.replace(
                SecuritySettings.class,
                change.apply(settings.part(SecuritySettings.class).orElseThrow())));
    }

    @Test
    void aSafeSiteHasNoRisks() {
        assertThat(found(settings -> settings)).isEmpty();
    }

    @Test
    void nothingIsSaidWithoutDeploy() {
        try (Site site = TestSites.open()) {
            assertThat(site.check()).isEmpty();
        }
    }

    @Test
    void aNewSiteHasThese() {
        try (Site site = TestSites.open()) {
            assertThat(site.check(true, "security"))
                    .extracting(CheckMessage::id)
                    .containsExactly("security.W004", "security.W008", "security.W016");
        }
    }

    @Test
    void httpsThatIsNotEnforced() {
        assertThat(withSecurity(security -> security.hsts(Duration.ZERO))).containsExactly("security.W004");
        assertThat(withSecurity(security -> security.hstsIncludeSubdomains(false)))
                .containsExactly("security.W005");
        assertThat(withSecurity(security -> security.hstsPreload(false))).containsExactly("security.W021");
        assertThat(withSecurity(security -> security.sslRedirect(false))).containsExactly("security.W008");
    }

    @Test
    void headersThatAreOff() {
        assertThat(withSecurity(security -> security.contentTypeNosniff(false))).containsExactly("security.W006");
        assertThat(withSecurity(security -> security.referrerPolicy(new String[0])))
                .containsExactly("security.W022");
        assertThat(withSecurity(security -> security.frameOptions("SAMEORIGIN")))
                .containsExactly("security.W019");
    }

    @Test
    void middlewareThatWasTakenOut() {
        UnaryOperator<Settings> loose =
                settings -> settings.replace(SecuritySettings.class, SecuritySettings.defaults())
                        .replace(CsrfSettings.class, CsrfSettings.defaults());
        assertThat(found(loose, stack -> stack.remove(SecurityMiddleware.class)))
                .containsExactly("security.W001", "security.W016");
        assertThat(found(settings -> settings, stack -> stack.remove(XFrameOptionsMiddleware.class)))
                .containsExactly("security.W002");
        assertThat(found(loose, stack -> stack.remove(CsrfMiddleware.class).remove(SecurityMiddleware.class)))
                .containsExactly("security.W001", "security.W003");
    }

    @Test
    void keysThatCanBeGuessed() {
        for (String weak : List.of(
                "short",
                "a".repeat(60),
                "change-me-to-something-else-0123456789-0123456789-0123456789",
                "django-insecure-0123456789-0123456789-0123456789-0123456789")) {
            assertThat(found(settings -> settings.secretKey(weak))).containsExactly("security.W009");
            assertThat(found(settings -> settings.secretKeyFallbacks(List.of(weak))))
                    .containsExactly("security.W025");
        }
    }

    @Test
    void debugAndHosts() {
        assertThat(found(settings -> settings.debug(true))).containsExactly("security.W018");
        assertThat(found(settings -> settings.allowedHosts(List.of()))).containsExactly("security.W020");
        assertThat(found(settings -> settings.allowedHosts("*"))).containsExactly("quintet.W001");
        assertThat(found(settings -> settings.replace(
                        CsrfSettings.class,
                        CsrfSettings.defaults()
                                .cookieSecure(true)
                                .trustedOrigins("http://shop.example.com", "https://example.com"))))
                .containsExactly("quintet.W002");
    }

    @Test
    void aCookieThatGoesOverPlainHttp() {
        assertThat(found(settings -> settings.replace(CsrfSettings.class, CsrfSettings.defaults())))
                .containsExactly("security.W016");
    }
}
