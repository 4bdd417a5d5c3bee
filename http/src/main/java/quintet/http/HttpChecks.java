package quintet.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.Check;
import quintet.core.CheckMessage;
import quintet.core.Site;
import quintet.core.SiteBuilder;
import quintet.http.internal.HttpConfig;

/** What can be wrong with the HTTP settings: mistakes keep a site from opening, risks are reported by the checks. */
final class HttpChecks {
    private static final Set<String> REFERRER_POLICIES = Set.of(
            "no-referrer",
            "no-referrer-when-downgrade",
            "origin",
            "origin-when-cross-origin",
            "same-origin",
            "strict-origin",
            "strict-origin-when-cross-origin",
            "unsafe-url");
    private static final Set<String> OPENER_POLICIES = Set.of("same-origin", "same-origin-allow-popups", "unsafe-none");

    private static final int LEAST_KEY = 50;
    private static final int LEAST_DIFFERENT = 5;

    private HttpChecks() {}

    static void addTo(SiteBuilder builder) {
        HttpConfig config = HttpConfig.of(builder.settings());
        for (String origin : config.csrf().trustedOrigins()) {
            if (!origin.contains("://")) {
                builder.problem("CsrfSettings.trustedOrigins has '" + origin + "' without a scheme: write \"https://"
                        + origin + "\".");
            }
        }
        String opener = config.security().crossOriginOpenerPolicy();
        if (opener != null && !OPENER_POLICIES.contains(opener)) {
            builder.problem("SecuritySettings.crossOriginOpenerPolicy is '" + opener + "' but must be one of "
                    + OPENER_POLICIES + ".");
        }
        for (String policy : config.security().referrerPolicy()) {
            if (!REFERRER_POLICIES.contains(policy)) {
                builder.problem("SecuritySettings.referrerPolicy has '" + policy + "', which is none of "
                        + REFERRER_POLICIES + ".");
            }
        }
        builder.check(Check.deploy("security", HttpChecks::deployment));
    }

    private static List<CheckMessage> deployment(Site site) {
        HttpConfig config = site.service(HttpConfig.class);
        List<CheckMessage> found = new ArrayList<>();
        add(
                found,
                config.security().hsts().isZero(),
                "security.W004",
                "You have not set SecuritySettings.hsts.",
                "If your whole site is served over HTTPS only, set it, first to a short time: a mistake here locks visitors out.");
        boolean hsts = !config.security().hsts().isZero();
        add(
                found,
                hsts && !config.security().hstsIncludeSubdomains(),
                "security.W005",
                "SecuritySettings.hstsIncludeSubdomains is off.",
                "Without it the site is open to attacks by way of insecure connections to a subdomain. Switch it on if all"
                        + " subdomains are served over HTTPS only.");
        add(
                found,
                !config.security().contentTypeNosniff(),
                "security.W006",
                "SecuritySettings.contentTypeNosniff is off.",
                null);
        add(
                found,
                !config.security().sslRedirect(),
                "security.W008",
                "SecuritySettings.sslRedirect is off.",
                "Switch it on, unless a proxy redirects to HTTPS.");
        add(
                found,
                isWeak(site.settings().secretKey()),
                "security.W009",
                "The secret key has less than 50 characters or less than 5 different ones, or was never changed.",
                "Make a long random one, for example: openssl rand -base64 48");
        add(
                found,
                !config.csrf().cookieSecure() && !config.csrf().useSessions(),
                "security.W016",
                "CsrfSettings.cookieSecure is off.",
                "Switch it on, so that the CSRF cookie never goes over plain HTTP.");
        add(found, config.debug(), "security.W018", "You should not have debug on in deployment.", null);
        add(
                found,
                !config.security().frameOptions().equalsIgnoreCase("DENY"),
                "security.W019",
                "SecuritySettings.frameOptions is not DENY.",
                "Leave it so only if your site shows its own pages in frames.");
        add(
                found,
                config.allowedHosts().isEmpty(),
                "security.W020",
                "Settings.allowedHosts must not be empty in deployment.",
                null);
        add(
                found,
                hsts && !config.security().hstsPreload(),
                "security.W021",
                "SecuritySettings.hstsPreload is off.",
                "Without it the site cannot be put on the browsers' preload list.");
        add(
                found,
                config.security().referrerPolicy().isEmpty(),
                "security.W022",
                "SecuritySettings.referrerPolicy is empty.",
                null);
        for (String key : site.settings().secretKeyFallbacks()) {
            add(
                    found,
                    isWeak(key),
                    "security.W025",
                    "A former secret key (Settings.secretKeyFallbacks) has less than 50 characters or less than 5 different"
                            + " ones.",
                    "Take it out once nothing signed with it is left.");
        }
        return found;
    }

    /** Too short, too even, or the text of an example. */
    private static boolean isWeak(String key) {
        return key.length() < LEAST_KEY
                || key.chars().distinct().count() < LEAST_DIFFERENT
                || key.startsWith("change-me")
                || key.startsWith("django-insecure-");
    }

    private static void add(
            List<CheckMessage> found, boolean applies, String id, String message, @Nullable String hint) {
        if (applies) found.add(CheckMessage.warning(id, message, hint, null));
    }
}
