package quintet.http;

import java.util.Set;
import quintet.core.Check;
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
        builder.check(Check.deploy("security", DeploymentChecks::of));
    }
}
