package quintet.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.SplitUrl;

/** Checks where a request comes from by its Origin or Referer header. */
final class CsrfOrigins {
    private final CsrfSettings settings;
    private final Set<String> exact = new HashSet<>();
    private final Map<String, List<String>> subdomainsByScheme = new HashMap<>();
    private final List<String> refererHosts = new ArrayList<>();

    CsrfOrigins(CsrfSettings settings) {
        this.settings = settings;
        for (String origin : settings.trustedOrigins()) {
            SplitUrl parts = SplitUrl.of(origin);
            String host = parts.netloc().startsWith("*") ? parts.netloc().substring(1) : parts.netloc();
            refererHosts.add(host);
            if (origin.indexOf('*') < 0) exact.add(origin);
            else
                subdomainsByScheme
                        .computeIfAbsent(parts.scheme(), s -> new ArrayList<>())
                        .add(host);
        }
    }

    /** Why the request is refused, or null. */
    @Nullable
    String problem(Request request) {
        String origin = request.header("Origin");
        if (origin != null) {
            return isTrusted(request, origin)
                    ? null
                    : "Origin checking failed - " + origin + " does not match any trusted origins.";
        }
        return request.isSecure() ? refererProblem(request) : null;
    }

    private boolean isTrusted(Request request, String origin) {
        String host = hostOrNull(request);
        if (host != null && origin.equals((request.isSecure() ? "https://" : "http://") + host)) return true;
        if (exact.contains(origin)) return true;
        try {
            SplitUrl parts = SplitUrl.of(origin);
            return isAny(parts.netloc(), subdomainsByScheme.getOrDefault(parts.scheme(), List.of()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAny(String host, List<String> patterns) {
        for (String pattern : patterns) {
            if (Hosts.isSameDomain(host, pattern)) return true;
        }
        return false;
    }

    private @Nullable String refererProblem(Request request) {
        String referer = request.header("Referer");
        if (referer == null) return "Referer checking failed - no Referer.";
        SplitUrl parts;
        try {
            parts = SplitUrl.of(referer);
        } catch (IllegalArgumentException e) {
            return "Referer checking failed - Referer is malformed.";
        }
        if (parts.scheme().isEmpty() || parts.netloc().isEmpty())
            return "Referer checking failed - Referer is malformed.";
        if (!parts.scheme().equals("https"))
            return "Referer checking failed - Referer is insecure while host is secure.";
        if (isAny(parts.netloc(), refererHosts)) return null;
        String good = goodReferer(request);
        if (good != null && Hosts.isSameDomain(parts.netloc(), good)) return null;
        return "Referer checking failed - " + parts.unsplit() + " does not match any trusted origins.";
    }

    private @Nullable String goodReferer(Request request) {
        String domain = settings.cookieDomain();
        if (domain == null) return hostOrNull(request);
        String port = request.port();
        return port.equals("443") || port.equals("80") ? domain : domain + ":" + port;
    }

    private static @Nullable String hostOrNull(Request request) {
        try {
            return request.host();
        } catch (DisallowedHost e) {
            return null;
        }
    }
}
