package quintet.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Host names in headers: their syntax, and whether a site answers to them. */
public final class Hosts {
    private static final List<String> LOCAL = List.of(".localhost", "127.0.0.1", "[::1]");

    private Hosts() {}

    /**
     * A host header in its parts.
     *
     * @param domain the name or address in lower case, without a dot at its end; empty if the header is malformed
     * @param port the port as sent, empty if none
     */
    public record DomainPort(String domain, String port) {}

    /** Splits a Host header (split_domain_port). */
    public static DomainPort split(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        int end = lower.startsWith("[") ? lower.indexOf(']') + 1 : lower.indexOf(':');
        if (end < 0) end = lower.length();
        String domain = lower.substring(0, end);
        String rest = lower.substring(end);
        boolean valid = domain.startsWith("[") ? isV6(domain) : isName(domain);
        if (!valid || !isPortOrEmpty(rest)) return new DomainPort("", "");
        String name = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        return new DomainPort(name, rest.isEmpty() ? "" : rest.substring(1));
    }

    private static boolean isName(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            char c = domain.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-')) return false;
        }
        return !domain.isEmpty();
    }

    private static boolean isV6(String bracketed) {
        String address = bracketed.substring(1, bracketed.length() - 1);
        int colon = address.indexOf(':');
        if (colon < 0 || colon == address.length() - 1) return false;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean allowed = c >= 'a' && c <= 'f' || c >= '0' && c <= '9' || c == ':' || c == '.' && i > colon;
            if (!allowed) return false;
        }
        return true;
    }

    private static boolean isPortOrEmpty(String rest) {
        if (rest.isEmpty()) return true;
        if (rest.charAt(0) != ':' || rest.length() == 1) return false;
        for (int i = 1; i < rest.length(); i++) {
            if (rest.charAt(i) < '0' || rest.charAt(i) > '9') return false;
        }
        return true;
    }

    /** Whether a domain is one of these patterns: a name, {@code .example.com} with subdomains, or {@code *}. */
    public static boolean isAllowed(String domain, List<String> patterns) {
        for (String pattern : patterns) {
            if (pattern.equals("*") || isSameDomain(domain, pattern)) return true;
        }
        return false;
    }

    /** Whether a host is this name or, with a leading dot, it or a subdomain of it (is_same_domain). */
    public static boolean isSameDomain(String host, String pattern) {
        if (pattern.isEmpty()) return false;
        String lower = pattern.toLowerCase(Locale.ROOT);
        if (lower.charAt(0) != '.') return lower.equals(host);
        return host.endsWith(lower) || host.equals(lower.substring(1));
    }

    /** What is wrong with this host for a site, or null. Without allowed hosts a site in debug mode answers to this machine. */
    static @Nullable String problem(String host, List<String> allowed, boolean debug) {
        String domain = split(host).domain();
        List<String> patterns = debug && allowed.isEmpty() ? LOCAL : allowed;
        if (!domain.isEmpty() && isAllowed(domain, patterns)) return null;
        String shown = quintet.http.internal.PyText.repr(host);
        if (domain.isEmpty()) {
            return "Invalid HTTP_HOST header: " + shown
                    + ". The domain name provided is not valid according to RFC 1034/1035.";
        }
        return "Invalid HTTP_HOST header: " + shown + ". You may need to add '" + domain + "' to ALLOWED_HOSTS.";
    }
}
