package quintet.templates.internal.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.templates.EvaluationError;
import quintet.templates.internal.values.Numbers;
import quintet.templates.internal.values.Values;

/** Python's {@code "%..." % value} with one value. */
public final class Printf {
    private static final int MAX_WIDTH = 100_000;

    private final String format;
    private final Values values;
    private int at;
    private String flags = "";
    private int width;
    private int precision = -1;

    private Printf(String format, Values values) {
        this.format = format;
        this.values = values;
    }

    /**
     * Formats a value.
     *
     * @param format the format with its percent sign
     * @return null if the format is malformed or does not fit the value
     */
    public static @Nullable String format(String format, @Nullable Object value, Values values) {
        return new Printf(format, values).run(value);
    }

    private @Nullable String run(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        boolean used = false;
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c != '%') {
                out.append(c);
                continue;
            }
            char kind = spec();
            if (kind == '%') {
                out.append('%');
                continue;
            }
            String text = used ? null : convert(kind, value);
            if (text == null) {
                return null;
            }
            used = true;
            out.append(text);
        }
        return used ? out.toString() : null;
    }

    /** Reads flags, width and precision; returns the conversion, or 0 at the end. */
    private char spec() {
        int start = at;
        while (at < format.length() && "-+ #0".indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        flags = format.substring(start, at);
        width = Math.max(0, number());
        precision = -1;
        if (at < format.length() && format.charAt(at) == '.') {
            at++;
            precision = Math.max(0, number());
        }
        if (at < format.length() && "hlL".indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        return at < format.length() ? format.charAt(at++) : 0;
    }

    private int number() {
        int start = at;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9' && at - start < 9) {
            at++;
        }
        return start == at ? -1 : Integer.parseInt(format.substring(start, at));
    }

    private @Nullable String convert(char kind, @Nullable Object value) {
        if (width > MAX_WIDTH || precision > MAX_WIDTH) {
            return null;
        }
        return switch (kind) {
            case 's' -> text(values.text(value).toString());
            case 'r' -> text(values.reprOf(value));
            case 'a' -> text(ascii(values.reprOf(value)));
            case 'c' -> character(value);
            case 'd', 'i', 'u' -> whole(value);
            case 'x', 'X', 'o' -> radix(kind, value);
            case 'e', 'E', 'f', 'F', 'g', 'G' -> real(kind, value);
            default -> null;
        };
    }

    private String text(String text) {
        String cut = precision >= 0 ? Texts.head(text, precision) : text;
        return pad(cut);
    }

    private String pad(String text) {
        int missing = width - Texts.length(text);
        if (missing <= 0) {
            return text;
        }
        return flags.indexOf('-') >= 0 ? text + " ".repeat(missing) : " ".repeat(missing) + text;
    }

    private static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 128) {
                out.append((char) c);
            } else if (c < 0x100) {
                out.append(String.format(Locale.ROOT, "\\x%02x", c));
            } else {
                out.append(
                        c < 0x10000
                                ? String.format(Locale.ROOT, "\\u%04x", c)
                                : String.format(Locale.ROOT, "\\U%08x", c));
            }
        });
        return out.toString();
    }

    private @Nullable String character(@Nullable Object value) {
        if (value instanceof Boolean || Numbers.isInt(value)) {
            int c = value instanceof Number n ? Numbers.clamp(n) : Boolean.TRUE.equals(value) ? 1 : 0;
            if (!Character.isValidCodePoint(c)) {
                throw new EvaluationError(EvaluationError.Kind.OVERFLOW, '%' + "c arg not in range(0x110000)");
            }
            return pad(Character.toString(c));
        }
        boolean one = values.isText(value) && Texts.length(String.valueOf(value)) == 1;
        return one ? pad(String.valueOf(value)) : null;
    }

    private @Nullable String whole(@Nullable Object value) {
        BigInteger n;
        if (value instanceof Boolean b) {
            n = b ? BigInteger.ONE : BigInteger.ZERO;
        } else if (value instanceof Double || value instanceof Float) {
            double d = ((Number) value).doubleValue();
            if (Double.isNaN(d) || Double.isInfinite(d)) {
                return null;
            }
            n = new BigDecimal(d).toBigInteger();
        } else if (value instanceof BigDecimal d) {
            n = d.toBigInteger();
        } else if (value instanceof Number number) {
            n = Numbers.big(number);
        } else {
            return null;
        }
        String digits = n.abs().toString();
        if (precision > digits.length()) {
            digits = "0".repeat(precision - digits.length()) + digits;
        }
        return signed(n.signum() < 0, "", digits);
    }

    private @Nullable String radix(char kind, @Nullable Object value) {
        BigInteger n;
        if (value instanceof Boolean b) {
            n = b ? BigInteger.ONE : BigInteger.ZERO;
        } else if (Numbers.isInt(value) && value instanceof Number number) {
            n = Numbers.big(number);
        } else {
            return null;
        }
        String digits = n.abs().toString(kind == 'o' ? 8 : 16);
        if (precision > digits.length()) {
            digits = "0".repeat(precision - digits.length()) + digits;
        }
        String prefix = flags.indexOf('#') < 0 ? "" : kind == 'o' ? "0o" : "0x";
        return kind == 'X'
                ? signed(n.signum() < 0, Texts.upper(prefix), Texts.upper(digits))
                : signed(n.signum() < 0, prefix, digits);
    }

    private String signed(boolean negative, String prefix, String digits) {
        String sign = negative ? "-" : flags.indexOf('+') >= 0 ? "+" : flags.indexOf(' ') >= 0 ? " " : "";
        int missing = width - sign.length() - prefix.length() - digits.length();
        if (missing > 0 && flags.indexOf('0') >= 0 && flags.indexOf('-') < 0) {
            return sign + prefix + "0".repeat(missing) + digits;
        }
        return pad(sign + prefix + digits);
    }

    private @Nullable String real(char kind, @Nullable Object value) {
        if (!(value instanceof Number) && !(value instanceof Boolean)) {
            return null;
        }
        double d = value instanceof Number n ? n.doubleValue() : (Boolean) value ? 1 : 0;
        boolean negative = d < 0 || d == 0 && 1 / d < 0;
        String digits;
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            digits = Double.isNaN(d) ? "nan" : "inf";
        } else {
            BigDecimal exact = new BigDecimal(Math.abs(d));
            int places = precision < 0 ? 6 : precision;
            digits = switch (Character.toLowerCase(kind)) {
                case 'f' -> exact.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
                case 'e' -> exponent(exact, places);
                default -> general(exact, Math.max(places, 1));
            };
            if (flags.indexOf('#') >= 0 && digits.indexOf('.') < 0) {
                digits = digits.indexOf('e') < 0 ? digits + "." : digits.replace("e", ".e");
            }
        }
        return signed(negative && !Double.isNaN(d), "", Character.isUpperCase(kind) ? Texts.upper(digits) : digits);
    }

    private static String exponent(BigDecimal value, int places) {
        if (value.signum() == 0) {
            return (places > 0 ? "0." + "0".repeat(places) : "0") + "e+00";
        }
        BigDecimal rounded = value.round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().toString();
        int power = digits.length() - 1 - rounded.scale();
        digits = digits.length() > places + 1
                ? digits.substring(0, places + 1)
                : digits + "0".repeat(places + 1 - digits.length());
        String mantissa = places > 0 ? digits.charAt(0) + "." + digits.substring(1) : digits;
        return mantissa + "e" + (power < 0 ? "-" : "+") + (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
    }

    private String general(BigDecimal value, int significant) {
        if (value.signum() == 0) {
            return flags.indexOf('#') >= 0 && significant > 1 ? "0." + "0".repeat(significant - 1) : "0";
        }
        BigDecimal rounded = value.round(new MathContext(significant, RoundingMode.HALF_EVEN));
        int power = rounded.precision() - 1 - rounded.scale();
        boolean keep = flags.indexOf('#') >= 0;
        if (power < -4 || power >= significant) {
            String text = exponent(value, significant - 1);
            int e = text.indexOf('e');
            return keep ? text : trimZeros(text.substring(0, e)) + text.substring(e);
        }
        String text = rounded.setScale(Math.max(0, significant - 1 - power), RoundingMode.HALF_EVEN)
                .toPlainString();
        return keep ? text : trimZeros(text);
    }

    private static String trimZeros(String text) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
