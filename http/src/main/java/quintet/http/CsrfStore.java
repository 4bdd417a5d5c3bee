package quintet.http;

import org.jspecify.annotations.Nullable;

/** Keeps CSRF secrets elsewhere than in a cookie: the sessions module registers it as a service (CSRF_USE_SESSIONS). */
public interface CsrfStore {
    /** The secret of the client that sends this request, or null. */
    @Nullable
    String get(Request request);

    /** Keeps the secret for the client's next request. */
    void set(Request request, String secret);
}
