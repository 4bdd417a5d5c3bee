package quintet.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.Site;
import quintet.http.internal.CsrfTokens;
import quintet.http.internal.HttpConfig;

/**
 * Refuses requests that another site has made a browser send: what is not GET, HEAD, OPTIONS or TRACE needs a token that
 * fits the client's cookie, and an Origin or, over HTTPS, a Referer of this site or of {@link CsrfSettings#trustedOrigins()}.
 */
public final class CsrfMiddleware implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.security.csrf");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Key<Boolean> DONE = Key.of("csrf_processing_done");

    /** Set on requests of tests that need no token. */
    static final Key<Boolean> NOT_ENFORCED = Key.of("dont_enforce_csrf_checks");

    private final CsrfSettings settings;
    private final CsrfOrigins origins;
    private final @Nullable CsrfStore store;

    /** For this site. */
    public CsrfMiddleware(Site site) {
        settings = site.service(HttpConfig.class).csrf();
        origins = new CsrfOrigins(settings);
        store = settings.useSessions() ? site.service(CsrfStore.class) : null;
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        begin(request);
        return Csrf.sent(request, next.handle(request), settings, store);
    }

    private void begin(Request request) {
        String secret = Csrf.stored(request, settings, store);
        if (secret != null) request.set(Csrf.SECRET, new Csrf.Secret(secret, false));
        else if (store == null && request.cookie(settings.cookieName()) != null) Csrf.rotate(request);
    }

    @Override
    public @Nullable Response processView(Request request, ResolverMatch match) {
        if (Boolean.TRUE.equals(request.get(DONE)) || Boolean.TRUE.equals(match.mark(Csrf.EXEMPT))) return null;
        String reason = check(request);
        request.set(DONE, true);
        return reason == null ? null : refuse(request, reason);
    }

    /** Around one handler: for {@code csrfProtect} where the middleware is not in the site. */
    Response protect(Request request, Next view) throws Exception {
        if (Boolean.TRUE.equals(request.get(DONE))) return view.handle(request);
        if (request.get(Csrf.SECRET) == null) begin(request);
        String reason = check(request);
        request.set(DONE, true);
        Response response = reason == null ? view.handle(request) : refuse(request, reason);
        return Csrf.sent(request, response, settings, store);
    }

    /** Around one handler: knows the client's secret and sends a new one, without refusing anything. */
    Response provide(Request request, Next view) throws Exception {
        if (request.get(Csrf.SECRET) == null) begin(request);
        return Csrf.sent(request, view.handle(request), settings, store);
    }

    private static Response refuse(Request request, String reason) {
        LOG.warn("Forbidden ({}): {}", ErrorResponses.line(reason), ErrorResponses.line(request.pathInfo()));
        return ErrorResponses.views(request.site()).csrfFailure(request, reason);
    }

    /** Why a request is refused, or null. */
    @Nullable
    String check(Request request) {
        if (SAFE.contains(request.method()) || Boolean.TRUE.equals(request.get(NOT_ENFORCED))) return null;
        String reason = origins.problem(request);
        return reason != null ? reason : tokenProblem(request);
    }

    private @Nullable String tokenProblem(Request request) {
        String stored = store == null ? request.cookie(settings.cookieName()) : store.get(request);
        if (stored == null) return "CSRF cookie not set.";
        String problem = CsrfTokens.problem(stored);
        if (problem != null) return "CSRF cookie " + problem + ".";
        String token = request.is("POST") ? request.form().get(Csrf.FIELD, "") : "";
        String source = "POST";
        if (token.isEmpty()) {
            String header = request.header(settings.headerName());
            if (header == null) return "CSRF token missing.";
            token = header;
            source = "the '" + title(settings.headerName()) + "' HTTP header";
        }
        problem = CsrfTokens.problem(token);
        if (problem == null && !CsrfTokens.matches(token, CsrfTokens.secretOf(stored))) problem = "incorrect";
        return problem == null ? null : "CSRF token from " + source + " " + problem + ".";
    }

    /** The header's name as Django spells it: each word with one capital letter. */
    private static String title(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean first = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
            first = !Character.isLetter(c);
        }
        return out.toString();
    }
}
