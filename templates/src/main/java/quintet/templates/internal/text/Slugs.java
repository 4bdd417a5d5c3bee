package quintet.templates.internal.text;

import java.text.Normalizer;
import java.util.Locale;
import quintet.templates.internal.parse.Chars;

/** Text made fit for URLs, file names and labels. */
public final class Slugs {
    private Slugs() {}

    /** Words joined by hyphens, in lower case; only ASCII unless {@code unicode}. */
    public static String slugify(String text, boolean unicode) {
        String base = unicode
                ? Normalizer.normalize(text, Normalizer.Form.NFKC)
                : Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[^\\x00-\\x7f]", "");
        StringBuilder kept = new StringBuilder();
        base.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Chars.isSpace(c) || c == '-') {
                if (kept.isEmpty() || kept.charAt(kept.length() - 1) != '-') {
                    kept.append('-');
                }
            } else if (Chars.isWord(c)) {
                kept.appendCodePoint(c);
            }
        });
        int start = 0;
        int end = kept.length();
        while (start < end && "-_".indexOf(kept.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "-_".indexOf(kept.charAt(end - 1)) >= 0) {
            end--;
        }
        return kept.substring(start, end);
    }

    /** A name that is safe as a file name; empty if nothing is left of it. */
    public static String fileName(String name) {
        StringBuilder out = new StringBuilder();
        Chars.strip(name).replace(' ', '_').codePoints().forEach(c -> {
            if (c == '-' || c == '.' || Chars.isWord(c)) {
                out.appendCodePoint(c);
            }
        });
        String kept = out.toString();
        return kept.equals(".") || kept.equals("..") ? "" : kept;
    }

    /** {@code camelCaseName} as {@code camel case name}. */
    public static String camelCaseToSpaces(String name) {
        StringBuilder out = new StringBuilder(name.length() + 8);
        String text = Chars.strip(name);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i > 0 && startsWord(text, i)) {
                out.append(' ');
            }
            out.append(c);
        }
        return Chars.strip(out.toString()).toLowerCase(Locale.ROOT);
    }

    private static boolean startsWord(String text, int at) {
        char c = text.charAt(at);
        char before = text.charAt(at - 1);
        if (c < 'A' || c > 'Z') {
            return false;
        }
        boolean afterLower = before >= 'a' && before <= 'z';
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return afterLower || after >= 'a' && after <= 'z';
    }
}
