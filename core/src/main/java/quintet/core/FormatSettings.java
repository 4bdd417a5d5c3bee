package quintet.core;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The format settings of a site: what holds where the language brings no format of its own. Immutable. Answers to
 * Django's {@code DATE_FORMAT}, {@code USE_THOUSAND_SEPARATOR} and their kin, which are also the keys here.
 */
public final class FormatSettings {
    /** Django's defaults. */
    public static final FormatSettings DEFAULT = new FormatSettings(false, 0, defaults(), Map.of());

    private static final Set<String> INPUTS =
            Set.of("DATE_INPUT_FORMATS", "TIME_INPUT_FORMATS", "DATETIME_INPUT_FORMATS");

    private final boolean useThousandSeparator;
    private final int numberGrouping;
    private final Map<String, String> texts;
    private final Map<String, Map<String, String>> languages;

    private FormatSettings(
            boolean useThousandSeparator,
            int numberGrouping,
            Map<String, String> texts,
            Map<String, Map<String, String>> languages) {
        this.useThousandSeparator = useThousandSeparator;
        this.numberGrouping = numberGrouping;
        this.texts = Map.copyOf(texts);
        this.languages = Map.copyOf(languages);
    }

    private static Map<String, String> defaults() {
        Map<String, String> m = new HashMap<>();
        m.put("DATE_FORMAT", "N j, Y");
        m.put("DATETIME_FORMAT", "N j, Y, P");
        m.put("TIME_FORMAT", "P");
        m.put("YEAR_MONTH_FORMAT", "F Y");
        m.put("MONTH_DAY_FORMAT", "F j");
        m.put("SHORT_DATE_FORMAT", "m/d/Y");
        m.put("SHORT_DATETIME_FORMAT", "m/d/Y P");
        m.put("DECIMAL_SEPARATOR", ".");
        m.put("THOUSAND_SEPARATOR", ",");
        m.put("FIRST_DAY_OF_WEEK", "0");
        return m;
    }

    /** Whether numbers are grouped; answers to {@code USE_THOUSAND_SEPARATOR}. */
    public boolean useThousandSeparator() {
        return useThousandSeparator;
    }

    /** Digits in a group where the language has no rule; answers to {@code NUMBER_GROUPING}. */
    public int numberGrouping() {
        return numberGrouping;
    }

    /**
     * A format by its Django name.
     *
     * @param name such as {@code DATE_FORMAT}
     * @return null for an unknown name
     */
    public @Nullable String text(String name) {
        return name.equals("NUMBER_GROUPING") ? Integer.toString(numberGrouping) : texts.get(name);
    }

    /**
     * Changes grouping of numbers on output.
     *
     * @param on whether numbers are grouped
     * @return changed settings
     */
    public FormatSettings useThousandSeparator(boolean on) {
        return new FormatSettings(on, numberGrouping, texts, languages);
    }

    /**
     * Changes the size of a group.
     *
     * @param digits digits in a group; 0 for none
     * @return changed settings
     */
    public FormatSettings numberGrouping(int digits) {
        return new FormatSettings(useThousandSeparator, digits, texts, languages);
    }

    /**
     * Changes one format.
     *
     * @param name its Django name, such as {@code DATE_FORMAT} or {@code DECIMAL_SEPARATOR}
     * @param format the new value
     * @return changed settings
     */
    public FormatSettings with(String name, String format) {
        if (!texts.containsKey(name)) {
            throw unknown(name, texts.keySet());
        }
        Map<String, String> m = new HashMap<>(texts);
        m.put(name, format);
        return new FormatSettings(useThousandSeparator, numberGrouping, m, languages);
    }

    /**
     * Changes one format of a language, before what the language brings itself. Answers to a module in
     * {@code FORMAT_MODULE_PATH}.
     *
     * @param language a code such as {@code de}, which holds for {@code de-at} too unless that has its own
     * @param name its Django name; also {@code DATE_INPUT_FORMATS}, {@code TIME_INPUT_FORMATS},
     *     {@code DATETIME_INPUT_FORMATS} and {@code NUMBER_GROUPING}
     * @param format the new value; input formats take several
     * @return changed settings
     */
    public FormatSettings with(String language, String name, String... format) {
        boolean input = INPUTS.contains(name);
        if (!input && !texts.containsKey(name) && !name.equals("NUMBER_GROUPING")) {
            Set<String> known = new TreeSet<>(texts.keySet());
            known.addAll(INPUTS);
            known.add("NUMBER_GROUPING");
            throw unknown(name, known);
        }
        if (format.length != 1 && !input) {
            throw new IllegalArgumentException(name + " takes one format, not " + format.length + ".");
        }
        String code = language.toLowerCase(Locale.ROOT).replace('_', '-');
        Map<String, String> own = new HashMap<>(languages.getOrDefault(code, Map.of()));
        own.put(name, String.join("\n", format));
        Map<String, Map<String, String>> all = new HashMap<>(languages);
        all.put(code, Map.copyOf(own));
        return new FormatSettings(useThousandSeparator, numberGrouping, texts, all);
    }

    private static IllegalArgumentException unknown(String name, Collection<String> known) {
        return new IllegalArgumentException("There is no format '" + name + "'. Known: "
                + String.join(", ", known.stream().sorted().toList()));
    }

    /** The formats given to a language and to the one it is a variant of. */
    Map<String, String> ofLanguage(String language) {
        String code = language.toLowerCase(Locale.ROOT).replace('_', '-');
        int dash = code.indexOf('-');
        Map<String, String> own = languages.getOrDefault(code, Map.of());
        Map<String, String> base = dash < 0 ? Map.of() : languages.getOrDefault(code.substring(0, dash), Map.of());
        if (base.isEmpty()) {
            return own;
        }
        Map<String, String> both = new HashMap<>(base);
        both.putAll(own);
        return both;
    }
}
