package quintet.http.internal.statics;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the URL of a static file, plain or with its hashed name. */
final class StaticUrl {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/!*()'";

    private StaticUrl() {}

    /** Without hash: the name quoted behind the prefix. */
    static String plain(String prefix, String name) {
        String quoted = quote(name.replace('\\', '/'));
        int start = 0;
        while (start < quoted.length() && quoted.charAt(start) == '/') start++;
        return prefix + quoted.substring(start);
    }

    /**
     * With the hashed name; query and fragment stay as they are.
     *
     * @param names original to hashed names, or null while there is no manifest
     * @throws IllegalArgumentException when the manifest does not know the name and {@code strict} is set
     */
    static String hashed(String prefix, String name, Map<String, String> names, boolean strict) {
        int hash = name.indexOf('#');
        String fragment = hash < 0 ? "" : name.substring(hash);
        String rest = hash < 0 ? name : name.substring(0, hash);
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question);
        String path = question < 0 ? rest : rest.substring(0, question);
        if (path.endsWith("/") || path.isEmpty()) return plain(prefix, path) + query + fragment;
        String clean = unquote(path).strip();
        String stored = names.get(clean.replace('\\', '/'));
        if (stored == null) {
            if (strict) throw new IllegalArgumentException("Missing staticfiles manifest entry for '" + clean + "'");
            stored = clean;
        }
        return unquote(plain(prefix, stored)) + query + fragment;
    }

    private static String quote(String name) {
        StringBuilder out = null;
        for (int i = 0; i < name.length(); i++) {
            if (PLAIN.indexOf(name.charAt(i)) < 0) {
                out = new StringBuilder(name.length() + 16);
                break;
            }
        }
        if (out == null) return name;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && PLAIN.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }

    private static String unquote(String text) {
        if (text.indexOf('%') < 0) return text;
        String decoded = decode(text);
        return decoded == null ? text : decoded;
    }

    private static @Nullable String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
