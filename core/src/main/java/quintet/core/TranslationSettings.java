package quintet.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The languages of a site, where their texts are, and its formats:
 * {@code Settings.with(TranslationSettings.defaults().language("de", "German"))}. The catalogues of apps are found in
 * their {@code locale} folders without it.
 *
 * @param languages codes and English names of the languages to choose from. {@code LANGUAGES}
 * @param localePaths folders with catalogues, below the project's root, that win over those of apps. {@code LOCALE_PATHS}
 * @param formats what holds where a language brings no format. {@code DATE_FORMAT}, {@code USE_THOUSAND_SEPARATOR} ...
 */
public record TranslationSettings(Map<String, String> languages, List<Path> localePaths, FormatSettings formats)
        implements SettingsPart {
    private static final TranslationSettings DEFAULTS =
            new TranslationSettings(Map.of(), List.of(), FormatSettings.DEFAULT);

    /** Copies the collections. */
    public TranslationSettings {
        languages = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(languages));
        localePaths = List.copyOf(localePaths);
    }

    /** English alone, no folders, Django's formats. */
    public static TranslationSettings defaults() {
        return DEFAULTS;
    }

    /** With one more language to choose, after those before it. */
    public TranslationSettings language(String code, String englishName) {
        Map<String, String> all = new LinkedHashMap<>(languages);
        all.put(code, englishName);
        return new TranslationSettings(all, localePaths, formats);
    }

    /** With one more folder of catalogues; those before it win. */
    public TranslationSettings localePath(Path folder) {
        List<Path> all = new ArrayList<>(localePaths);
        all.add(folder);
        return new TranslationSettings(languages, all, formats);
    }

    /** With these formats. */
    public TranslationSettings formats(FormatSettings settings) {
        return new TranslationSettings(languages, localePaths, settings);
    }

    /** Those of a site. */
    public static TranslationSettings of(Site site) {
        return site.settings().part(TranslationSettings.class).orElse(DEFAULTS);
    }
}
