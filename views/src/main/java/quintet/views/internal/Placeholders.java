package quintet.views.internal;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.http.Uris;

/** Fills values into texts such as {@code /books/{id}/}; Django's {@code %(id)s} is understood too. */
public final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)\\}|%\\((\\w+)\\)s");

    private Placeholders() {}

    /** Fills values into a URL, percent-encoded; the result cannot lead to another host than the pattern does. */
    public static String fillUrl(String pattern, Function<String, @Nullable Object> values) {
        String url = fill(pattern, name -> {
            Object value = values.apply(name);
            return value == null ? null : Uris.quote(value.toString(), "/");
        });
        return pattern.startsWith("/") && !pattern.startsWith("//") ? Uris.escapeLeadingSlashes(url) : url;
    }

    /** Fills values into a text. */
    public static String fill(String pattern, Function<String, @Nullable Object> values) {
        Matcher matcher = NAME.matcher(pattern);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            Object value = values.apply(name);
            if (value == null) {
                throw new IllegalArgumentException(
                        "'" + pattern + "' needs a value for {" + name + "}, but there is none.");
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(value.toString()));
        }
        return matcher.appendTail(out).toString();
    }
}
