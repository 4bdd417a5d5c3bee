package quintet.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class LanguageChoiceTest {
    private final LanguageChoice choice = LanguageChoice.of(List.of("en", "de", "pt-br", "zh-hans"), "en-us");

    @Test
    void choosesTheBestLanguageThatTheSiteHas() {
        assertThat(choice.choose(null, "fr;q=0.9, de;q=0.8, en;q=0.1")).isEqualTo("de");
        assertThat(choice.choose("de", "en")).isEqualTo("de");
        assertThat(choice.choose("../etc", "pt")).isEqualTo("pt-br");
        assertThat(choice.choose(null, null)).isEqualTo("en");
        assertThat(choice.choose(null, "zh-SG")).isEqualTo("zh-hans");
        assertThat(choice.variant("pt", true)).isNull();
        assertThat(choice.fromPath("/de/books/")).isEqualTo("de");
        assertThat(choice.fromPath("/books/")).isNull();
    }

    /** CVE-2026-15337 and its kin: codes and headers of any length cost next to nothing. */
    @Test
    void hugeCodesAndHeadersAreCutOrRefused() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(choice.variant("x-".repeat(500_000), false)).isNull();
            assertThat(choice.variant("de-" + "x".repeat(1_000_000), false)).isEqualTo("de");
            assertThat(choice.choose("-".repeat(1_000_000), "de,".repeat(300_000)))
                    .isEqualTo("de");
            assertThat(choice.fromPath("/" + "a-".repeat(1_000_000) + "/")).isNull();
            assertThat(LanguageChoice.parse("a".repeat(1_000_000))).isEmpty();
        });
    }

    @Test
    void formatsOfLanguagesWithoutATableComeFromTheJdk() {
        Formats icelandic = Formats.of(FormatSettings.DEFAULT, "is");
        assertThat(icelandic.date(java.time.LocalDate.of(2024, 2, 9), "DATE_FORMAT", java.time.ZoneOffset.UTC))
                .isEqualTo("9. febrúar 2024");
        assertThat(icelandic.get("TIME_FORMAT")).isEqualTo("H:i");
        assertThat(icelandic.number(1234.5, 2, true, true)).isEqualTo("1.234,50");
    }

    @Test
    void languageCodesNeverLeadOutOfTheFolders(@TempDir Path folder) throws IOException {
        catalog(folder.resolve("outside"), "Buch");
        Catalogs catalogs = Catalogs.builder().folder(folder.resolve("inside")).build();
        for (String code : List.of("../outside/de", "..", "/etc/passwd", "de/../../outside/de", "\0", "")) {
            assertThat(catalogs.translate(code, null, "Book")).isEqualTo("Book");
        }
    }

    private record TestProject(Path folder, boolean debug) implements SiteDefinition {
        @Override
        public Settings settings(Env env) {
            return Settings.of(env)
                    .debug(debug)
                    .language("de")
                    .with(TranslationSettings.defaults().localePath(folder).language("de", "German"));
        }
    }

    private static void catalog(Path folder, String text) throws IOException {
        Path file = folder.resolve("de/LC_MESSAGES/django.po");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n"
                        + "msgid \"Book\"\nmsgstr \"" + text + "\"\n\n"
                        + "#, fuzzy\nmsgid \"Shelf\"\nmsgstr \"Regal?\"\n");
    }

    @Test
    void aSiteTranslatesFromItsFoldersAndLeavesFuzzyTextsAlone(@TempDir Path folder) throws IOException {
        catalog(folder, "Buch");
        try (Site site = Site.open(new TestProject(folder, false), Env.of(Map.of()))) {
            site.run(() -> {
                assertThat(Translations.gettext("Book")).isEqualTo("Buch");
                assertThat(Translations.gettext("Shelf")).isEqualTo("Shelf");
                assertThat(Translations.gettext("today")).isEqualTo("heute");
                assertThat(Translations.withLanguage("en", () -> Translations.gettext("Book")))
                        .isEqualTo("Book");
            });
        }
    }

    @Test
    void inDevelopmentAChangedCatalogueIsReadAgain(@TempDir Path folder) throws Exception {
        catalog(folder, "Buch");
        Catalogs catalogs = Catalogs.builder().folder(folder).reloading(true).build();
        assertThat(catalogs.translate("de", null, "Book")).isEqualTo("Buch");
        catalog(folder, "Band");
        Files.setLastModifiedTime(
                folder.resolve("de/LC_MESSAGES/django.po"),
                java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 5000));
        long start = System.nanoTime();
        while (!catalogs.translate("de", null, "Book").equals("Band") && System.nanoTime() - start < 20_000_000_000L) {
            Thread.sleep(50);
        }
        assertThat(catalogs.translate("de", null, "Book")).isEqualTo("Band");
    }
}
