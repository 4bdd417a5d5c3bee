package library;

import quintet.fields.TextChoices;

/** The languages books were written in; the stored value is also what HTML's {@code lang} takes. */
public enum Language implements TextChoices {
    ANCIENT_GREEK("grc"),
    ARABIC("ar"),
    BENGALI("bn"),
    CHINESE("zh"),
    CZECH("cs"),
    DANISH("da"),
    DUTCH("nl"),
    ENGLISH("en"),
    FINNISH("fi"),
    FRENCH("fr"),
    GEORGIAN("ka"),
    GERMAN("de"),
    HUNGARIAN("hu"),
    ICELANDIC("is"),
    ITALIAN("it"),
    JAPANESE("ja"),
    LATIN("la"),
    NORWEGIAN("no"),
    PERSIAN("fa"),
    POLISH("pl"),
    PORTUGUESE("pt"),
    RUSSIAN("ru"),
    SERBIAN("sr"),
    SPANISH("es"),
    SWEDISH("sv"),
    UKRAINIAN("uk"),
    YIDDISH("yi");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    @Override
    public String value() {
        return code;
    }
}
