package quintet.templates;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tags read from a request. The engine does not know requests; the web layer gives it this view of them. Each
 * default means "there is none".
 */
public interface RequestSupport {
    /** No requests at all. */
    RequestSupport NONE = new RequestSupport() {};

    /**
     * The token {@code {% csrf_token %}} puts into a form.
     *
     * @param context the render; by default its variable {@code csrf_token} counts
     * @return null for none
     */
    default @Nullable Object csrfToken(Context context) {
        return context.get("csrf_token");
    }

    /**
     * The query parameters {@code {% querystring %}} starts from.
     *
     * @param request the request of the render
     * @return names and values in order; null if the request has none
     */
    default @Nullable Map<String, ? extends List<?>> query(Object request) {
        return null;
    }

    /**
     * The nonce {@code {% csp_nonce_attr %}} prints.
     *
     * @param context the render; by default its variable {@code csp_nonce} counts
     * @return null for none
     */
    default @Nullable Object cspNonce(Context context) {
        return context.get("csp_nonce");
    }
}
