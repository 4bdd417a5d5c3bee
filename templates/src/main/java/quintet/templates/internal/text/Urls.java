package quintet.templates.internal.text;

import java.nio.charset.StandardCharsets;

/** Percent-encoding and joining of URLs. */
public final class Urls {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (int i = 0; i < UNRESERVED.length(); i++) {
            PLAIN[UNRESERVED.charAt(i)] = true;
        }
    }

    private Urls() {}

    /** Encodes all but unreserved characters and some safe ones. */
    public static String quote(String text, String safe) {
        if (isUnreserved(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (UNRESERVED.indexOf(c) >= 0 || safe.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || !PLAIN[c]) {
                return false;
            }
        }
        return true;
    }

    /** Encodes for a query: a space is a plus. */
    public static String quotePlus(String text) {
        return isUnreserved(text) ? text : quote(text, " ").replace(' ', '+');
    }

    /** Decodes percent-encoded bytes; malformed ones stay. */
    public static String unquote(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < in.length; i++) {
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (in[i] == '%' && high >= 0 && low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A prefix with a slash in front unless it has one, or names a host. */
    public static String absolute(String prefix) {
        boolean whole = prefix.isEmpty() || prefix.startsWith("/") || prefix.contains("://");
        return whole ? prefix : "/" + prefix;
    }

    /** Joins a base and a path as a browser would. */
    public static String join(String base, String path) {
        if (path.isEmpty()) {
            return base;
        }
        if (path.startsWith("/")) {
            int host = base.indexOf("://");
            int slash = host < 0 ? 0 : base.indexOf('/', host + 3);
            return host >= 0 && slash < 0 ? base + path : base.substring(0, slash) + path;
        }
        int slash = base.lastIndexOf('/');
        return normalize(base.substring(0, slash + 1) + path);
    }

    private static String normalize(String url) {
        if (!url.contains("./")) {
            return url;
        }
        java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
        for (String part : url.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.size() > 1) {
                    parts.removeLast();
                }
            } else if (!part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
