package quintet.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers as text, in the forms Python and Django print. */
public final class NumberText {
    private static final int MAX_PLAIN_DIGITS = 200;

    private NumberText() {}

    /**
     * A float in Python's shortest form: {@code 1.0}, {@code 1e+16}, {@code nan}, {@code inf}.
     *
     * @param value any double
     * @return its repr
     */
    public static String ofFloat(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String java = Double.toString(value);
        int e = java.indexOf('E');
        if (e < 0) {
            // Java switches to exponents at 10^7 and 10^-3, Python at 10^16 and 10^-4
            return java;
        }
        String sign = java.startsWith("-") ? "-" : "";
        BigDecimal exact = new BigDecimal(java).abs().stripTrailingZeros();
        String digits = exact.unscaledValue().toString();
        int exponent = digits.length() - 1 - exact.scale();
        if (exponent >= -4 && exponent < 16) {
            String plain = exact.toPlainString();
            return sign + (plain.indexOf('.') < 0 ? plain + ".0" : plain);
        }
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String power = Integer.toString(Math.abs(exponent));
        return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + (power.length() == 1 ? "0" + power : power);
    }

    /**
     * Any number in Python's {@code str} form.
     *
     * @param number a Java number
     * @return its text
     */
    public static String of(Number number) {
        return switch (number) {
            case Double d -> ofFloat(d);
            case Float f -> ofFloat(Double.parseDouble(f.toString()));
            default -> number.toString();
        };
    }

    /**
     * Prints a number with separators; answers to {@code numberformat.format}.
     *
     * @param number a Java number or a text of digits
     * @param decimals digits after the point (cut, not rounded); null for as many as there are
     * @param decimalSeparator between whole and fraction
     * @param thousandSeparator between groups
     * @param grouping group sizes from the right, the last one repeats (a 0 ends grouping); empty for none
     * @return the text
     */
    public static String format(
            Object number,
            @Nullable Integer decimals,
            String decimalSeparator,
            String thousandSeparator,
            int[] grouping) {
        Object value = number;
        if (value instanceof Double || value instanceof Float) {
            String text = of((Number) value);
            value = text.indexOf('e') >= 0 ? new BigDecimal(text) : text;
        }
        String text;
        if (value instanceof BigDecimal decimal) {
            if (decimals != null && decimal.abs().compareTo(BigDecimal.ONE.movePointLeft(Math.max(decimals, 1))) < 0) {
                decimal = BigDecimal.ZERO;
            }
            if (Math.abs((long) decimal.scale()) + decimal.precision() > MAX_PLAIN_DIGITS) {
                return scientific(decimal, decimals, decimalSeparator, thousandSeparator, grouping);
            }
            text = decimal.toPlainString();
        } else {
            text = value.toString();
        }
        String sign = text.startsWith("-") ? "-" : "";
        String digits = sign.isEmpty() ? text : text.substring(1);
        int dot = digits.indexOf('.');
        String whole = dot < 0 ? digits : digits.substring(0, dot);
        String fraction = dot < 0 ? "" : digits.substring(dot + 1);
        if (decimals != null) {
            fraction = fraction.length() > decimals
                    ? fraction.substring(0, Math.max(0, decimals))
                    : fraction + "0".repeat(decimals - fraction.length());
        }
        String tail = fraction.isEmpty() ? "" : decimalSeparator + fraction;
        return sign + group(whole, thousandSeparator, grouping) + tail;
    }

    private static String scientific(
            BigDecimal decimal, @Nullable Integer decimals, String point, String thousands, int[] grouping) {
        BigInteger unscaled = decimal.unscaledValue();
        String digits = unscaled.abs().toString();
        long exponent = digits.length() - 1L - decimal.scale();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String sign = unscaled.signum() < 0 ? "-" : "";
        return format(sign + mantissa, decimals, point, thousands, grouping) + "e" + (exponent < 0 ? "-" : "+")
                + Math.abs(exponent);
    }

    private static String group(String whole, String separator, int[] grouping) {
        if (grouping.length == 0 || grouping[0] == 0) {
            return whole;
        }
        List<String> groups = new ArrayList<>();
        int end = whole.length();
        int index = 0;
        int width = grouping[0];
        while (end > width && width > 0) {
            groups.add(whole.substring(end - width, end));
            end -= width;
            if (index + 1 < grouping.length) {
                index++;
                // a 0 repeats the size before it
                width = grouping[index] == 0 ? width : grouping[index];
            }
        }
        groups.add(whole.substring(0, end));
        return String.join(separator, groups.reversed());
    }
}
