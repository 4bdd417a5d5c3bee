package quintet.http;

import java.util.Collection;
import java.util.Set;
import quintet.http.internal.PyText;
import quintet.http.internal.SplitUrl;

/** Tells URLs that lead to this site from those that lead users elsewhere. */
public final class SafeUrls {
    private static final int MAX_LENGTH = 2048;

    private SafeUrls() {}

    /**
     * Whether a redirect to this URL, which came from a client, stays on the hosts given
     * (url_has_allowed_host_and_scheme). Use it before redirecting to a {@code next} parameter.
     *
     * @param allowedHosts hosts, with their ports, that may be named; usually {@code Set.of(request.host())}
     * @param requireHttps whether plain http is refused; usually {@code request.isSecure()}
     */
    public static boolean isSafe(String url, Collection<String> allowedHosts, boolean requireHttps) {
        String text = PyText.strip(url);
        if (text.isEmpty()) return false;
        // browsers take a backslash for a slash, but it may also stand in a password
        return check(text, allowedHosts, requireHttps) && check(text.replace('\\', '/'), allowedHosts, requireHttps);
    }

    /** Whether a redirect to this URL stays on the request's host. */
    public static boolean isSafe(Request request, String url) {
        return isSafe(url, Set.of(request.host()), request.isSecure());
    }

    private static boolean check(String url, Collection<String> allowedHosts, boolean requireHttps) {
        // browsers take any number of slashes for two
        if (url.startsWith("///") || url.length() > MAX_LENGTH) return false;
        SplitUrl parts;
        try {
            parts = SplitUrl.of(url);
        } catch (IllegalArgumentException e) {
            return false;
        }
        boolean hasHost = !parts.netloc().isEmpty();
        if (!hasHost && !parts.scheme().isEmpty() || PyText.isControl(url.codePointAt(0))) return false;
        String scheme = hasHost && parts.scheme().isEmpty() ? "http" : parts.scheme();
        if (hasHost && !allowedHosts.contains(parts.netloc())) return false;
        return scheme.isEmpty() || scheme.equals("https") || scheme.equals("http") && !requireHttps;
    }
}
