package quintet.http.internal.statics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds and replaces the references to other files in style sheets and scripts: url(), @import and source maps. */
final class References {
    private static final Pattern CSS = Pattern.compile(
            "(?i)(?<comment>/\\*(?!#).*?\\*/)"
                    + "|(?<import>@import\\s*(?<q1>[\"'])(?<importUrl>.*?)\\k<q1>)"
                    + "|(?<url>url\\(\\s*(?<q2>[\"']?)\\s*(?<urlUrl>.*?)\\s*\\k<q2>\\s*\\))"
                    + "|(?<map>/\\*#[ \\t](?-i:sourceMappingURL)=(?<mapUrl>.*?)[ \\t]*\\*/)",
            Pattern.DOTALL);
    private static final Pattern JS = Pattern.compile("(?m)^//# (?-i:sourceMappingURL)=(?<mapUrl>.*)$");

    private References() {}

    /** Whether files of this name can refer to others. */
    static boolean hasReferences(String name) {
        return name.endsWith(".css") || name.endsWith(".js");
    }

    /**
     * The text with its references replaced.
     *
     * @param replace gives the new URL for one found, or null to keep it
     */
    static String rewrite(String name, String text, Function<String, @Nullable String> replace) {
        return name.endsWith(".css") ? css(text, replace) : js(text, replace);
    }

    /** The URLs found. */
    static List<String> find(String name, String text) {
        List<String> found = new ArrayList<>();
        rewrite(name, text, url -> {
            found.add(url);
            return null;
        });
        return found;
    }

    private static String css(String text, Function<String, @Nullable String> replace) {
        return CSS.matcher(text).replaceAll(m -> {
            String result = null;
            if (m.group("import") != null) {
                result = wrap("@import url(\"", replace.apply(m.group("importUrl")), "\")");
            } else if (m.group("url") != null) {
                result = wrap("url(\"", replace.apply(m.group("urlUrl")), "\")");
            } else if (m.group("map") != null) {
                result = wrap("/*# sourceMappingURL=", replace.apply(m.group("mapUrl")), " */");
            }
            return Matcher.quoteReplacement(result == null ? m.group() : result);
        });
    }

    private static String js(String text, Function<String, @Nullable String> replace) {
        return JS.matcher(text).replaceAll(match -> {
            String result = wrap("//# sourceMappingURL=", replace.apply(match.group("mapUrl")), "");
            return Matcher.quoteReplacement(result == null ? match.group() : result);
        });
    }

    private static @Nullable String wrap(String before, @Nullable String url, String after) {
        return url == null ? null : before + url + after;
    }
}
