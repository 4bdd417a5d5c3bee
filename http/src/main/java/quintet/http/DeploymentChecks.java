package quintet.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.CheckMessage;
import quintet.core.Site;
import quintet.http.internal.HttpConfig;

/** What {@code check --deploy} says of the HTTP settings. Those that a missing middleware makes idle are passed over, for that is said. */
final class DeploymentChecks {
    private static final int LEAST_KEY = 50;
    private static final int LEAST_DIFFERENT = 5;

    private final Site site;
    private final HttpConfig config;
    private final List<CheckMessage> found = new ArrayList<>();

    private DeploymentChecks(Site site) {
        this.site = site;
        this.config = site.service(HttpConfig.class);
    }

    static List<CheckMessage> of(Site site) {
        return new DeploymentChecks(site).run();
    }

    private List<CheckMessage> run() {
        MiddlewareStack stack = MiddlewareChain.stack(site);
        if (stack.contains(SecurityMiddleware.class)) {
            transport();
        } else {
            missing(
                    "security.W001",
                    SecurityMiddleware.class,
                    "HSTS, the redirect to HTTPS, X-Content-Type-Options, Referrer-Policy and Cross-Origin-Opener-Policy of"
                            + " SecuritySettings have no effect");
        }
        if (stack.contains(XFrameOptionsMiddleware.class)) {
            add(
                    !config.security().frameOptions().equalsIgnoreCase("DENY"),
                    "security.W019",
                    "SecuritySettings.frameOptions is not DENY.",
                    "Leave it so only if your site shows its own pages in frames.");
        } else {
            missing(
                    "security.W002",
                    XFrameOptionsMiddleware.class,
                    "pages have no X-Frame-Options, so other sites can show yours in a frame and steal clicks");
        }
        if (stack.contains(CsrfMiddleware.class)) {
            add(
                    !config.csrf().cookieSecure() && !config.csrf().useSessions(),
                    "security.W016",
                    "CsrfSettings.cookieSecure is off.",
                    "Switch it on, so that the CSRF cookie never goes over plain HTTP.");
        } else {
            missing("security.W003", CsrfMiddleware.class, "the site is not protected against forged requests");
        }
        keys();
        add(config.debug(), "security.W018", "You should not have debug on in deployment.", null);
        hosts();
        return found;
    }

    private void transport() {
        boolean hsts = !config.security().hsts().isZero();
        add(
                !hsts,
                "security.W004",
                "You have not set SecuritySettings.hsts.",
                "If your whole site is served over HTTPS only, set it, first to a short time: a mistake here locks visitors out.");
        add(
                hsts && !config.security().hstsIncludeSubdomains(),
                "security.W005",
                "SecuritySettings.hstsIncludeSubdomains is off.",
                "Without it the site is open to attacks by way of insecure connections to a subdomain. Switch it on if all"
                        + " subdomains are served over HTTPS only.");
        add(
                !config.security().contentTypeNosniff(),
                "security.W006",
                "SecuritySettings.contentTypeNosniff is off.",
                "Switch it on, so that browsers take files for what their Content-Type says.");
        add(
                !config.security().sslRedirect(),
                "security.W008",
                "SecuritySettings.sslRedirect is off.",
                "Switch it on, unless a proxy redirects to HTTPS.");
        add(
                hsts && !config.security().hstsPreload(),
                "security.W021",
                "SecuritySettings.hstsPreload is off.",
                "Without it the site cannot be put on the browsers' preload list.");
        add(
                config.security().referrerPolicy().isEmpty(),
                "security.W022",
                "SecuritySettings.referrerPolicy is empty.",
                "Set it, for example to \"same-origin\", so that other sites do not learn which of your pages led to them.");
    }

    private void keys() {
        add(
                isWeak(site.settings().secretKey()),
                "security.W009",
                "The secret key has less than 50 characters or less than 5 different ones, or was never changed.",
                "Make a long random one, for example: openssl rand -base64 48");
        List<String> former = site.settings().secretKeyFallbacks();
        for (int i = 0; i < former.size(); i++) {
            add(
                    isWeak(former.get(i)),
                    "security.W025",
                    "Settings.secretKeyFallbacks[" + i
                            + "], a former secret key, has less than 50 characters or less than"
                            + " 5 different ones, or was never changed.",
                    "Take it out once nothing signed with it is left.");
        }
    }

    private void hosts() {
        add(
                config.allowedHosts().isEmpty(),
                "security.W020",
                "Settings.allowedHosts must not be empty in deployment.",
                "Name the hosts that the site is reached by.");
        add(
                config.allowedHosts().contains("*"),
                "quintet.W001",
                "Settings.allowedHosts has \"*\": a request may claim any host, and links that are made from it, as in mails,"
                        + " then lead there.",
                "Name the hosts, unless a proxy in front lets no other through.");
        for (String origin : config.csrf().trustedOrigins()) {
            add(
                    origin.startsWith("http://"),
                    "quintet.W002",
                    "CsrfSettings.trustedOrigins has '" + origin
                            + "': who can change what comes over plain HTTP from there"
                            + " may send forms to your site.",
                    "Write https://, or take it out.");
        }
    }

    /** Too short, too even, or the text of an example. */
    private static boolean isWeak(String key) {
        return key.length() < LEAST_KEY
                || key.chars().distinct().count() < LEAST_DIFFERENT
                || key.startsWith("change-me")
                || key.startsWith("django-insecure-");
    }

    private void missing(String id, Class<? extends Middleware> type, String consequence) {
        found.add(CheckMessage.warning(
                id,
                "The middleware " + type.getSimpleName() + " was taken out: " + consequence + ".",
                "Do not remove it from the MiddlewareStack, or see to it that a server in front does the same.",
                null));
    }

    private void add(boolean applies, String id, String message, @Nullable String hint) {
        if (applies) found.add(CheckMessage.warning(id, message, hint, null));
    }
}
