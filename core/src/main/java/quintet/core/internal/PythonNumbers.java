package quintet.core.internal;

import java.math.BigDecimal;

/** Numbers as Python prints them. */
public final class PythonNumbers {
    private PythonNumbers() {}

    /** {@code repr(float)}: the shortest digits that read back, with an exponent below 1e-4 and from 1e16 on. */
    public static String repr(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal decimal = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
        String digits = decimal.unscaledValue().toString();
        int exponent = digits.length() - decimal.scale() - 1;
        StringBuilder text = new StringBuilder(number < 0 ? "-" : "");
        if (exponent < -4 || exponent >= 16) {
            text.append(digits.charAt(0));
            if (digits.length() > 1) {
                text.append('.').append(digits, 1, digits.length());
            }
            text.append('e').append(exponent < 0 ? '-' : '+');
            return text.append(Math.abs(exponent) < 10 ? "0" : "")
                    .append(Math.abs(exponent))
                    .toString();
        }
        String plain = decimal.toPlainString();
        return text.append(plain).append(plain.indexOf('.') < 0 ? ".0" : "").toString();
    }

    /** {@code str(Decimal)}: exponent form only below 1e-6 or with a positive exponent. */
    public static String decimal(BigDecimal decimal) {
        return decimal.toString(); // Java follows the same definition: General Decimal Arithmetic's scientific string
    }
}
