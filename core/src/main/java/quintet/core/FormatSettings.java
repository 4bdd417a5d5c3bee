package quintet.core;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format settings of a site: what holds where the language brings no format of its own. Immutable. Answers to
 * Django's {@code DATE_FORMAT}, {@code USE_THOUSAND_SEPARATOR} and their kin, which are also the keys here.
 */
public final class FormatSettings {
    /** Django's defaults. */
    public static final FormatSettings DEFAULT = new FormatSettings(false, 0, defaults());

    private final boolean useThousandSeparator;
    private final int numberGrouping;
    private final Map<String, String> texts;

    private FormatSettings(boolean useThousandSeparator, int numberGrouping, Map<String, String> texts) {
        this.useThousandSeparator = useThousandSeparator;
        this.numberGrouping = numberGrouping;
        this.texts = Map.copyOf(texts);
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
        return new FormatSettings(on, numberGrouping, texts);
    }

    /**
     * Changes the size of a group.
     *
     * @param digits digits in a group; 0 for none
     * @return changed settings
     */
    public FormatSettings numberGrouping(int digits) {
        return new FormatSettings(useThousandSeparator, digits, texts);
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
            throw new IllegalArgumentException("There is no format '" + name + "'. Known: "
                    + String.join(", ", texts.keySet().stream().sorted().toList()));
        }
        Map<String, String> m = new HashMap<>(texts);
        m.put(name, format);
        return new FormatSettings(useThousandSeparator, numberGrouping, m);
    }
}
