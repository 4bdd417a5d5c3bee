package quintet.http.internal;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** File names as clients send them, made harmless. */
final class FileNames {
    private static final int MAX_LENGTH = 255;
    private static final Pattern REFERENCE = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");

    /** What could turn into a path or a quote. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00a0"),
            Map.entry("sol", "/"),
            Map.entry("bsol", "\\"),
            Map.entry("period", "."),
            Map.entry("colon", ":"),
            Map.entry("semi", ";"),
            Map.entry("num", "#"),
            Map.entry("percnt", "%"),
            Map.entry("lowbar", "_"),
            Map.entry("excl", "!"),
            Map.entry("comma", ","),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("Tab", "\t"),
            Map.entry("NewLine", "\n"));

    private FileNames() {}

    /** The last part of the path without unprintable characters; null if nothing is left of it. */
    static @Nullable String sanitize(String sent) {
        String name = unescape(sent);
        name = name.substring(name.lastIndexOf('/') + 1);
        name = name.substring(name.lastIndexOf('\\') + 1);
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints().filter(PyText::isPrintable).forEach(out::appendCodePoint);
        String clean = out.toString();
        if (clean.isEmpty() || clean.equals(".") || clean.equals("..")) return null;
        return clean.length() > MAX_LENGTH ? shorten(clean) : clean;
    }

    private static String shorten(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot <= 0 ? "" : name.substring(dot);
        if (ending.length() > MAX_LENGTH) ending = ending.substring(0, MAX_LENGTH);
        return name.substring(0, MAX_LENGTH - ending.length()) + ending;
    }

    /** Browsers write characters a charset lacks as HTML references. */
    private static String unescape(String text) {
        if (text.indexOf('&') < 0) return text;
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) matcher.appendReplacement(out, Matcher.quoteReplacement(character(matcher)));
        return matcher.appendTail(out).toString();
    }

    private static String character(Matcher matcher) {
        String reference = matcher.group(1);
        if (reference.charAt(0) != '#') return NAMED.getOrDefault(reference, matcher.group());
        boolean hex = (reference.charAt(1) | 0x20) == 'x';
        int code = hex ? Integer.parseInt(reference.substring(2), 16) : Integer.parseInt(reference.substring(1));
        boolean valid = Character.isValidCodePoint(code) && code != 0 && !(code >= 0xd800 && code < 0xe000);
        return valid ? Character.toString(code) : "\uFFFD";
    }
}
