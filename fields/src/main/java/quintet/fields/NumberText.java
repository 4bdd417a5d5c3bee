package quintet.fields;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people and Python write them: digits of all scripts, white space around, {@code _} between digits.
 * Every method answers null for text that is not such a number; none throws.
 */
public final class NumberText {
    /** Longer texts are refused before any arithmetic: conversion time grows with the square of the length. */
    private static final int MAX_DIGITS = 4300;

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+(?:_[0-9]+)*");
    private static final Pattern DECIMAL = Pattern.compile(
            "[+-]?(?:[0-9]+(?:_[0-9]+)*\\.?(?:[0-9]+(?:_[0-9]+)*)?|\\.[0-9]+(?:_[0-9]+)*)(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?");
    private static final int MAX_EXPONENT = 100_000;

    private NumberText() {}

    /** A whole number as Long, or as BigInteger if it is larger. */
    public static @Nullable Number integer(String text) {
        String ascii = ascii(text);
        if (ascii.length() > MAX_DIGITS || !INTEGER.matcher(ascii).matches()) {
            return null;
        }
        String digits = ascii.replace("_", "");
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException tooLarge) {
            return new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits);
        }
    }

    /** A decimal number, exactly as written. Not-a-number and infinities are refused. */
    public static @Nullable BigDecimal decimal(String text) {
        String ascii = ascii(text);
        if (ascii.length() > MAX_DIGITS || !DECIMAL.matcher(ascii).matches()) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(ascii.replace("_", ""));
            return Math.abs((long) number.scale()) > MAX_EXPONENT ? null : number;
        } catch (NumberFormatException | ArithmeticException exponentTooLarge) {
            return null;
        }
    }

    /** A finite double-precision number. */
    public static @Nullable Double real(String text) {
        String ascii = ascii(text);
        if (ascii.length() > MAX_DIGITS || !DECIMAL.matcher(ascii).matches()) {
            return null;
        }
        double number = Double.parseDouble(ascii.replace("_", ""));
        return Double.isFinite(number) ? number : null;
    }

    /** The text without white space at its ends, and with the digits of all scripts as 0 to 9. */
    private static String ascii(String text) {
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            if (stripped.charAt(i) > 127) {
                return asciiDigits(stripped);
            }
        }
        return stripped;
    }

    private static String asciiDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
            out.appendCodePoint(digit >= 0 ? '0' + digit : c);
        });
        return out.toString();
    }
}
