package quintet.templates.internal.text;

import java.util.Locale;

/** Text inside scripts. */
public final class JsText {
    private JsText() {}

    /** Escapes what could end a string or a script. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 32 || "\\'\"><&=-;`\u2028\u2029".indexOf(c) >= 0) {
                out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
