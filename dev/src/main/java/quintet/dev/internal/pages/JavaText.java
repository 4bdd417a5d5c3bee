package quintet.dev.internal.pages;

import java.util.Locale;

/** Texts as Java source. */
final class JavaText {
    private JavaText() {}

    /** A literal with its quotation marks. */
    static String literal(String text) {
        return "\"" + escape(text) + "\"";
    }

    /** What stands between the quotation marks. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean odd = c < 32
                            || c == 127
                            || Character.isSurrogate(c)
                            || Character.getType(c) == Character.FORMAT
                            || c == '\u2028'
                            || c == '\u2029'
                            || Character.isISOControl(c);
                    if (odd) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
