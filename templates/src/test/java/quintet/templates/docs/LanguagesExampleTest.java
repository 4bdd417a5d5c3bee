package quintet.templates.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.core.Translations.gettext;
import static quintet.core.Translations.ngettext;
import static quintet.core.Translations.withLanguage;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.core.FormatSettings;
import quintet.core.Formats;
import quintet.core.LanguageChoice;
import quintet.core.TranslationSettings;

class LanguagesExampleTest {
    @Test
    void translatesInALanguage() {
        // region: gettext
        String today = gettext("today");
        String heute = withLanguage("de", () -> gettext("today"));
        String years = withLanguage("fr", () -> ngettext("%(num)d year", "%(num)d years", 3));
        // endregion
        assertThat(today).isEqualTo("today");
        assertThat(heute).isEqualTo("heute");
        assertThat(years).isEqualTo("%(num)d ans");
    }

    @Test
    void takesSettings() {
        // region: settings
        TranslationSettings settings = TranslationSettings.defaults()
                .language("en", "English")
                .language("de", "German")
                .localePath(Path.of("locale"))
                .formats(FormatSettings.DEFAULT.useThousandSeparator(true));
        // endregion
        assertThat(settings.languages()).containsKeys("en", "de");
    }

    @Test
    void printsInFormats() {
        // region: formats
        Formats german = Formats.of(FormatSettings.DEFAULT.useThousandSeparator(true), "de");
        String price = german.number(1234567.891, 2, true, false); // 1.234.567,89
        String day = german.date(LocalDate.of(2024, 2, 29), "DATE_FORMAT", ZoneOffset.UTC); // 29. Februar 2024
        String typed = german.sanitize("1.234,5"); // 1234.5
        // endregion
        assertThat(List.of(price, day, typed)).containsExactly("1.234.567,89", "29. Februar 2024", "1234.5");
    }

    @Test
    void choosesALanguage() {
        // region: choice
        LanguageChoice choice = LanguageChoice.of(List.of("en", "de", "pt-br"), "en");
        String language = choice.choose(null, "fr;q=0.9, de-AT;q=0.8"); // de
        String cookie = choice.choose("pt", "de"); // pt-br: the cookie wins, and Brazil's stands in
        String path = choice.fromPath("/de/books/"); // de
        // endregion
        assertThat(List.of(language, cookie, String.valueOf(path))).containsExactly("de", "pt-br", "de");
    }
}
