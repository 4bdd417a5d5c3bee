package quintet.http;

import java.util.Optional;
import quintet.core.ImproperlyConfigured;
import quintet.http.internal.HttpConfig;
import quintet.http.internal.SplitUrl;

/** Sends visitors to the login page and back. */
public final class Logins {
    /** The parameter that tells the login page where to go on: {@code next}. */
    public static final String NEXT = "next";

    private Logins() {}

    /** Marks a handler that anybody may see, for {@link LoginRequiredMiddleware}. */
    public static final Key<Boolean> NOT_REQUIRED = Key.of("login_not_required");

    /** Marks a handler with its own login page. */
    public static final Key<Page> PAGE = Key.of("login_page");

    /**
     * A login page.
     *
     * @param url a URL or the name of a route; empty for {@link HttpSettings#loginUrl()}
     * @param field the parameter that tells it where to go on; empty for none
     */
    public record Page(String url, String field) {}

    /** Redirects to the site's login page, which leads back to this request's URL. */
    public static Response redirect(Request request) {
        return redirect(request, new Page("", NEXT));
    }

    /** Redirects to a login page, which leads back to this request's URL. */
    public static Response redirect(Request request, Page page) {
        String configured = request.site().service(HttpConfig.class).http().loginUrl();
        String login = page.url().isEmpty() ? configured : page.url();
        if (login.isEmpty()) {
            throw new ImproperlyConfigured(
                    "No login URL to redirect to. Set HttpSettings.loginUrl (LOGIN_URL), or give one to"
                            + " the handler's loginRequired.");
        }
        String url = resolve(request.urls(), login);
        SplitUrl there = SplitUrl.of(url);
        boolean sameScheme = there.scheme().isEmpty() || there.scheme().equals(request.scheme());
        boolean sameHost = there.netloc().isEmpty() || there.netloc().equals(request.host());
        return redirect(sameScheme && sameHost ? request.fullPath() : request.absoluteUri(), url, page.field());
    }

    /** Redirects to a login URL with {@code next} as the value of this parameter (redirect_to_login). */
    public static Response redirect(String next, String loginUrl, String field) {
        if (field.isEmpty()) return Response.redirect(loginUrl);
        SplitUrl parts = SplitUrl.of(loginUrl);
        String query = QueryDict.of(parts.query()).with(field, next).urlencode("/");
        return Response.redirect(
                new SplitUrl(parts.scheme(), parts.netloc(), parts.path(), query, parts.fragment()).unsplit());
    }

    /** The URL of a route's name; what has a slash or a dot in it may be a URL itself (resolve_url). */
    public static String resolve(UrlConf urls, String nameOrUrl) {
        if (nameOrUrl.startsWith("./") || nameOrUrl.startsWith("../")) return nameOrUrl;
        boolean looksLikeUrl = nameOrUrl.indexOf('/') >= 0 || nameOrUrl.indexOf('.') >= 0;
        if (looksLikeUrl) return nameOrUrl;
        Optional<Request> request = Request.current();
        String app =
                request.map(Request::matchOrNull).map(ResolverMatch::namespace).orElse(null);
        return Urls.named(nameOrUrl).currentApp(app).url(urls);
    }
}
