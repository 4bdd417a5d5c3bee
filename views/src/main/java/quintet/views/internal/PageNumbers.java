package quintet.views.internal;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads page numbers the way Python's {@code int()} does, and has the texts for those that are none. */
public final class PageNumbers {
    private static final Map<String, String> MESSAGES = Map.of(
            "invalid_page", "That page number is not an integer",
            "min_page", "That page number is less than 1",
            "no_results", "That page contains no results");

    private PageNumbers() {}

    /** The text for an error, by Django's key. */
    public static String message(String key) {
        String message = MESSAGES.get(key);
        if (message == null) {
            throw new IllegalArgumentException(key);
        }
        return message;
    }

    /** Refuses keys that no error has. */
    public static void checkMessageKeys(Collection<String> keys) {
        for (String key : keys) {
            if (!MESSAGES.containsKey(key)) {
                throw new IllegalArgumentException("A paginator has no error '" + key + "'. Use one of "
                        + MESSAGES.keySet().stream().sorted().toList() + ".");
            }
        }
    }

    /** The whole number in a value; empty if there is none. What does not fit a long is cut to the nearest that does. */
    public static OptionalLong parse(@Nullable Object value) {
        return switch (value) {
            case null -> OptionalLong.empty();
            case BigInteger big -> OptionalLong.of(clamp(big));
            case Double real -> ofReal(real);
            case Float real -> ofReal(real);
            case Number number -> OptionalLong.of(number.longValue());
            case Boolean bool -> OptionalLong.of(bool ? 1 : 0);
            default -> ofText(value.toString());
        };
    }

    private static OptionalLong ofReal(double real) {
        return real == Math.rint(real) && !Double.isInfinite(real)
                ? OptionalLong.of((long) real)
                : OptionalLong.empty();
    }

    private static OptionalLong ofText(String text) {
        StringBuilder digits = new StringBuilder();
        String stripped = text.strip();
        boolean afterDigit = false;
        for (int i = 0; i < stripped.length(); ) {
            int c = stripped.codePointAt(i);
            int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (i == 0 && (c == '-' || c == '+')) {
                digits.append((char) c);
            } else if (c != '_' || !afterDigit) {
                return OptionalLong.empty();
            }
            afterDigit = digit >= 0;
            i += Character.charCount(c);
        }
        // 4300 is CPython's limit for digits of a number in text.
        if (!afterDigit || digits.length() > 4300) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(clamp(new BigInteger(digits.toString())));
    }

    private static long clamp(BigInteger big) {
        return big.bitLength() < Long.SIZE ? big.longValue() : big.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
