package quintet.http.internal;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cookie headers as Python's http.cookies writes and Django reads them. */
public final class CookieText {
    private static final BitSet LEGAL = Percent.safe("!#$%&'*+^`|:");
    private static final BitSet UNESCAPED = Percent.safe("!#$%&'*+^`|: ()/<=>?@[]{}");
    private static final Set<String> RESERVED = Set.of(
            "expires",
            "path",
            "comment",
            "domain",
            "max-age",
            "secure",
            "httponly",
            "version",
            "samesite",
            "partitioned");

    static {
        LEGAL.clear('/');
    }

    private CookieText() {}

    /** What is wrong with a cookie of this name and value, or null. */
    public static @Nullable String problem(String name, String value) {
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            return "Attempt to set a reserved key " + PyText.repr(name);
        }
        if (!isLegal(name)) return "Illegal key " + PyText.repr(name);
        if (hasControl(value)) {
            return "Control characters are not allowed in cookies " + PyText.repr(name) + " " + PyText.repr(value) + " "
                    + PyText.repr(quote(value));
        }
        return null;
    }

    /** Whether there is a control character in the text. */
    public static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == 0x7f) return true;
        }
        return false;
    }

    private static boolean isLegal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!LEGAL.get(text.charAt(i))) return false;
        }
        return !text.isEmpty();
    }

    /** The value as it stands in a header: as it is when it is a token, else in quotes with octal escapes. */
    public static String quote(String value) {
        if (isLegal(value)) return value;
        StringBuilder out = new StringBuilder(value.length() + 8).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c > 255 || UNESCAPED.get(c)) out.append(c);
            else
                out.append('\\')
                        .append((char) ('0' + (c >> 6)))
                        .append((char) ('0' + (c >> 3 & 7)))
                        .append((char) ('0' + (c & 7)));
        }
        return out.append('"').toString();
    }

    /** The text of a Cookie header, whose bytes a server gives as ISO-8859-1 but browsers send in UTF-8. */
    public static String fromHeader(String header) {
        boolean ascii = true;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c > 255) return header;
            ascii &= c < 128;
        }
        return ascii ? header : Utf8.decodeReplacing(header.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The cookies of a Cookie header, the last of a name winning. */
    public static Map<String, String> parse(String header) {
        Map<String, String> cookies = new LinkedHashMap<>();
        int start = 0;
        while (start <= header.length()) {
            int end = header.indexOf(';', start);
            if (end < 0) end = header.length();
            int equals = header.indexOf('=', start);
            boolean named = equals >= 0 && equals < end;
            String name = named ? PyText.strip(header.substring(start, equals)) : "";
            String value = PyText.strip(header.substring(named ? equals + 1 : start, end));
            if (!name.isEmpty() || !value.isEmpty()) cookies.put(name, unquote(value));
            start = end + 1;
        }
        return cookies;
    }

    private static String unquote(String value) {
        int last = value.length() - 1;
        if (last < 1 || value.charAt(0) != '"' || value.charAt(last) != '"') return value;
        if (value.indexOf('\\') < 0) return value.substring(1, last);
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 1; i < last; i++) {
            char c = value.charAt(i);
            if (c != '\\' || i + 1 >= last || value.charAt(i + 1) == '\n') {
                out.append(c);
            } else if (i + 3 < last
                    && octal(value, i + 1, '3')
                    && octal(value, i + 2, '7')
                    && octal(value, i + 3, '7')) {
                out.append((char) Integer.parseInt(value, i + 1, i + 4, 8));
                i += 3;
            } else {
                out.append(value.charAt(++i));
            }
        }
        return out.toString();
    }

    private static boolean octal(String text, int at, char highest) {
        return text.charAt(at) >= '0' && text.charAt(at) <= highest;
    }
}
