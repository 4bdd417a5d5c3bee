package quintet.views;

import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import quintet.core.PermissionDenied;
import quintet.core.Site;
import quintet.http.AnyHandler;
import quintet.http.Decorator;
import quintet.http.Handler;
import quintet.http.Handler1;
import quintet.http.Handler2;
import quintet.http.Handler3;
import quintet.http.HttpSettings;
import quintet.http.QueryDict;
import quintet.http.Request;
import quintet.http.Response;

/**
 * Wrappers that let only some visitors reach a handler: {@code loginRequired(Views::detail)}. Who is not logged in is sent
 * to the login page; who is, but may not, gets 403. Class-based views have {@link LoginRequired} and its like too.
 */
public final class Access {
    private static final AccessMixin USUAL = new AccessMixin() {};

    private Access() {}

    /** Lets only logged-in users through. */
    public static Decorator loginRequired() {
        return userPassesTest(Identity::isAuthenticated);
    }

    /** Lets only users through who have all these permissions. */
    public static Decorator permissionRequired(String... permissions) {
        List<String> all = List.of(permissions);
        return userPassesTest(user -> user.hasPermissions(all));
    }

    /** Lets only users through who pass a test. */
    public static Decorator userPassesTest(Predicate<? super Identity> test) {
        return (request, view) -> test.test(Identity.of(request)) ? view.handle(request) : refuse(USUAL, request);
    }

    /** A handler for logged-in users only. */
    public static Handler loginRequired(Handler handler) {
        return loginRequired().on(handler);
    }

    /** A handler for logged-in users only. */
    public static <A> Handler1<A> loginRequired(Handler1<A> handler) {
        return loginRequired().on(handler);
    }

    /** A handler for logged-in users only. */
    public static <A, B> Handler2<A, B> loginRequired(Handler2<A, B> handler) {
        return loginRequired().on(handler);
    }

    /** A handler for logged-in users only. */
    public static <A, B, C> Handler3<A, B, C> loginRequired(Handler3<A, B, C> handler) {
        return loginRequired().on(handler);
    }

    /** A class-based view for logged-in users only. */
    public static AnyHandler loginRequired(AnyHandler view) {
        return loginRequired().on(view);
    }

    /** A handler for users with this permission. */
    public static Handler permissionRequired(String permission, Handler handler) {
        return permissionRequired(permission).on(handler);
    }

    /** A handler for users with this permission. */
    public static <A> Handler1<A> permissionRequired(String permission, Handler1<A> handler) {
        return permissionRequired(permission).on(handler);
    }

    /** A class-based view for users with this permission. */
    public static AnyHandler permissionRequired(String permission, AnyHandler view) {
        return permissionRequired(permission).on(view);
    }

    /** Sends the visitor to the site's login page and back afterwards. */
    public static Response redirectToLogin(String next) {
        return Response.redirect(loginUrl(next, Shortcuts.resolveUrl(siteLoginUrl()), "next"));
    }

    /**
     * The URL of a login page that goes on to {@code next}.
     *
     * @param field the parameter's name; empty to leave it out
     */
    public static String loginUrl(String next, String loginUrl, String field) {
        if (field.isEmpty()) {
            return loginUrl;
        }
        int hash = loginUrl.indexOf('#');
        String fragment = hash < 0 ? "" : loginUrl.substring(hash);
        String url = hash < 0 ? loginUrl : loginUrl.substring(0, hash);
        int mark = url.indexOf('?');
        QueryDict query = QueryDict.of(mark < 0 ? "" : url.substring(mark + 1)).with(field, next);
        return (mark < 0 ? url : url.substring(0, mark)) + "?" + query.urlencode("/") + fragment;
    }

    /** Answers a visitor who may not see a view. */
    static Response refuse(AccessMixin view, Request request) {
        if (view.raiseException() || Identity.of(request).isAuthenticated()) {
            throw new PermissionDenied(view.permissionDeniedMessage());
        }
        @Nullable String own = view.loginUrl();
        String login = Shortcuts.resolveUrl(own == null ? siteLoginUrl() : own);
        String back = isElsewhere(login, request) ? request.absoluteUri() : request.fullPath();
        return Response.redirect(loginUrl(back, login, view.redirectField()));
    }

    private static boolean isElsewhere(String login, Request request) {
        if (!login.contains("//")) {
            return false;
        }
        URI there = URI.create(login);
        URI here = URI.create(request.absoluteUri());
        boolean sameScheme = there.getScheme() == null || there.getScheme().equals(here.getScheme());
        boolean sameHost =
                there.getRawAuthority() == null || there.getRawAuthority().equals(here.getRawAuthority());
        return !(sameScheme && sameHost);
    }

    private static String siteLoginUrl() {
        return Site.current()
                .settings()
                .part(HttpSettings.class)
                .orElse(HttpSettings.defaults())
                .loginUrl();
    }
}
