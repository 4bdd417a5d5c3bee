package quintet.templates.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quintet.templates.internal.parse.Chars;

/** Text operations as Python's {@code str} has them. */
public final class Texts {
    private Texts() {}

    /** Upper case. */
    public static String upper(String s) {
        return s.toUpperCase(Locale.ROOT);
    }

    /** Lower case. */
    public static String lower(String s) {
        return s.toLowerCase(Locale.ROOT);
    }

    /** The first character in title case, the others lower. */
    public static String capitalize(String s) {
        if (s.isEmpty()) {
            return s;
        }
        int first = s.codePointAt(0);
        int next = Character.charCount(first);
        return titleCase(first) + lower(s.substring(next));
    }

    /** The first character in upper case, the others as they are. */
    public static String capFirst(String s) {
        if (s.isEmpty()) {
            return s;
        }
        int next = Character.charCount(s.codePointAt(0));
        return upper(s.substring(0, next)) + s.substring(next);
    }

    /** Each word's first letter in title case. A word starts after any character that has no case. */
    public static String title(String s) {
        StringBuilder out = new StringBuilder(s.length());
        boolean inWord = false;
        String low = lower(s);
        boolean aligned = low.length() == s.length();
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            int width = Character.charCount(c);
            if (inWord) {
                out.append(aligned ? low.substring(i, i + width) : lower(Character.toString(c)));
            } else {
                out.append(titleCase(c));
            }
            inWord = isCased(c);
            i += width;
        }
        return out.toString();
    }

    private static String titleCase(int c) {
        int t = Character.toTitleCase(c);
        if (t != c || Character.isTitleCase(c)) {
            return Character.toString(t);
        }
        String up = upper(Character.toString(c));
        // one letter may become several: ß is Ss at the start of a word
        int first = up.codePointAt(0);
        int next = Character.charCount(first);
        return up.length() > next ? up.substring(0, next) + lower(up.substring(next)) : up;
    }

    private static boolean isCased(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
    }

    /** Upper for lower and the other way round. */
    public static String swapCase(String s) {
        StringBuilder out = new StringBuilder(s.length());
        s.codePoints().forEach(c -> {
            String one = Character.toString(c);
            out.append(Character.isUpperCase(c) ? lower(one) : upper(one));
        });
        return out.toString();
    }

    /** Lines without their ends, at all of Python's line ends. */
    public static List<String> lines(String s) {
        List<String> out = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (isLineEnd(c)) {
                out.add(s.substring(start, i));
                if (c == '\r' && i + 1 < s.length() && s.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < s.length()) {
            out.add(s.substring(start));
        }
        return out;
    }

    private static boolean isLineEnd(char c) {
        return c >= '\n' && c <= '\r' || c >= 0x1c && c <= 0x1e || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** {@code \r\n} and {@code \r} become {@code \n}. */
    public static String normalizeNewlines(String s) {
        return s.indexOf('\r') < 0 ? s : s.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Number of characters, not of Java's chars. */
    public static int length(String s) {
        return s.codePointCount(0, s.length());
    }

    /** The first characters. */
    public static String head(String s, int count) {
        if (count <= 0) {
            return "";
        }
        return length(s) <= count ? s : s.substring(0, s.offsetByCodePoints(0, count));
    }

    /** A list in words: {@code a, b or c}. */
    public static String enumerate(List<String> items, String last) {
        int n = items.size();
        if (n <= 1) {
            return n == 0 ? "" : items.getFirst();
        }
        return String.join(", ", items.subList(0, n - 1)) + " " + last + " " + items.get(n - 1);
    }

    /** Whether the text is blank to Python. */
    public static boolean isBlank(String s) {
        return Chars.strip(s).isEmpty();
    }
}
