package quintet.core;

import org.jspecify.annotations.Nullable;

/** Escaping of text for HTML, with the five characters Django escapes. */
public final class Html {
    private Html() {}

    /**
     * Escapes {@code & < > " '} as Django does ({@code &#x27;} for the apostrophe).
     *
     * @param text any text
     * @return the text itself when nothing had to be escaped
     */
    public static String escape(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (entity(text.charAt(i)) != null) {
                return escapeFrom(text, i);
            }
        }
        return text;
    }

    private static String escapeFrom(String text, int first) {
        StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            String entity = entity(c);
            if (entity == null) {
                out.append(c);
            } else {
                out.append(entity);
            }
        }
        return out.toString();
    }

    private static @Nullable String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#x27;";
            default -> null;
        };
    }
}
