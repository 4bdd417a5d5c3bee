package quintet.templates.internal.parse;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Splits a tag into words at white space outside of quotes. */
public final class Splitter {
    private Splitter() {}

    /** The words of a tag; a marked text {@code _("a b")} is one word. */
    public static List<String> split(String contents) {
        List<String> out = new ArrayList<>();
        Iterator<String> bits = smart(contents).iterator();
        while (bits.hasNext()) {
            String bit = bits.next();
            if (bit.startsWith("_(\"") || bit.startsWith("_('")) {
                String end = bit.charAt(2) + ")";
                StringBuilder whole = new StringBuilder(bit);
                while (!bit.endsWith(end) && bits.hasNext()) {
                    bit = bits.next();
                    whole.append(' ').append(bit);
                }
                bit = whole.toString();
            }
            out.add(bit);
        }
        return out;
    }

    /** Words with quoted parts kept whole; an unclosed quote is an ordinary character. */
    public static List<String> smart(String text) {
        List<String> out = new ArrayList<>();
        int length = text.length();
        int i = 0;
        while (i < length) {
            if (Chars.isSpace(text.charAt(i))) {
                i++;
                continue;
            }
            int end = quoted(text, i);
            if (end < 0) {
                end = i;
                while (end < length && !Chars.isSpace(text.charAt(end))) {
                    end++;
                }
            }
            out.add(text.substring(i, end));
            i = end;
        }
        return out;
    }

    /** The end of a word that has at least one whole quoted part, or -1. */
    private static int quoted(String text, int start) {
        int length = text.length();
        int i = start;
        int good = -1;
        while (i < length) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                int close = close(text, i);
                if (close < 0) {
                    return good;
                }
                i = close;
                good = i;
            } else if (Chars.isSpace(c)) {
                return good;
            } else {
                i++;
                if (good >= 0) {
                    good = i;
                }
            }
        }
        return good;
    }

    /** The position after the closing quote, or -1. */
    private static int close(String text, int open) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == '\\') {
                i++;
                if (i < text.length() && text.charAt(i) == '\n') {
                    return -1;
                }
            }
        }
        return -1;
    }
}
