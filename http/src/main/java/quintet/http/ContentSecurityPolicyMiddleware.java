package quintet.http;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.http.internal.HttpConfig;

/** Sends the site's {@link Csp}, or the one a decorator has put in its place for a handler. */
public final class ContentSecurityPolicyMiddleware implements Middleware {
    static final Key<Csp> OVERRIDE = Key.of("csp_config");
    static final Key<Csp> OVERRIDE_REPORT_ONLY = Key.of("csp_ro_config");
    private static final Key<String> NONCE = Key.of("csp_nonce");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecuritySettings settings;

    /** For this site. */
    public ContentSecurityPolicyMiddleware(Site site) {
        settings = site.service(HttpConfig.class).security();
    }

    /** This request's nonce, for {@code <script nonce="...">}; made when first asked for, and only then sent. */
    public static String nonce(Request request) {
        String nonce = request.get(NONCE);
        if (nonce == null) {
            byte[] bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            request.set(NONCE, nonce);
        }
        return nonce;
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        Response response = next.handle(request);
        String nonce = request.get(NONCE);
        response = with(response, Csp.HEADER, response.get(OVERRIDE), settings.csp(), nonce);
        return with(
                response, Csp.HEADER_REPORT_ONLY, response.get(OVERRIDE_REPORT_ONLY), settings.cspReportOnly(), nonce);
    }

    private static Response with(
            Response response, String header, @Nullable Csp override, Csp configured, @Nullable String nonce) {
        Csp policy = override == null ? configured : override;
        return policy.isEmpty() ? response : response.headerDefault(header, policy.header(nonce));
    }
}
