package quintet.core.internal.i18n;

import java.text.DecimalFormatSymbols;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.WeekFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats of a language made from the JDK's CLDR data, in Django's letters. */
final class CldrFormats {
    private CldrFormats() {}

    static Map<String, String> of(Locale locale) {
        Map<String, String> out = new HashMap<>();
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        out.put("DECIMAL_SEPARATOR", String.valueOf(symbols.getDecimalSeparator()));
        out.put("THOUSAND_SEPARATOR", String.valueOf(symbols.getGroupingSeparator()));
        out.put("NUMBER_GROUPING", "3");
        if (locale.getLanguage().isEmpty() || symbolsAreForeign(locale)) {
            return out;
        }
        out.put(
                "FIRST_DAY_OF_WEEK",
                Integer.toString(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7));
        out.put("DATE_FORMAT", pattern(locale, FormatStyle.LONG, null));
        out.put("TIME_FORMAT", pattern(locale, null, FormatStyle.SHORT));
        out.put("DATETIME_FORMAT", out.get("DATE_FORMAT") + " " + out.get("TIME_FORMAT"));
        out.put("YEAR_MONTH_FORMAT", skeleton(locale, "yMMMM"));
        out.put("MONTH_DAY_FORMAT", skeleton(locale, "MMMMd"));
        out.put("SHORT_DATE_FORMAT", pattern(locale, FormatStyle.SHORT, null));
        out.put("SHORT_DATETIME_FORMAT", out.get("SHORT_DATE_FORMAT") + " " + out.get("TIME_FORMAT"));
        return out;
    }

    /** A language the JDK knows nothing of gets the data of no language. */
    private static boolean symbolsAreForeign(Locale locale) {
        return locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage());
    }

    private static String pattern(Locale locale, @Nullable FormatStyle date, @Nullable FormatStyle time) {
        return letters(
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(date, time, IsoChronology.INSTANCE, locale));
    }

    private static String skeleton(Locale locale, String skeleton) {
        return letters(DateTimeFormatterBuilder.getLocalizedDateTimePattern(skeleton, IsoChronology.INSTANCE, locale));
    }

    /** A CLDR pattern in Django's letters. */
    static String letters(String cldr) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < cldr.length(); i++) {
            char c = cldr.charAt(i);
            if (c == '\'') {
                int close = cldr.indexOf('\'', i + 1);
                close = close < 0 ? cldr.length() : close;
                literal(close == i + 1 ? "'" : cldr.substring(i + 1, close), out);
                i = close;
            } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                int end = i;
                while (end < cldr.length() && cldr.charAt(end) == c) {
                    end++;
                }
                out.append(letter(c, end - i));
                i = end - 1;
            } else {
                literal(String.valueOf(c), out);
            }
        }
        return out.toString().strip();
    }

    private static void literal(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
    }

    private static String letter(char c, int count) {
        return switch (c) {
            case 'y', 'u' -> count == 2 ? "y" : "Y";
            case 'M' -> count >= 4 ? "E" : count == 3 ? "M" : count == 2 ? "m" : "n";
            case 'L' -> count >= 4 ? "F" : count == 3 ? "M" : count == 2 ? "m" : "n";
            case 'd' -> count == 2 ? "d" : "j";
            case 'E', 'c', 'e' -> count >= 4 ? "l" : "D";
            case 'H', 'k' -> count == 2 ? "H" : "G";
            case 'h', 'K' -> count == 2 ? "h" : "g";
            case 'm' -> "i";
            case 's' -> "s";
            case 'a', 'b', 'B' -> "A";
            default -> "";
        };
    }
}
