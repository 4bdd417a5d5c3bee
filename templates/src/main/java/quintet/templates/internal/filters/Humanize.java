package quintet.templates.internal.filters;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.DateText;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.SafeString;
import quintet.templates.internal.values.Numbers;
import quintet.templates.internal.values.Render;
import quintet.templates.internal.values.Times;
import quintet.templates.internal.values.Values;

/** The humanize library: data in a form people like to read. */
public final class Humanize {
    private static final String[] DIGITS = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
    private static final int[] POWERS = {6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 100};
    private static final String[] NAMES = {
        "million",
        "billion",
        "trillion",
        "quadrillion",
        "quintillion",
        "sextillion",
        "septillion",
        "octillion",
        "nonillion",
        "decillion",
        "googol"
    };
    private static final Pattern WHOLE = Pattern.compile("-?\\d+");

    private Humanize() {}

    /** Adds a filter. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "ordinal" ->
                library.filter(
                        name, Filter.of((v, a, c) -> ordinal(v, c)).noArgument().safe());
            case "intcomma" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> commas(v, c, Values.of(c).truth(a)))
                                .optional(Boolean.TRUE)
                                .safe());
            case "intword" ->
                library.filter(name, Filter.of((v, a, c) -> word(v, c)).noArgument());
            case "apnumber" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> apNumber(v, c)).noArgument().safe());
            case "naturalday" ->
                library.filter(
                        name, Filter.of(Humanize::naturalDay).optional(null).onLocalTime());
            case "naturaltime" ->
                library.filter(name, Filter.of((v, a, c) -> naturalTime(v, c)).noArgument());
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static @Nullable BigInteger integer(@Nullable Object value, Context context) {
        try {
            return Numbers.big(Numbers.toInt(value, Values.of(context)));
        } catch (EvaluationError e) {
            return null;
        }
    }

    private static @Nullable Object ordinal(@Nullable Object value, Context context) {
        BigInteger n = integer(value, context);
        if (n == null) {
            return value;
        }
        if (n.signum() < 0) {
            return n.toString();
        }
        int hundred = n.mod(BigInteger.valueOf(100)).intValue();
        String key;
        String suffix;
        if (n.equals(BigInteger.ONE)) {
            // some languages write the first one in a form of its own
            key = "ordinal is 1";
            suffix = "st";
        } else if (hundred >= 11 && hundred <= 13) {
            key = "ordinal 11, 12, 13";
            suffix = "th";
        } else {
            key = "ordinal " + hundred % 10;
            suffix = switch (hundred % 10) {
                case 1 -> "st";
                case 2 -> "nd";
                case 3 -> "rd";
                default -> "th";
            };
        }
        return SafeString.of(Words.of(context).text(key, "{}" + suffix).replace("{}", n.toString()));
    }

    private static @Nullable Object commas(@Nullable Object value, Context context, boolean localized) {
        if (localized) {
            boolean real = value instanceof Double || value instanceof Float || value instanceof BigDecimal;
            Object number = real ? value : integer(value, context);
            if (number == null && Values.of(context).isText(value) && value != null) {
                number = decimal(value.toString());
            }
            if (number != null) {
                return context.formats().number(number, null, true, true);
            }
        }
        String text = Values.text(value, context).toString();
        Matcher m = WHOLE.matcher(text);
        if (!m.lookingAt()) {
            return text;
        }
        String whole = m.group();
        StringBuilder out = new StringBuilder(text.length() + whole.length() / 3 + 1);
        for (int i = 0; i < whole.length(); i++) {
            boolean gap = i > 0 && whole.charAt(i - 1) != '-' && (whole.length() - i) % 3 == 0;
            out.append(gap ? "," : "").append(whole.charAt(i));
        }
        return out.append(text.substring(m.end())).toString();
    }

    private static @Nullable BigDecimal decimal(String text) {
        StringBuilder ascii = new StringBuilder();
        text.strip()
                .codePoints()
                .forEach(c -> ascii.append(
                        Character.isDigit(c) ? Integer.toString(Character.digit(c, 10)) : Character.toString(c)));
        try {
            return ascii.length() > 400 ? null : new BigDecimal(ascii.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object word(@Nullable Object value, Context context) {
        BigInteger n = integer(value, context);
        if (n == null) {
            return value;
        }
        if (n.abs().compareTo(BigInteger.valueOf(1_000_000)) < 0) {
            return Numbers.normal(n);
        }
        for (int i = 0; i < POWERS.length; i++) {
            BigInteger unit = BigInteger.TEN.pow(POWERS[i]);
            if (n.abs().compareTo(unit.multiply(BigInteger.valueOf(1000))) < 0) {
                BigDecimal size = new BigDecimal(n).divide(new BigDecimal(unit), 30, RoundingMode.HALF_EVEN);
                long plural = size.subtract(BigDecimal.ONE)
                                .setScale(0, RoundingMode.UP)
                                .longValue()
                        + 1;
                String text =
                        Words.of(context).plural("%(value)s " + NAMES[i], "%(value)s " + NAMES[i], Math.abs(plural));
                String shown = context.formats()
                        .number(size.setScale(1, RoundingMode.HALF_UP).toPlainString(), 1, true, false);
                return text.replace("%(value)s", shown);
            }
        }
        return Numbers.normal(n);
    }

    private static @Nullable Object apNumber(@Nullable Object value, Context context) {
        BigInteger n = integer(value, context);
        if (n == null) {
            return value;
        }
        boolean one = n.signum() > 0 && n.compareTo(BigInteger.TEN) < 0;
        return one ? Words.of(context).text(DIGITS[n.intValue() - 1]) : Numbers.normal(n);
    }

    private static LocalDate today(Context context, ZoneId zone) {
        return LocalDate.now(context.engine().clock().withZone(zone));
    }

    private static @Nullable Object naturalDay(@Nullable Object value, @Nullable Object argument, Context context) {
        if (value == null || !Render.isTime(value)) {
            return value;
        }
        Object moment = Times.unpin(value);
        LocalDate day;
        LocalDate today = today(context, context.engine().zone());
        switch (moment) {
            case LocalDate d -> day = d;
            case LocalDateTime t -> day = t.toLocalDate();
            default -> {
                if (!Times.isAware(moment)) {
                    return value;
                }
                ZonedDateTime z = Times.aware(moment);
                day = z.toLocalDate();
                today = today(context, z.getZone());
            }
        }
        long delta = day.toEpochDay() - today.toEpochDay();
        if (delta == 0) {
            return Words.of(context).text("today");
        } else if (delta == 1) {
            return Words.of(context).text("tomorrow");
        } else if (delta == -1) {
            return Words.of(context).text("yesterday");
        }
        boolean given = Values.of(context).truth(argument);
        String pattern = given ? Values.text(argument, context).toString() : "DATE_FORMAT";
        try {
            return Render.date(day, context.formats().get(pattern), context);
        } catch (DateText.UnsupportedLetter e) {
            throw EvaluationError.type(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Object naturalTime(@Nullable Object value, Context context) {
        Object moment = value instanceof LocalDate d ? d.atStartOfDay() : value == null ? null : Times.unpin(value);
        LocalDateTime then;
        LocalDateTime now;
        if (moment instanceof LocalDateTime t) {
            then = t;
            now = LocalDateTime.now(
                    context.engine().clock().withZone(context.engine().zone()));
        } else if (Times.isAware(moment) && moment != null) {
            then = Times.aware(moment).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
            now = LocalDateTime.now(context.engine().clock().withZone(ZoneOffset.UTC));
        } else {
            return value;
        }
        boolean past = then.isBefore(now);
        Duration delta = past ? Duration.between(then, now) : Duration.between(now, then);
        long seconds = delta.toSeconds();
        String when = past ? "ago" : "from now";
        if (seconds >= 86_400) {
            Words words = Words.of(context).in(past ? "naturaltime-past" : "naturaltime-future");
            String text = past ? TimeSince.between(then, now, 2, words) : TimeSince.between(now, then, 2, words);
            return Words.of(context)
                    .text(past ? "naturaltime-past" : "naturaltime-future", "%(delta)s " + when)
                    .replace("%(delta)s", text);
        }
        if (seconds == 0) {
            return Words.of(context).text("now");
        }
        if (seconds < 60) {
            return Words.of(context).count("a second " + when, "%(count)s\u00a0seconds " + when, "count", seconds);
        }
        if (seconds < 3600) {
            return Words.of(context).count("a minute " + when, "%(count)s\u00a0minutes " + when, "count", seconds / 60);
        }
        return Words.of(context).count("an hour " + when, "%(count)s\u00a0hours " + when, "count", seconds / 3600);
    }
}
