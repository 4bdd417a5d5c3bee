package quintet.http.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which URLs a redirect may lead to. */
public final class Redirects {
    /** The longest URL, in characters. */
    public static final int MAX_LENGTH = 16_384;

    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp");

    private Redirects() {}

    /** What is wrong with a redirect to this URL, or null. */
    public static @Nullable String problem(String url) {
        if (url.length() > MAX_LENGTH) return "Unsafe redirect exceeding " + MAX_LENGTH + " characters";
        String scheme;
        try {
            scheme = SplitUrl.of(url).scheme();
        } catch (IllegalArgumentException e) {
            return "Unsafe redirect to a malformed URL";
        }
        if (scheme.isEmpty() || SCHEMES.contains(scheme)) return null;
        return "Unsafe redirect to URL with protocol '" + scheme + "'";
    }
}
