package quintet.templates.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Character references of HTML, turned into characters. */
public final class Entities {
    private static final int LONGEST = 32;
    private static final String WINDOWS_1252 =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
                    + "\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    private Entities() {}

    private static final class Table {
        static final Map<String, String> BY_NAME = load();

        private static Map<String, String> load() {
            Map<String, String> out = new HashMap<>(4096);
            try (InputStream in = Entities.class.getResourceAsStream("/quintet/templates/entities.txt")) {
                if (in == null) {
                    throw new IllegalStateException("The resource entities.txt is missing from the jar.");
                }
                for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                    String[] parts = line.split(" ");
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i < parts.length; i++) {
                        text.appendCodePoint(Integer.parseInt(parts[i], 16));
                    }
                    out.put(parts[0], text.toString());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out;
        }
    }

    /** Replaces all character references, also those without a semicolon that browsers accept. */
    public static String unescape(String html) {
        int amp = html.indexOf('&');
        if (amp < 0) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length());
        int done = 0;
        while (amp >= 0) {
            out.append(html, done, amp);
            done = reference(html, amp, out);
            amp = html.indexOf('&', done);
        }
        return out.append(html, done, html.length()).toString();
    }

    /** Appends what the reference stands for and returns where it ends. */
    private static int reference(String html, int amp, StringBuilder out) {
        if (html.startsWith("&#", amp)) {
            return number(html, amp, out);
        }
        int end = amp + 1;
        while (end < html.length() && end - amp <= LONGEST && "\t\n\f <&#;".indexOf(html.charAt(end)) < 0) {
            end++;
        }
        String name = html.substring(amp + 1, end);
        if (end < html.length() && html.charAt(end) == ';' && end - amp <= LONGEST) {
            String whole = Table.BY_NAME.get(name + ";");
            if (whole != null) {
                out.append(whole);
                return end + 1;
            }
        }
        for (int length = name.length(); length > 1; length--) {
            String found = Table.BY_NAME.get(name.substring(0, length));
            if (found != null) {
                out.append(found);
                return amp + 1 + length;
            }
        }
        out.append('&');
        return amp + 1;
    }

    private static int number(String html, int amp, StringBuilder out) {
        int start = amp + 2;
        boolean hex = start < html.length() && (html.charAt(start) == 'x' || html.charAt(start) == 'X');
        int digits = hex ? start + 1 : start;
        int end = digits;
        while (end < html.length() && isDigit(html.charAt(end), hex)) {
            end++;
        }
        if (end == digits) {
            out.append("&#");
            return amp + 2;
        }
        int point = end - digits > 9
                ? Integer.MAX_VALUE
                : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(html.substring(digits, end), hex ? 16 : 10));
        String text = character(point);
        if (text != null) {
            out.append(text);
        }
        return end < html.length() && html.charAt(end) == ';' ? end + 1 : end;
    }

    private static boolean isDigit(char c, boolean hex) {
        return c >= '0' && c <= '9' || hex && (c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
    }

    private static @Nullable String character(int point) {
        if (point == 0 || point >= 0xd800 && point <= 0xdfff || point > 0x10ffff) {
            return "\ufffd";
        }
        if (point == 0x0d) {
            return "\r";
        }
        if (point >= 0x80 && point <= 0x9f) {
            return String.valueOf(WINDOWS_1252.charAt(point - 0x80));
        }
        boolean invalid = point >= 1 && point <= 8
                || point == 0x0b
                || point >= 0x0e && point <= 0x1f
                || point == 0x7f
                || point >= 0xfdd0 && point <= 0xfdef
                || (point & 0xfffe) == 0xfffe;
        return invalid ? null : Character.toString(point);
    }
}
