package quintet.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.CsrfTokens;

/**
 * Tokens against forged requests. A form carries {@link #token} in a field named {@value #FIELD}; a script sends it in the
 * header X-CSRFToken. The decorators tell {@link CsrfMiddleware} which handlers need none.
 */
public final class Csrf {
    /** The name of the form field. */
    public static final String FIELD = "csrfmiddlewaretoken";

    /** Marks a handler that takes requests without a token. */
    static final Key<Boolean> EXEMPT = Key.of("csrf_exempt");

    static final Key<Secret> SECRET = Key.of("csrf_secret");

    /** The secret of this request, and whether the client is to be told. */
    record Secret(String value, boolean send) {}

    private Csrf() {}

    /** A token for a form or script of this page; different each time, always good for the same client. */
    public static String token(Request request) {
        Secret secret = request.get(SECRET);
        String value = secret == null ? CsrfTokens.newSecret() : secret.value();
        request.set(SECRET, new Secret(value, true));
        return CsrfTokens.mask(value);
    }

    /** Takes a new secret: at a login, so that tokens from before are worth nothing. */
    public static void rotate(Request request) {
        request.set(SECRET, new Secret(CsrfTokens.newSecret(), true));
    }

    /** The secret a client has; null if none or a malformed one. */
    static @Nullable String stored(Request request, CsrfSettings settings, @Nullable CsrfStore store) {
        String value = store == null ? request.cookie(settings.cookieName()) : store.get(request);
        return value == null || CsrfTokens.problem(value) != null ? null : CsrfTokens.secretOf(value);
    }

    /** The response with the secret for the client, if a token was made. */
    static Response sent(Request request, Response response, CsrfSettings settings, @Nullable CsrfStore store) {
        Secret secret = request.get(SECRET);
        if (secret == null || !secret.send()) return response;
        request.set(SECRET, new Secret(secret.value(), false));
        if (store != null) {
            if (!secret.value().equals(store.get(request))) store.set(request, secret.value());
            return response;
        }
        Duration age = settings.cookieAge();
        Cookie cookie = Cookie.of(settings.cookieName(), secret.value())
                .maxAge(age.isZero() ? null : age)
                .domain(settings.cookieDomain())
                .path(settings.cookiePath())
                .secure(settings.cookieSecure())
                .httpOnly(settings.cookieHttpOnly())
                .sameSite(settings.cookieSameSite());
        return CacheControl.varying(response.cookie(cookie), "Cookie");
    }
}
