package quintet.core;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Facts about languages by their Django codes ({@code de}, {@code pt-br}, {@code zh-hans}). */
public final class Languages {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");
    private static final Map<String, String> LOCAL = Map.ofEntries(
            Map.entry("ar-dz", "العربية الجزائرية"),
            Map.entry("az", "Azərbaycanca"),
            Map.entry("cs", "česky"),
            Map.entry("el", "Ελληνικά"),
            Map.entry("en-au", "Australian English"),
            Map.entry("en-gb", "British English"),
            Map.entry("es-ar", "español de Argentina"),
            Map.entry("es-co", "español de Colombia"),
            Map.entry("es-mx", "español de Mexico"),
            Map.entry("es-ni", "español de Nicaragua"),
            Map.entry("es-ve", "español de Venezuela"),
            Map.entry("hr", "Hrvatski"),
            Map.entry("hu", "Magyar"),
            Map.entry("hy", "հայերեն"),
            Map.entry("id", "Bahasa Indonesia"),
            Map.entry("is", "Íslenska"),
            Map.entry("kk", "Қазақ"),
            Map.entry("lb", "Lëtzebuergesch"),
            Map.entry("lt", "Lietuviškai"),
            Map.entry("mk", "Македонски"),
            Map.entry("nb", "norsk (bokmål)"),
            Map.entry("nn", "norsk (nynorsk)"),
            Map.entry("pt", "Português"),
            Map.entry("pt-br", "Português Brasileiro"),
            Map.entry("ro", "Română"),
            Map.entry("ru", "Русский"),
            Map.entry("sk", "slovenčina"),
            Map.entry("sl", "Slovenščina"),
            Map.entry("th", "ภาษาไทย"),
            Map.entry("uk", "Українська"),
            Map.entry("zh-hans", "简体中文"),
            Map.entry("zh-hant", "繁體中文"));
    private static final Map<String, String> ENGLISH = Map.of(
            "pt-br", "Brazilian Portuguese",
            "zh-hans", "Simplified Chinese",
            "zh-hant", "Traditional Chinese",
            "en-gb", "British English",
            "en-au", "Australian English",
            "nb", "Norwegian Bokmål",
            "nn", "Norwegian Nynorsk");

    private static final int MAX_CODE = 50;

    private Languages() {}

    /**
     * What is known of a language.
     *
     * @param code the code
     * @param name its English name
     * @param localName its own name
     * @param bidi whether it is written from right to left
     */
    public record Info(String code, String name, String localName, boolean bidi) {}

    /**
     * Describes a language; a code with a region that is not known falls back to the language itself.
     *
     * @param code the code
     * @return its names and direction
     * @throws IllegalArgumentException if there is no such language
     */
    public static Info info(String code) {
        String known = code;
        if (!ENGLISH.containsKey(code) && !LOCAL.containsKey(code) && code.indexOf('-') > 0) {
            known = code.substring(0, code.indexOf('-'));
        }
        Locale locale = Locale.forLanguageTag(known);
        String english = ENGLISH.getOrDefault(known, locale.getDisplayLanguage(Locale.ENGLISH));
        if (english.isEmpty() || english.equals(known)) {
            throw new IllegalArgumentException("Unknown language code " + code + ".");
        }
        String local = LOCAL.getOrDefault(known, locale.getDisplayLanguage(locale));
        return new Info(known, english, local, isBidi(known));
    }

    /**
     * A code that files can be looked up by: letters, digits and hyphens, of a length that languages have. What is
     * longer loses its last parts; what is no code at all becomes empty.
     *
     * @param code any text
     * @return a code in lower case, perhaps empty
     */
    static String usable(String code) {
        String text = code;
        if (text.length() > MAX_CODE) {
            int dash = text.lastIndexOf('-', MAX_CODE);
            text = dash > 0 ? text.substring(0, dash) : "";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_@".indexOf(c) >= 0;
            if (!fits) {
                return "";
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a language is written from right to left.
     *
     * @param code the code
     * @return true for Arabic, Hebrew, Persian and the like
     */
    public static boolean isBidi(String code) {
        int dash = code.indexOf('-');
        return RIGHT_TO_LEFT.contains(dash < 0 ? code : code.substring(0, dash));
    }
}
