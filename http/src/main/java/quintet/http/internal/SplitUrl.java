package quintet.http.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A URL in its five parts, split as Python's urlsplit does: leading control characters and all tabs and line breaks are
 * dropped, as browsers do.
 */
public record SplitUrl(String scheme, String netloc, String path, String query, String fragment) {

    /**
     * Splits.
     *
     * @throws IllegalArgumentException when the host part is malformed
     */
    public static SplitUrl of(String text) {
        String url = clean(text);
        String scheme = "";
        int colon = url.indexOf(':');
        if (colon > 0 && isScheme(url, colon)) {
            scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
            url = url.substring(colon + 1);
        }
        String netloc = "";
        if (url.startsWith("//")) {
            int end = 2;
            while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) end++;
            netloc = url.substring(2, end);
            url = url.substring(end);
            checkNetloc(netloc);
        }
        int hash = url.indexOf('#');
        String fragment = hash < 0 ? "" : url.substring(hash + 1);
        if (hash >= 0) url = url.substring(0, hash);
        int mark = url.indexOf('?');
        String query = mark < 0 ? "" : url.substring(mark + 1);
        if (mark >= 0) url = url.substring(0, mark);
        return new SplitUrl(scheme, netloc, url, query, fragment);
    }

    private static String clean(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) <= ' ') start++;
        String url = text.substring(start);
        if (url.indexOf('\t') < 0 && url.indexOf('\r') < 0 && url.indexOf('\n') < 0) return url;
        return url.replace("\t", "").replace("\r", "").replace("\n", "");
    }

    private static boolean isScheme(String url, int end) {
        char first = (char) (url.charAt(0) | 0x20);
        if (first < 'a' || first > 'z') return false;
        for (int i = 0; i < end; i++) {
            char c = url.charAt(i);
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 128;
            if (!letter && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return false;
        }
        return true;
    }

    private static void checkNetloc(String netloc) {
        boolean opens = netloc.indexOf('[') >= 0;
        if (opens != netloc.indexOf(']') >= 0) throw new IllegalArgumentException("Invalid IPv6 URL");
        if (opens) checkBrackets(netloc.substring(netloc.lastIndexOf('@') + 1));
        for (int i = 0; i < netloc.length(); i++) {
            if (netloc.charAt(i) >= 128) {
                checkNormalized(netloc);
                return;
            }
        }
    }

    private static void checkBrackets(String hostAndPort) {
        int open = hostAndPort.indexOf('[');
        String host;
        if (open >= 0) {
            int close = hostAndPort.indexOf(']', open);
            if (close < 0) throw new IllegalArgumentException("Invalid IPv6 URL");
            String rest = hostAndPort.substring(close + 1);
            if (open > 0 || !rest.isEmpty() && rest.charAt(0) != ':') {
                throw new IllegalArgumentException("Invalid IPv6 URL");
            }
            host = hostAndPort.substring(1, close);
        } else {
            int colon = hostAndPort.indexOf(':');
            host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        }
        if (!IpAddresses.isBracketedHost(host)) {
            throw new IllegalArgumentException("'" + host + "' does not appear to be an IPv6 address");
        }
    }

    private static void checkNormalized(String netloc) {
        String plain = netloc.replaceAll("[@:#?]", "");
        String normalized = Normalizer.normalize(plain, Normalizer.Form.NFKC);
        if (normalized.equals(plain)) return;
        for (int i = 0; i < normalized.length(); i++) {
            if ("/?#@:".indexOf(normalized.charAt(i)) >= 0) {
                throw new IllegalArgumentException(
                        "netloc '" + netloc + "' contains invalid characters under NFKC normalization");
            }
        }
    }

    /** The host in lower case without brackets, empty if there is none. */
    public String hostname() {
        String host = hostInfo();
        if (host.startsWith("[")) {
            int close = host.indexOf(']');
            host = host.substring(1, close < 0 ? host.length() : close);
        } else {
            int colon = host.indexOf(':');
            if (colon >= 0) host = host.substring(0, colon);
        }
        int zone = host.indexOf('%');
        if (zone < 0) return host.toLowerCase(Locale.ROOT);
        return host.substring(0, zone).toLowerCase(Locale.ROOT) + host.substring(zone);
    }

    /**
     * The port if one is given.
     *
     * @throws IllegalArgumentException when it is no port number
     */
    public OptionalInt port() {
        String host = hostInfo();
        int colon = host.indexOf(':', Math.max(0, host.indexOf(']')));
        String port = colon < 0 ? "" : host.substring(colon + 1);
        if (port.isEmpty()) return OptionalInt.empty();
        boolean digits = port.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || port.length() > 9 || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("'" + port + "' is not a port");
        }
        return OptionalInt.of(Integer.parseInt(port));
    }

    private String hostInfo() {
        return netloc.substring(netloc.lastIndexOf('@') + 1);
    }

    /** The URL of these parts. */
    public String unsplit() {
        StringBuilder out = new StringBuilder();
        if (!scheme.isEmpty()) out.append(scheme).append(':');
        if (!netloc.isEmpty() || path.startsWith("//")) {
            out.append("//").append(netloc);
            if (!path.isEmpty() && !path.startsWith("/")) out.append('/');
        }
        out.append(path);
        if (!query.isEmpty()) out.append('?').append(query);
        if (!fragment.isEmpty()) out.append('#').append(fragment);
        return out.toString();
    }
}
