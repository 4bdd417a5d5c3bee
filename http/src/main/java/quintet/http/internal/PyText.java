package quintet.http.internal;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Texts of values in Python's spelling, where Django puts such texts on the wire (URLs, form data) or into messages. */
public final class PyText {
    private PyText() {}

    /** Python's {@code str(value)}. */
    public static String str(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case String s -> s;
            case Boolean b -> b ? "True" : "False";
            case Double d -> floating(d);
            case Float f -> floating(f.doubleValue());
            case List<?> list -> repr(list);
            case Map<?, ?> map -> repr(map);
            default -> value.toString();
        };
    }

    /** Python's {@code repr(value)}. */
    public static String repr(@Nullable Object value) {
        return switch (value) {
            case String s -> quoted(s);
            case UUID u -> "UUID('" + u + "')";
            case List<?> list -> {
                StringJoiner out = new StringJoiner(", ", "[", "]");
                for (Object item : list) out.add(repr(item));
                yield out.toString();
            }
            case Map<?, ?> map -> {
                StringJoiner out = new StringJoiner(", ", "{", "}");
                map.forEach((k, v) -> out.add(repr(k) + ": " + repr(v)));
                yield out.toString();
            }
            case null, default -> str(value);
        };
    }

    /** The repr of a tuple. */
    public static String tuple(List<?> values) {
        StringJoiner out = new StringJoiner(", ", "(", values.size() == 1 ? ",)" : ")");
        for (Object value : values) out.add(repr(value));
        return out.toString();
    }

    /** Python's {@code text.strip()}: whitespace and the separators 1C to 1F, no-break spaces too. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) start++;
        while (end > start && isSpace(text.charAt(end - 1))) end--;
        return text.substring(start, end);
    }

    /** Python's {@code c.isspace()}. */
    public static boolean isSpace(char c) {
        return c == ' '
                || c >= 9 && c <= 13
                || c >= 0x1c && c <= 0x1f
                || c == 0x85
                || c >= 128 && Character.isSpaceChar(c);
    }

    private static String floating(double d) {
        if (Double.isNaN(d)) return "nan";
        if (Double.isInfinite(d)) return d > 0 ? "inf" : "-inf";
        double magnitude = Math.abs(d);
        if (d == Math.rint(d) && magnitude < 1e16) {
            String text = new java.math.BigDecimal(d).toBigInteger().toString();
            return (d == 0 && 1 / d < 0 ? "-0" : text) + ".0";
        }
        if (magnitude >= 1e-4 && magnitude < 1e16) return new java.math.BigDecimal(Double.toString(d)).toPlainString();
        return exponent(new java.math.BigDecimal(Double.toString(d)).stripTrailingZeros());
    }

    private static String exponent(java.math.BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String sign = number.signum() < 0 ? "-" : "";
        int size = Math.abs(exponent);
        return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }

    private static String quoted(String s) {
        char quote = s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder(s.length() + 2).append(quote);
        s.codePoints().forEach(c -> appendEscaped(out, c, quote));
        return out.append(quote).toString();
    }

    private static void appendEscaped(StringBuilder out, int c, char quote) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c == quote) out.append('\\').append(quote);
                else if (c < 0x20 || c >= 0x7f && c < 0xa1 || c == 0xad) out.append(String.format("\\x%02x", c));
                else if (unprintable(c)) out.append(String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c));
                else out.appendCodePoint(c);
            }
        }
    }

    /** Python's {@code c.isprintable()}. */
    public static boolean isPrintable(int c) {
        return !unprintable(c);
    }

    /** Whether the character is of one of Unicode's "other" categories: control, format, surrogate, private, unassigned. */
    public static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static boolean unprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> false;
        };
    }
}
