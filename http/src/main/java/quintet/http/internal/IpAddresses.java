package quintet.http.internal;

import java.util.regex.Pattern;

/** Syntax of numeric addresses in URLs. */
final class IpAddresses {
    private static final Pattern FUTURE = Pattern.compile("v[a-fA-F0-9]+\\..+", Pattern.DOTALL);

    private IpAddresses() {}

    /** Whether this may stand between brackets in a URL: an IPv6 or a future address. */
    static boolean isBracketedHost(String host) {
        return host.startsWith("v") ? FUTURE.matcher(host).matches() : isV6(host);
    }

    /** Whether this is an IPv6 address, with a zone perhaps. */
    static boolean isV6(String text) {
        int zone = text.indexOf('%');
        if (zone >= 0 && (zone == text.length() - 1 || text.indexOf('%', zone + 1) >= 0)) return false;
        String address = zone >= 0 ? text.substring(0, zone) : text;
        int gap = address.indexOf("::");
        if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) return false;
        if (gap < 0) return groups(address, true) == 8;
        int before = groups(address.substring(0, gap), false);
        int after = groups(address.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after < 8;
    }

    /** How many 16-bit groups there are, a last IPv4 address counting two; -1 if malformed. */
    private static int groups(String text, boolean last) {
        if (text.isEmpty()) return 0;
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                if (!isV4(parts[i])) return -1;
                count += 2;
            } else if (isGroup(parts[i])) {
                count++;
            } else {
                return -1;
            }
        }
        return count;
    }

    private static boolean isGroup(String text) {
        if (text.isEmpty() || text.length() > 4) return false;
        for (int i = 0; i < text.length(); i++) {
            if (Percent.hex(text.charAt(i)) < 0) return false;
        }
        return true;
    }

    private static boolean isV4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) return false;
        for (String part : parts) {
            boolean digits =
                    !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || Integer.parseInt(part) > 255 || part.length() > 1 && part.charAt(0) == '0') return false;
        }
        return true;
    }
}
