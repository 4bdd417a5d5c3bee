package quintet.core.internal.i18n;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Formats of languages by their Django names. */
public final class LocaleFormats {
    private static final Map<String, Map<String, String>> CACHE = new ConcurrentHashMap<>();
    private static final int MAX_LANGUAGES = 1000;
    private static final String ISO_DATES = "%Y-%m-%d";
    private static final String ISO_TIMES = "%H:%M:%S\n%H:%M:%S.%f\n%H:%M";
    private static final String ISO_MOMENTS = "%Y-%m-%d %H:%M:%S\n%Y-%m-%d %H:%M:%S.%f\n%Y-%m-%d %H:%M\n%Y-%m-%d";

    private LocaleFormats() {}

    /** The formats of a language by its code in lower case; empty where nothing is known of it. */
    public static Map<String, String> of(String language) {
        Map<String, String> known = CACHE.get(language);
        if (known != null) {
            return known;
        }
        Map<String, String> made = make(language);
        if (CACHE.size() < MAX_LANGUAGES) {
            CACHE.put(language, made);
        }
        return made;
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
        Map<String, String> known = LocaleTable.of(language);
        if (known == null && dash > 0) {
            known = LocaleTable.of(language.substring(0, dash));
        }
        if (known == null) {
            return CldrFormats.of(Locale.forLanguageTag(language));
        }
        Map<String, String> out = new HashMap<>(known);
        for (Map.Entry<String, String> each : out.entrySet()) {
            if (each.getKey().endsWith("INPUT_FORMATS")) {
                each.setValue(withIso(each.getKey(), each.getValue()));
            }
        }
        return out;
    }

    /** What computers write is read in every language. */
    private static String withIso(String name, String patterns) {
        Set<String> all = new LinkedHashSet<>(Arrays.asList(patterns.split("\n")));
        all.addAll(Arrays.asList(iso(name).split("\n")));
        return String.join("\n", all);
    }

    private static String iso(String name) {
        return switch (name) {
            case "DATE_INPUT_FORMATS" -> ISO_DATES;
            case "TIME_INPUT_FORMATS" -> ISO_TIMES;
            default -> ISO_MOMENTS;
        };
    }
}
