package quintet.templates.internal.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import quintet.templates.EvaluationError;

/** Python's numbers: parsing, conversion, comparison. */
public final class Numbers {
    private static final long EXACT = 1L << 53;

    private Numbers() {}

    /** A whole number in its smallest form: Long or BigInteger. */
    public static Number normal(BigInteger number) {
        return number.bitLength() < 64 ? (Number) number.longValue() : number;
    }

    static boolean isTrue(Number n) {
        return switch (n) {
            case BigInteger b -> b.signum() != 0;
            case BigDecimal d -> d.signum() != 0;
            case Double d -> d != 0;
            case Float f -> f != 0;
            default -> n.longValue() != 0;
        };
    }

    /** Whether Python calls it an int. */
    public static boolean isInt(@Nullable Object value) {
        return value instanceof Number n && !(n instanceof Double || n instanceof Float || n instanceof BigDecimal);
    }

    /** A whole number as BigInteger. */
    public static BigInteger big(Number n) {
        return n instanceof BigInteger b ? b : BigInteger.valueOf(n.longValue());
    }

    /**
     * {@code int(text)}: white space around, a sign, underscores between digits, any script's digits.
     *
     * @return null if the text is no whole number
     */
    public static @Nullable Number parseInt(String text) {
        String digits = digits(quintet.templates.internal.parse.Chars.strip(text));
        if (digits == null || digits.isEmpty()) {
            return null;
        }
        int start = digits.charAt(0) == '-' || digits.charAt(0) == '+' ? 1 : 0;
        if (start == digits.length()) {
            return null;
        }
        for (int i = start; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return null;
            }
        }
        if (digits.length() > 4300) {
            return null;
        }
        return digits.length() < 18 ? (Number) Long.parseLong(digits) : normal(new BigInteger(digits));
    }

    /** ASCII digits without underscores, or null if an underscore is in the wrong place. */
    private static @Nullable String digits(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain &= c < 128 && c != '_';
        }
        if (plain) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (c == '_') {
                boolean between = i > 0 && i + 1 < points.length && isDigit(points[i - 1]) && isDigit(points[i + 1]);
                if (!between) {
                    return null;
                }
            } else if (c > 127 && isDigit(c)) {
                out.append((char) ('0' + Character.digit(c, 10)));
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean isDigit(int c) {
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    /**
     * {@code float(text)}.
     *
     * @return null if the text is no number
     */
    public static @Nullable Double parseFloat(String text) {
        String s = digits(quintet.templates.internal.parse.Chars.strip(text));
        if (s == null || s.isEmpty()) {
            return null;
        }
        String bare =
                (s.charAt(0) == '-' || s.charAt(0) == '+' ? s.substring(1) : s).toLowerCase(java.util.Locale.ROOT);
        boolean negative = s.charAt(0) == '-';
        if (bare.equals("inf") || bare.equals("infinity")) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (bare.equals("nan")) {
            return Double.NaN;
        }
        if (!isFloatSyntax(bare)) {
            return null;
        }
        return Double.valueOf(s);
    }

    private static boolean isFloatSyntax(String s) {
        int i = 0;
        int digits = 0;
        while (i < s.length() && isAscii(s.charAt(i))) {
            i++;
            digits++;
        }
        if (i < s.length() && s.charAt(i) == '.') {
            i++;
            while (i < s.length() && isAscii(s.charAt(i))) {
                i++;
                digits++;
            }
        }
        if (digits == 0) {
            return false;
        }
        if (i < s.length() && s.charAt(i) == 'e') {
            i++;
            if (i < s.length() && (s.charAt(i) == '+' || s.charAt(i) == '-')) {
                i++;
            }
            int start = i;
            while (i < s.length() && isAscii(s.charAt(i))) {
                i++;
            }
            if (i == start) {
                return false;
            }
        }
        return i == s.length();
    }

    private static boolean isAscii(char c) {
        return c >= '0' && c <= '9';
    }

    /** {@code int(value)}: truncates floats, reads text. */
    public static Number toInt(@Nullable Object value, Values values) {
        switch (value) {
            case null ->
                throw EvaluationError.type(
                        "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'");
            case Boolean b -> {
                return b ? 1L : 0L;
            }
            case Double d -> {
                return truncate(d);
            }
            case Float f -> {
                return truncate(f.doubleValue());
            }
            case BigDecimal d -> {
                return normal(bounded(d).toBigInteger());
            }
            case Number n -> {
                return n;
            }
            default -> {
                if (!values.isText(value)) {
                    throw EvaluationError.type(
                            "int() argument must be a string, a bytes-like object or a real number, not '"
                                    + values.typeName(value) + "'");
                }
                Number n = parseInt(value.toString());
                if (n == null) {
                    throw EvaluationError.value(
                            "invalid literal for int() with base 10: " + Values.repr(value.toString()));
                }
                return n;
            }
        }
    }

    private static BigDecimal bounded(BigDecimal d) {
        if (d.precision() - (long) d.scale() > 10_000) {
            throw new EvaluationError(EvaluationError.Kind.OVERFLOW, "the number has too many digits");
        }
        return d;
    }

    private static Number truncate(double d) {
        if (Double.isNaN(d)) {
            throw EvaluationError.value("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(d)) {
            throw new EvaluationError(EvaluationError.Kind.OVERFLOW, "cannot convert float infinity to integer");
        }
        return Math.abs(d) < 9e18 ? (Number) (long) d : normal(new BigDecimal(d).toBigInteger());
    }

    /** {@code float(value)}. */
    public static double toFloat(@Nullable Object value, Values values) {
        switch (value) {
            case Boolean b -> {
                return b ? 1 : 0;
            }
            case Number n -> {
                return n.doubleValue();
            }
            case null, default -> {
                if (value == null || !values.isText(value)) {
                    throw EvaluationError.type(
                            "float() argument must be a string or a real number, not '" + values.typeName(value) + "'");
                }
                Double d = parseFloat(value.toString());
                if (d == null) {
                    throw EvaluationError.value("could not convert string to float: " + Values.repr(value.toString()));
                }
                return d;
            }
        }
    }

    /** An int that fits Java's, clamped. */
    public static int clamp(Number n) {
        if (n instanceof BigInteger b) {
            return b.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, n.longValue()));
    }

    /** A number or truth value as a number; null for other things. */
    static @Nullable Number asNumber(@Nullable Object value) {
        if (value instanceof Number n) {
            return n;
        }
        return value instanceof Boolean b ? (Number) (b ? 1L : 0L) : null;
    }

    /** Compares exactly; null if a NaN is involved. */
    static @Nullable Integer compare(Number a, Number b) {
        if (isSmall(a) && isSmall(b)) {
            return Long.compare(a.longValue(), b.longValue());
        }
        if (isExactDouble(a) && isExactDouble(b)) {
            return Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
        }
        if (isSpecial(a) || isSpecial(b)) {
            double x = a.doubleValue();
            double y = b.doubleValue();
            if (Double.isNaN(x) || Double.isNaN(y)) {
                return null;
            }
            return Double.compare(x, y);
        }
        return decimal(a).compareTo(decimal(b));
    }

    private static boolean isSmall(Number n) {
        return n instanceof Long || n instanceof Integer;
    }

    /** Whether a double holds the number as it is. */
    private static boolean isExactDouble(Number n) {
        return n instanceof Double d && Double.isFinite(d)
                || isSmall(n) && Math.abs(n.longValue()) <= EXACT && n.longValue() != Long.MIN_VALUE;
    }

    private static boolean isSpecial(Number n) {
        return (n instanceof Double || n instanceof Float)
                && (Double.isNaN(n.doubleValue()) || Double.isInfinite(n.doubleValue()));
    }

    /** The exact decimal value of a finite number. */
    public static BigDecimal decimal(Number n) {
        return switch (n) {
            case BigDecimal d -> d;
            case BigInteger b -> new BigDecimal(b);
            case Double d -> new BigDecimal(d);
            case Float f -> new BigDecimal(f.doubleValue());
            default -> BigDecimal.valueOf(n.longValue());
        };
    }
}
