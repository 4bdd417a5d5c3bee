package quintet.templates.internal.filters;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.SafeString;
import quintet.templates.Tuple;
import quintet.templates.internal.values.Kind;
import quintet.templates.internal.values.Numbers;
import quintet.templates.internal.values.Times;
import quintet.templates.internal.values.Values;

/** Filters of numbers. */
public final class NumberFilters {
    private static final int MAX_DIGITS = 200;
    private static final int MAX_TEXT = 2_000;

    private NumberFilters() {}

    /** Adds a filter. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "add" -> library.filter(name, Filter.of(NumberFilters::add));
            case "divisibleby" -> library.filter(name, Filter.of(NumberFilters::divisibleBy));
            case "get_digit" -> library.filter(name, Filter.of(NumberFilters::digit));
            case "floatformat" ->
                library.filter(
                        name,
                        Filter.of(NumberFilters::floatFormat).optional(-1L).safe());
            case "filesizeformat" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> fileSize(v, c)).noArgument().safe());
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static boolean isConversion(EvaluationError e) {
        return e.kind() == EvaluationError.Kind.TYPE || e.kind() == EvaluationError.Kind.VALUE;
    }

    private static @Nullable Object add(@Nullable Object value, @Nullable Object argument, Context context) {
        Values values = Values.of(context);
        try {
            BigInteger a = Numbers.big(Numbers.toInt(value, values));
            BigInteger b = Numbers.big(Numbers.toInt(argument, values));
            return Numbers.normal(a.add(b));
        } catch (EvaluationError e) {
            return isConversion(e) ? plus(value, argument, values) : "";
        }
    }

    /** Python's {@code a + b} for what are no whole numbers; empty if they do not fit. */
    private static @Nullable Object plus(@Nullable Object a, @Nullable Object b, Values values) {
        if (a == null || b == null) {
            return "";
        }
        if (values.isText(a) && values.isText(b)) {
            String text = a.toString() + b;
            return a instanceof SafeString && b instanceof SafeString ? SafeString.of(text) : text;
        }
        Kind kind = values.kind(a);
        Kind other = values.kind(b);
        if (kind == other && (kind == Kind.LIST || kind == Kind.ARRAY || kind == Kind.TUPLE)) {
            List<@Nullable Object> all = new ArrayList<>(values.list(a));
            all.addAll(values.list(b));
            return kind == Kind.TUPLE ? Tuple.of(all.toArray()) : all;
        }
        if (b instanceof Duration d) {
            return later(a, d);
        }
        if (a instanceof Duration d) {
            return later(b, d);
        }
        if (a instanceof Number x && b instanceof Number y && (x instanceof Double || y instanceof Double)) {
            return x.doubleValue() + y.doubleValue();
        }
        return "";
    }

    private static Object later(Object time, Duration by) {
        Object moment = Times.unpin(time);
        return switch (moment) {
            case LocalDate d -> d.plusDays(Math.floorDiv(by.toSeconds(), 86_400L));
            case LocalDateTime t -> t.plus(by);
            case Duration d -> d.plus(by);
            default -> Times.isAware(moment) ? Times.aware(moment).plus(by) : "";
        };
    }

    private static Object divisibleBy(@Nullable Object value, @Nullable Object argument, Context context) {
        Values values = Values.of(context);
        BigInteger a = Numbers.big(Numbers.toInt(value, values));
        BigInteger b = Numbers.big(Numbers.toInt(argument, values));
        if (b.signum() == 0) {
            throw new EvaluationError(EvaluationError.Kind.ZERO_DIVISION, "integer modulo by zero");
        }
        return a.mod(b.abs()).signum() == 0;
    }

    private static @Nullable Object digit(@Nullable Object value, @Nullable Object argument, Context context) {
        Values values = Values.of(context);
        Number position;
        Number number;
        Object kept = value;
        try {
            position = Numbers.toInt(argument, values);
            number = Numbers.toInt(value, values);
        } catch (EvaluationError e) {
            if (e.kind() == EvaluationError.Kind.VALUE) {
                return kept;
            }
            throw e;
        }
        int at = Numbers.clamp(position);
        if (at < 1) {
            return number;
        }
        String digits = number.toString();
        if (at > digits.length()) {
            return 0L;
        }
        char digit = digits.charAt(digits.length() - at);
        if (digit == '-') {
            throw EvaluationError.value("invalid literal for int() with base 10: '-'");
        }
        return (long) (digit - '0');
    }

    private static Object floatFormat(@Nullable Object value, @Nullable Object argument, Context context) {
        Values values = Values.of(context);
        boolean group = false;
        boolean localized = true;
        Object arg = argument;
        if (arg instanceof CharSequence && values.isText(arg)) {
            String text = arg.toString();
            if (text.isEmpty()) {
                throw new EvaluationError(EvaluationError.Kind.INDEX, "string index out of range");
            }
            int keep = text.length();
            if (text.endsWith("gu") || text.endsWith("ug")) {
                group = true;
                localized = false;
                keep -= 2;
            } else if (text.endsWith("g")) {
                group = true;
                keep--;
            } else if (text.endsWith("u")) {
                localized = false;
                keep--;
            }
            arg = keep == 0 ? (Object) Long.valueOf(-1) : text.substring(0, keep);
        }
        CharSequence input = values.text(value);
        if (value instanceof Double d && (Double.isNaN(d) || Double.isInfinite(d))) {
            return input;
        }
        if (input.length() > MAX_TEXT) {
            // printed as it is, like any number of too many digits, without the cost of reading it exactly
            return Numbers.parseFloat(input.toString()) == null ? "" : input;
        }
        BigDecimal number = decimal(value, input.toString());
        if (number == null) {
            return Numbers.parseFloat(input.toString()) != null || isSpecial(input.toString()) ? input : "";
        }
        int places;
        try {
            places = Numbers.clamp(Numbers.toInt(arg, values));
        } catch (EvaluationError e) {
            if (e.kind() == EvaluationError.Kind.VALUE) {
                return input;
            }
            throw e;
        }
        if (number.precision() + Math.abs((long) number.scale()) > MAX_DIGITS) {
            return input;
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (whole && places <= 0) {
            return SafeString.of(context.formats().number(number.toBigInteger(), 0, localized, group));
        }
        int digits = Math.abs(places);
        if (digits > 10_000) {
            throw EvaluationError.value("too many decimal places: " + digits);
        }
        BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP);
        String text = rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
        return SafeString.of(context.formats().number(text, digits, localized, group));
    }

    private static boolean isSpecial(String text) {
        String bare = text.strip().toLowerCase(java.util.Locale.ROOT).replaceFirst("^[+-]", "");
        return bare.equals("nan") || bare.equals("inf") || bare.equals("infinity") || bare.equals("snan");
    }

    private static @Nullable BigDecimal decimal(@Nullable Object value, String text) {
        if (value instanceof BigDecimal d) {
            return d;
        }
        if (value instanceof Boolean b) {
            return b ? new BigDecimal("1.0") : new BigDecimal("0.0");
        }
        String bare = quintet.templates.internal.parse.Chars.strip(text).replace("_", "");
        if (Numbers.parseFloat(bare) == null || isSpecial(bare)) {
            return null;
        }
        try {
            return new BigDecimal(bare);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String fileSize(@Nullable Object value, Context context) {
        double bytes;
        try {
            bytes = Numbers.toInt(value, Values.of(context)).doubleValue();
        } catch (EvaluationError e) {
            if (e.kind() == EvaluationError.Kind.OVERFLOW) {
                throw e;
            }
            bytes = 0;
        }
        boolean negative = bytes < 0;
        double size = Math.abs(bytes);
        String text;
        if (size < 1024) {
            text = Words.of(context).count("%(size)d byte", "%(size)d bytes", "size", (long) size);
        } else {
            String[] units = {"KB", "MB", "GB", "TB", "PB"};
            int unit = 0;
            double unitSize = 1024;
            while (unit < units.length - 1 && size >= unitSize * 1024) {
                unitSize *= 1024;
                unit++;
            }
            double rounded = new BigDecimal(size / unitSize)
                    .setScale(1, RoundingMode.HALF_EVEN)
                    .doubleValue();
            String number = context.formats().number(rounded, 1, true, false);
            text = Words.of(context).text("%s " + units[unit]).replace("%s", number);
        }
        return Words.noBreak(negative ? "-" + text : text);
    }
}
