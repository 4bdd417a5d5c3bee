package quintet.dev.internal.pages;

import java.util.List;

/** What the reasons of refused forms mean. */
final class CsrfReasons {
    private CsrfReasons() {}

    /** What to do about a reason. */
    static List<Hint> explain(String reason) {
        if (reason.startsWith("CSRF cookie not set")) {
            return List.of(
                    Hint.of(
                            "The browser sent no CSRF cookie. It gets one with a page that has a token in it: load the form's page"
                                    + " from this site first, and let the form have its token:",
                            "{% csrf_token %}"),
                    Hint.of(
                            "Does the browser take cookies from this site? A cookie that is for HTTPS only, or for another"
                                    + " domain, does not come back: see CsrfSettings.cookieSecure and cookieDomain."));
        }
        if (reason.startsWith("CSRF token missing")) {
            return List.of(
                    Hint.of("The form was sent without its token. Put this into the <form>:", "{% csrf_token %}"),
                    Hint.of(
                            "A script sends the token as a header:",
                            "headers: {'X-CSRFToken': document.querySelector('[name=csrfmiddlewaretoken]').value}"),
                    Hint.of(
                            "A handler that knows its callers by other means, such as a signed webhook, is exempt with:",
                            "csrfExempt(Views::hook)"));
        }
        if (reason.startsWith("Origin checking failed")) {
            return List.of(Hint.of(
                    "The form came from another site than this one. If that is meant, trust the other by name; behind a proxy"
                            + " that takes HTTPS off, set SecuritySettings.proxyHeader instead.",
                    ".with(CsrfSettings.defaults().trustedOrigins(\"https://www.example.com\"))"));
        }
        if (reason.startsWith("Referer checking failed")) {
            return List.of(Hint.of(
                    "Over HTTPS a form must say which page it is on, and that must be a page of this site. A Referrer-Policy of"
                            + " no-referrer, in a header or a <meta>, keeps the browser from saying so; same-origin is enough.",
                    ".with(SecuritySettings.defaults().referrerPolicy(\"same-origin\"))"));
        }
        return List.of(
                Hint.of(
                        "The token does not belong to the cookie. That happens after a login in another tab, when the page"
                                + " was kept by a cache, or when the cookie is that of another site on this host: load the page again."));
    }
}
