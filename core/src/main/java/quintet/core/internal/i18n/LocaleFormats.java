package quintet.core.internal.i18n;

import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Formats of languages by their Django names. */
public final class LocaleFormats {
    private static final Map<String, Map<String, String>> CACHE = new ConcurrentHashMap<>();
    private static final String ISO_DATES = "%Y-%m-%d";
    private static final String ISO_TIMES = "%H:%M:%S\n%H:%M:%S.%f\n%H:%M";
    private static final String ISO_MOMENTS = "%Y-%m-%d %H:%M:%S\n%Y-%m-%d %H:%M:%S.%f\n%Y-%m-%d %H:%M\n%Y-%m-%d";

    private LocaleFormats() {}

    /** The formats of a language; empty where nothing is known of it. */
    public static Map<String, String> of(String language) {
        return CACHE.computeIfAbsent(language.toLowerCase(Locale.ROOT), LocaleFormats::make);
    }

    /** The input patterns that hold where the language has none. */
    public static String input(String name) {
        return switch (name) {
            case "DATE_INPUT_FORMATS" ->
                ISO_DATES
                        + "\n%m/%d/%Y\n%m/%d/%y\n%b %d %Y\n%b %d, %Y\n%d %b %Y\n%d %b, %Y\n%B %d %Y\n%B %d, %Y\n%d %B %Y\n%d %B, %Y";
            case "TIME_INPUT_FORMATS" -> ISO_TIMES;
            case "DATETIME_INPUT_FORMATS" ->
                "%Y-%m-%d %H:%M:%S\n%Y-%m-%d %H:%M:%S.%f\n%Y-%m-%d %H:%M\n%m/%d/%Y %H:%M:%S\n%m/%d/%Y %H:%M:%S.%f\n"
                        + "%m/%d/%Y %H:%M\n%m/%d/%y %H:%M:%S\n%m/%d/%y %H:%M:%S.%f\n%m/%d/%y %H:%M";
            default -> throw new IllegalArgumentException("There are no input formats called " + name + ".");
        };
    }

    private static Map<String, String> make(String language) {
        int dash = language.indexOf('-');
        Map<String, String> out = new HashMap<>();
        Locale locale = Locale.forLanguageTag(language);
        String base = dash < 0 ? language : language.substring(0, dash);
        String[] row = LocaleTable.row(language);
        if (row == null) {
            row = LocaleTable.row(base);
        }
        if (row == null) {
            DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
            out.put("DECIMAL_SEPARATOR", String.valueOf(symbols.getDecimalSeparator()));
            out.put("THOUSAND_SEPARATOR", String.valueOf(symbols.getGroupingSeparator()));
            out.put("NUMBER_GROUPING", "3");
            return out;
        }
        for (int i = 0; i < LocaleTable.COLUMNS.length; i++) {
            put(out, LocaleTable.COLUMNS[i], row[i + 1]);
        }
        return out;
    }

    private static void put(Map<String, String> out, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            boolean inputs = name.endsWith("INPUT_FORMATS");
            out.put(name, inputs ? value + "\n" + iso(name) : value);
        }
    }

    private static String iso(String name) {
        return switch (name) {
            case "DATE_INPUT_FORMATS" -> ISO_DATES;
            case "TIME_INPUT_FORMATS" -> ISO_TIMES;
            default -> ISO_MOMENTS;
        };
    }
}
