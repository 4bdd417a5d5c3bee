package quintet.templates.internal.text;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.parse.Chars;

/**
 * A lenient reader of HTML, which cuts it where Python's {@code HTMLParser} does: what Django's {@code striptags} and
 * {@code truncatechars_html} see.
 */
public final class HtmlReader {
    private static final int MAX_BROKEN = 200;
    private static final Set<String> RAW = Set.of("script", "style");

    private final String html;
    private final Handler handler;
    private final boolean unescape;
    private @Nullable String raw;

    /** Takes the pieces. */
    public interface Handler {
        /** Text; returns false to stop. */
        boolean data(String text);

        /** A start tag with its source. */
        default void start(String tag, String source, boolean selfClosing) {}

        /** An end tag. */
        default void end(String tag) {}
    }

    private HtmlReader(String html, Handler handler, boolean unescape) {
        this.html = html;
        this.handler = handler;
        this.unescape = unescape;
    }

    /**
     * Reads a text.
     *
     * @param unescape whether text comes with its character references replaced
     */
    public static void read(String html, boolean unescape, Handler handler) {
        new HtmlReader(html, handler, unescape).run();
    }

    private void run() {
        int i = 0;
        int n = html.length();
        int broken = 0;
        while (i < n) {
            int j = raw == null ? html.indexOf('<', i) : rawEnd(i);
            if (j < 0) {
                j = n;
            }
            if (i < j && !text(html.substring(i, j))) {
                return;
            }
            if (j >= n) {
                return;
            }
            int k = markup(j);
            if (k < 0 && ++broken > MAX_BROKEN) {
                // each broken tag is looked for to the end of the text: too many would take quadratic time
                text(html.substring(j));
                return;
            }
            if (k < 0) {
                k = html.indexOf('>', j + 1);
                if (k < 0) {
                    k = html.indexOf('<', j + 1);
                    k = k < 0 ? j + 1 : k;
                } else {
                    k++;
                }
                if (!text(html.substring(j, k))) {
                    return;
                }
            } else if (k == j) {
                if (!text("<")) {
                    return;
                }
                k = j + 1;
            }
            i = k;
        }
    }

    private boolean text(String text) {
        return handler.data(unescape && raw == null ? Entities.unescape(text) : text);
    }

    private int rawEnd(int from) {
        String end = "</" + raw;
        for (int i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 1)) {
            if (html.regionMatches(true, i, end, 0, end.length())) {
                return i;
            }
        }
        return -1;
    }

    /** Reads the markup at a position: where it ends, the position itself for none, -1 if it is cut off. */
    private int markup(int at) {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("--", at + 4);
            while (end >= 0) {
                int close = skipSpace(end + 2);
                if (close < html.length() && html.charAt(close) == '>') {
                    return close + 1;
                }
                end = html.indexOf("--", end + 1);
            }
            return -1;
        }
        if (html.startsWith("<?", at)) {
            return after(html.indexOf('>', at + 2));
        }
        if (html.startsWith("<!", at)) {
            return declaration(at);
        }
        if (html.startsWith("</", at)) {
            return endTag(at);
        }
        if (at + 1 < html.length() && isLetter(html.charAt(at + 1))) {
            return startTag(at);
        }
        return at;
    }

    private static int after(int position) {
        return position < 0 ? -1 : position + 1;
    }

    private int declaration(int at) {
        if (html.startsWith("<![", at)) {
            int end = html.indexOf("]", at + 3);
            while (end >= 0) {
                int close = skipSpace(end + 1);
                if (html.startsWith("]", close)) {
                    close = skipSpace(close + 1);
                }
                if (close < html.length() && html.charAt(close) == '>') {
                    return close + 1;
                }
                end = html.indexOf("]", end + 1);
            }
            return -1;
        }
        return after(html.indexOf('>', at + 2));
    }

    private int endTag(int at) {
        int close = html.indexOf('>', at + 1);
        if (close < 0) {
            return -1;
        }
        int i = skipSpace(at + 2);
        if (i < html.length() && isLetter(html.charAt(i))) {
            int end = i;
            while (end < html.length() && isName(html.charAt(end))) {
                end++;
            }
            String tag = html.substring(i, end).toLowerCase(Locale.ROOT);
            handler.end(tag);
            raw = null;
        }
        return close + 1;
    }

    private int startTag(int at) {
        int end = tagEnd(at);
        if (end < 0) {
            return -1;
        }
        int name = at + 1;
        while (name < html.length() && "\t\n\r\f />\0".indexOf(html.charAt(name)) < 0) {
            name++;
        }
        String tag = html.substring(at + 1, name).toLowerCase(Locale.ROOT);
        String source = html.substring(at, end);
        boolean selfClosing = source.endsWith("/>");
        handler.start(tag, source, selfClosing);
        if (!selfClosing && RAW.contains(tag)) {
            raw = tag;
        }
        return end;
    }

    /** The end of a start tag: the first bracket outside of quoted attribute values, or -1. */
    private int tagEnd(int at) {
        char quote = 0;
        for (int i = at + 1; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && isValueStart(i)) {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean isValueStart(int quote) {
        int i = quote - 1;
        while (i >= 0 && Chars.isSpace(html.charAt(i))) {
            i--;
        }
        return i >= 0 && html.charAt(i) == '=';
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < html.length() && Chars.isSpace(html.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isName(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c == ':' || c == '_';
    }
}
