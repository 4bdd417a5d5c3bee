package quintet.templates.internal.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's {@code text % mapping} as far as translations use it. */
public final class PercentFormat {
    private PercentFormat() {}

    /**
     * Fills {@code %(name)s} and turns {@code %%} into a percent sign.
     *
     * @return null if the text is malformed or names a value that is not there
     */
    public static @Nullable String fill(String text, Map<String, ? extends @Nullable Object> values) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 32);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                out.append(c);
                continue;
            }
            i++;
            if (i < text.length() && text.charAt(i) == '%') {
                out.append('%');
            } else if (i < text.length() && text.charAt(i) == '(') {
                int close = text.indexOf(')', i);
                String name = close < 0 ? "" : text.substring(i + 1, close);
                if (close < 0
                        || close + 1 >= text.length()
                        || !values.containsKey(name)
                        || "sd".indexOf(text.charAt(close + 1)) < 0) {
                    return null;
                }
                out.append(values.get(name));
                i = close + 1;
            } else {
                return null;
            }
        }
        return out.toString();
    }
}
