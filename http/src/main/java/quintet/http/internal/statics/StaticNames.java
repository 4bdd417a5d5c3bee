package quintet.http.internal.statics;

/** Which names may be looked up: nothing from a client may lead out of a folder. */
public final class StaticNames {
    private StaticNames() {}

    /** Whether this is a plain relative path: no empty, {@code .} or {@code ..} segment, no backslash, colon or control character. */
    public static boolean isSafe(String name) {
        if (name.isEmpty()) return false;
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i == name.length() ? '/' : name.charAt(i);
            if (c == '/') {
                if (i == start || isDots(name, start, i)) return false;
                start = i + 1;
            } else if (c < ' ' || c == 0x7f || c == '\\' || c == ':') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDots(String name, int from, int to) {
        return name.charAt(from) == '.' && (to - from == 1 || (to - from == 2 && name.charAt(from + 1) == '.'));
    }
}
