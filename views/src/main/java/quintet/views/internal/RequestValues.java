package quintet.views.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.ContentSecurityPolicyMiddleware;
import quintet.http.Csrf;
import quintet.http.Request;
import quintet.templates.Context;
import quintet.templates.RequestSupport;

/** What the engine's tags read from requests. */
final class RequestValues implements RequestSupport {
    @Override
    public @Nullable Object csrfToken(Context context) {
        Object given = context.get("csrf_token");
        return given == null && context.request() instanceof Request request ? Csrf.token(request) : given;
    }

    @Override
    public @Nullable Map<String, ? extends List<?>> query(Object request) {
        return request instanceof Request ours ? ours.query().lists() : null;
    }

    @Override
    public @Nullable Object cspNonce(Context context) {
        Object given = context.get("csp_nonce");
        return given == null && context.request() instanceof Request request
                ? ContentSecurityPolicyMiddleware.nonce(request)
                : given;
    }
}
