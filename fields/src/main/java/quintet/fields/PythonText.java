package quintet.fields;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes values the way Django's texts show them ({@code str()} of Python): in error messages, in {@code value}
 * attributes and wherever a value is compared with what a browser sent.
 */
public final class PythonText {
    private PythonText() {}

    /** The text of a value: {@code True}, {@code None}, {@code 1e-05}, {@code 2006-10-25 14:30:00}. */
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case String text -> text;
            case Boolean flag -> flag ? "True" : "False";
            case Double number -> of(number.doubleValue());
            case Float number -> of(number.doubleValue());
            case LocalTime time -> IsoTimes.format(time);
            case java.time.LocalDateTime moment -> moment.toLocalDate() + " " + IsoTimes.format(moment.toLocalTime());
            case java.time.OffsetDateTime moment -> of(moment.toLocalDateTime()) + IsoTimes.offset(moment.getOffset());
            case java.time.ZonedDateTime moment -> of(moment.toOffsetDateTime());
            case java.time.Instant moment -> of(moment.atOffset(java.time.ZoneOffset.UTC));
            case java.time.Duration duration -> IsoTimes.pythonDuration(duration);
            case Enum<?> constant -> Choices.valueOf(constant).toString();
            case Collection<?> many -> many.stream().map(PythonText::repr).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    /** The shortest text that reads back as the same number, laid out as Python does. */
    public static String of(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = exact.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = exact.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return (number < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + power;
    }

    /** The text of a value inside a list: texts stand in quotes. */
    public static String repr(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return value instanceof LocalDate date
                    ? "datetime.date(" + date.getYear() + ", " + date.getMonthValue() + ", " + date.getDayOfMonth()
                            + ")"
                    : of(value);
        }
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(c -> escape(c, quote, out));
        return out.append(quote).toString();
    }

    private static void escape(int c, char quote, StringBuilder out) {
        if (c == quote || c == '\\') {
            out.append('\\').appendCodePoint(c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (c < 32 || c == 127) {
            out.append(String.format("\\x%02x", c));
        } else {
            out.appendCodePoint(c);
        }
    }

    /** Whether a number is whole, for messages that write whole numbers without a point. */
    static boolean isWhole(Object number) {
        return number instanceof Long || number instanceof Integer || number instanceof BigInteger;
    }
}
