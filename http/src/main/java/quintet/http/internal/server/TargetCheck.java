package quintet.http.internal.server;

import org.jspecify.annotations.Nullable;

/** Looks over a request target: visible ASCII only, with well-formed percent-encodings, in the path and in the query. */
final class TargetCheck {
    private TargetCheck() {}

    /** What is wrong, or null. */
    static @Nullable String problem(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c >= 0x7f) return "a character that must be percent-encoded in the request target";
            if (c == '%' && !(hex(target, i + 1) && hex(target, i + 2)))
                return "a malformed percent-encoding in the request target";
        }
        return null;
    }

    private static boolean hex(String text, int at) {
        return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
    }
}
