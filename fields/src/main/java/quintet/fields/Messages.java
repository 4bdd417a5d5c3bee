package quintet.fields;

import java.util.Map;

/** Fills values into the {@code %(name)s} places of messages, as translations and Django write them. */
public final class Messages {
    private Messages() {}

    /**
     * The template with {@code %(name)s}, {@code %(name)d} and {@code %%} replaced. A place without a value stays as it
     * is.
     */
    public static String fill(String template, Map<String, ?> values) {
        if (template.indexOf('%') < 0) {
            return template;
        }
        StringBuilder out = new StringBuilder(template.length() + 16);
        int at = 0;
        while (at < template.length()) {
            int percent = template.indexOf('%', at);
            if (percent < 0 || percent + 1 == template.length()) {
                break;
            }
            out.append(template, at, percent);
            at = place(template, percent, values, out);
        }
        return out.append(template, at, template.length()).toString();
    }

    private static int place(String template, int percent, Map<String, ?> values, StringBuilder out) {
        char next = template.charAt(percent + 1);
        if (next == '%') {
            out.append('%');
            return percent + 2;
        }
        int close = next == '(' ? template.indexOf(')', percent) : -1;
        if (close > 0 && close + 1 < template.length()) {
            String name = template.substring(percent + 2, close);
            if (values.containsKey(name) && "sdr".indexOf(template.charAt(close + 1)) >= 0) {
                out.append(PythonText.of(values.get(name)));
                return close + 2;
            }
        }
        out.append('%');
        return percent + 1;
    }
}
