package quintet.views;

import org.jspecify.annotations.Nullable;

/**
 * What the mixins have in common that let only some visitors in. Who is not logged in is sent to the login page; who is,
 * but may not, gets 403. Django's {@code AccessMixin}.
 */
public interface AccessMixin {
    /** Where to log in: a URL or the name of a route; null for the site's {@link quintet.http.HttpSettings#loginUrl()}. */
    default @Nullable String loginUrl() {
        return null;
    }

    /** The parameter that tells the login page where to go afterwards; empty for none. */
    default String redirectField() {
        return "next";
    }

    /** Whether those who are not logged in get 403 too, rather than the login page. Django's {@code raise_exception}. */
    default boolean raiseException() {
        return false;
    }

    /** What the exception says, for logs and error pages. */
    default String permissionDeniedMessage() {
        return "";
    }
}
