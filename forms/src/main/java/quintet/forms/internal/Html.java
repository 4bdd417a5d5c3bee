package quintet.forms.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.PythonText;
import quintet.templates.SafeString;

/** Writes escaped HTML. */
public final class Html {
    private Html() {}

    /** Appends the value's text, escaped unless it is safe already; null writes nothing. */
    public static StringBuilder text(StringBuilder out, @Nullable Object value) {
        if (value instanceof SafeString safe) {
            return out.append((CharSequence) safe);
        }
        return value == null ? out : escape(out, value instanceof CharSequence c ? c : PythonText.of(value));
    }

    /** The escaped text of a value. */
    public static String text(@Nullable Object value) {
        return text(new StringBuilder(), value).toString();
    }

    private static StringBuilder escape(StringBuilder out, CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#x27;");
                default -> out.append(c);
            }
        }
        return out;
    }

    /**
     * Appends attributes, each with a space before it: true writes the bare name, false and null nothing (Django's
     * {@code flatatt}). Bare names come last if {@code bareLast}.
     */
    public static void attributes(StringBuilder out, Map<String, ?> attributes) {
        attributes.forEach((name, value) -> {
            if (!Boolean.FALSE.equals(value)) {
                text(out.append(' '), name);
                if (!Boolean.TRUE.equals(value)) {
                    text(out.append("=\""), value == null ? "None" : value).append('"');
                }
            }
        });
    }

    /** Attributes as Python code writes them: values by name, then bare names; null and false are left out. */
    public static String flat(Map<String, ?> attributes) {
        StringBuilder values = new StringBuilder();
        StringBuilder bare = new StringBuilder();
        new java.util.TreeMap<>(attributes).forEach((name, value) -> {
            if (value instanceof Boolean flag) {
                if (flag) {
                    text(bare.append(' '), name);
                }
            } else if (value != null) {
                text(text(values.append(' '), name).append("=\""), value).append('"');
            }
        });
        return values.append(bare).toString();
    }

    /** The HTML without white space between tags and at the ends. */
    public static String spaceless(String html) {
        String text = html.strip();
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int close = text.indexOf('>', at);
            if (close < 0) {
                break;
            }
            int next = close + 1;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            boolean tag = next < text.length() && text.charAt(next) == '<';
            out.append(text, at, tag ? close + 1 : next);
            at = next;
        }
        return out.append(text, at, text.length()).toString();
    }
}
