package quintet.fields.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.ValidationError;

/** Comparisons and digit counts of numbers of all Java types. */
public final class NumberRules {
    private static final double TOLERANCE = 1e-9;

    private NumberRules() {}

    /** Compares two values: numbers by their size whatever their types, others by their natural order. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static int compare(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            if (a instanceof Double || b instanceof Double || a instanceof Float || b instanceof Float) {
                return Double.compare(a.doubleValue(), b.doubleValue());
            }
            return exact(a).compareTo(exact(b));
        }
        if (left.getClass() == right.getClass() && left instanceof Comparable comparable) {
            return comparable.compareTo(right);
        }
        throw new IllegalArgumentException("A limit of type " + right.getClass().getSimpleName()
                + " cannot be compared with a value of type "
                + left.getClass().getSimpleName() + "; give the limit in the field's own type.");
    }

    /** The number as an exact decimal. */
    public static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> new BigDecimal(integer);
            case Double d -> new BigDecimal(Double.toString(d));
            case Float f -> new BigDecimal(Float.toString(f));
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    /** Characters of a text (code points), bytes of an array, items of a collection. */
    public static int length(Object value) {
        return switch (value) {
            case byte[] bytes -> bytes.length;
            case Collection<?> many -> many.size();
            default -> {
                String text = value.toString();
                yield text.codePointCount(0, text.length());
            }
        };
    }

    /** Throws if the number is not a whole count of steps away from the offset. */
    public static void checkStep(Number value, Number step, @Nullable Number offset) {
        double distance = value.doubleValue() - (offset == null ? 0 : offset.doubleValue());
        if (Math.abs(Math.IEEEremainder(distance, step.doubleValue())) <= TOLERANCE) {
            return;
        }
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("limit_value", step);
        params.put("show_value", value);
        params.put("value", value);
        if (offset == null) {
            throw new ValidationError(
                    "Ensure this value is a multiple of step size %(limit_value)s.", "step_size", params);
        }
        params.put("offset", offset);
        params.put("valid_value1", add(offset, step, 1));
        params.put("valid_value2", add(offset, step, 2));
        throw new ValidationError(
                "Ensure this value is a multiple of step size %(limit_value)s, starting from %(offset)s, "
                        + "e.g. %(offset)s, %(valid_value1)s, %(valid_value2)s, and so on.",
                "step_size", params);
    }

    private static Number add(Number offset, Number step, int times) {
        if (offset instanceof Double || step instanceof Double) {
            return offset.doubleValue() + times * step.doubleValue();
        }
        return exact(offset).add(exact(step).multiply(BigDecimal.valueOf(times)));
    }

    /** Throws if the number has more digits than allowed; -1 is no limit. */
    public static void checkDigits(BigDecimal value, int maxDigits, int decimalPlaces) {
        int digits = value.precision();
        int decimals = Math.max(value.scale(), 0);
        if (value.scale() < 0) {
            digits = value.signum() == 0 ? digits : digits - value.scale();
        } else if (decimals > digits) {
            digits = decimals;
        }
        int whole = digits - decimals;
        if (maxDigits >= 0 && digits > maxDigits) {
            throw tooMany("max_digits", "digit", " in total.", maxDigits, value);
        }
        if (decimalPlaces >= 0 && decimals > decimalPlaces) {
            throw tooMany("max_decimal_places", "decimal place", ".", decimalPlaces, value);
        }
        if (maxDigits >= 0 && decimalPlaces >= 0 && whole > maxDigits - decimalPlaces) {
            throw tooMany("max_whole_digits", "digit", " before the decimal point.", maxDigits - decimalPlaces, value);
        }
    }

    private static ValidationError tooMany(String code, String what, String rest, int max, Object value) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("max", max);
        params.put("value", value);
        return new ValidationError(
                "Ensure that there are no more than %(max)s " + what + (max == 1 ? "" : "s") + rest, code, params);
    }
}
