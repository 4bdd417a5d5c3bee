package quintet.forms.internal;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.fields.IpAddresses;
import quintet.fields.ValidationError;

/** Brings web addresses, IP addresses and UUIDs that people write into one form. */
public final class Addresses {
    private static final Pattern PARTS = Pattern.compile(
            "(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");

    private Addresses() {}

    /** The address, with a scheme if it has none. */
    public static String withScheme(String text, String assumed) {
        Matcher m = split(text);
        String scheme = m.group(1) == null ? "" : m.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.isEmpty()) {
            return text;
        }
        String host = m.group(2) == null ? "" : m.group(2);
        String path = m.group(3);
        scheme = assumed;
        if (host.isEmpty() && m.group(1) == null) {
            Matcher moved = split("//" + path);
            host = moved.group(2) == null ? "" : moved.group(2);
            path = moved.group(3);
        }
        StringBuilder out = new StringBuilder(scheme).append(':');
        if (!host.isEmpty()) {
            out.append("//").append(host);
            if (!path.isEmpty() && !path.startsWith("/")) {
                out.append('/');
            }
        } else if (text.contains("://")) {
            out.append("//");
        }
        out.append(path);
        append(out, '?', m.group(4));
        append(out, '#', m.group(5));
        return out.toString();
    }

    private static void append(StringBuilder out, char sign, @Nullable String part) {
        if (part != null && !part.isEmpty()) {
            out.append(sign).append(part);
        }
    }

    private static Matcher split(String text) {
        Matcher m = PARTS.matcher(text);
        String host = m.matches() ? m.group(2) : null;
        if (host != null && host.contains("[") != host.contains("]")) {
            throw new ValidationError("Enter a valid URL.", "invalid");
        }
        return m;
    }

    /** The shortest form of an IPv6 address; other text stays as it is. */
    public static String shortIp(String text, boolean unpackIpv4) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        String clean = IpAddresses.cleanV6(text, unpackIpv4);
        if (clean == null) {
            throw new ValidationError("This is not a valid IPv6 address.", "invalid");
        }
        return clean;
    }

    /** A UUID as Python reads it: with or without hyphens, braces or {@code urn:uuid:}. */
    public static @Nullable UUID uuid(String text) {
        String hex = text.replace("urn:", "").replace("uuid:", "");
        int from = 0;
        int to = hex.length();
        while (from < to && "{}".indexOf(hex.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "{}".indexOf(hex.charAt(to - 1)) >= 0) {
            to--;
        }
        hex = hex.substring(from, to).replace("-", "");
        if (!HEX.matcher(hex).matches()) {
            return null;
        }
        return new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }
}
