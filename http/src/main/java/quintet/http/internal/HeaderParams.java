package quintet.http.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A header value with parameters, such as {@code form-data; name="f"; filename*=utf-8''%C3%A9}.
 *
 * @param value what stands before the first semicolon, in lower case
 * @param params names in lower case with their unquoted, decoded values
 */
public record HeaderParams(String value, Map<String, String> params) {
    private static final int MAX_LENGTH = 10_000;

    /**
     * Parses leniently.
     *
     * @throws IllegalArgumentException when the value is longer than 10000 characters
     */
    public static HeaderParams parse(String line) {
        if (line.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Unable to parse header parameters (value too long).");
        }
        int end = nextSemicolon(line, 0);
        String value = PyText.strip(line.substring(0, end)).toLowerCase(Locale.ROOT);
        if (end == line.length()) return new HeaderParams(value, Map.of());
        Map<String, String> params = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, String>> continued = new LinkedHashMap<>();
        while (end < line.length()) {
            int start = end + 1;
            end = nextSemicolon(line, start);
            add(line.substring(start, end), params, continued);
        }
        continued.forEach((name, parts) -> params.put(name, decodeExtended(String.join("", parts.values()))));
        return new HeaderParams(value, params);
    }

    private static int nextSemicolon(String line, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (i == 0 || line.charAt(i - 1) != '\\')) quoted = !quoted;
            else if (c == ';' && !quoted) return i;
        }
        return line.length();
    }

    private static void add(String part, Map<String, String> params, Map<String, TreeMap<Integer, String>> continued) {
        int equals = part.indexOf('=');
        String name =
                PyText.strip(equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : unquote(PyText.strip(part.substring(equals + 1)));
        if (name.isEmpty()) return;
        int star = name.indexOf('*');
        if (star < 0) {
            params.put(name, value);
            return;
        }
        String index = name.substring(star + 1).replace("*", "");
        if (!index.chars().allMatch(c -> c >= '0' && c <= '9') || index.length() > 3) {
            params.put(name, value);
        } else {
            int number = index.isEmpty() ? 0 : Integer.parseInt(index);
            continued
                    .computeIfAbsent(name.substring(0, star), n -> new TreeMap<>())
                    .put(number, value);
        }
    }

    private static String unquote(String value) {
        int last = value.length() - 1;
        if (last < 1) return value;
        if (value.charAt(0) == '"' && value.charAt(last) == '"') {
            return value.substring(1, last).replace("\\\\", "\\").replace("\\\"", "\"");
        }
        return value.charAt(0) == '<' && value.charAt(last) == '>' ? value.substring(1, last) : value;
    }

    /** Decodes {@code charset'language'percent-encoded}. */
    private static String decodeExtended(String value) {
        int first = value.indexOf('\'');
        int second = first < 0 ? -1 : value.indexOf('\'', first + 1);
        if (second < 0) return value;
        Charset charset = StandardCharsets.UTF_8;
        try {
            charset = Charset.forName(value.substring(0, first));
        } catch (IllegalArgumentException e) {
            // an unknown charset: most clients send UTF-8
        }
        return Percent.unquote(value.substring(second + 1), charset);
    }
}
