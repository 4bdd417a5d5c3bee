package quintet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FormatsOfLanguagesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private static String day(FormatSettings settings, String language) {
        return Formats.of(settings, language).date(DAY, "SHORT_DATE_FORMAT", ZoneOffset.UTC);
    }

    @Test
    void aSiteGivesALanguageFormatsOfItsOwn() {
        FormatSettings settings = FormatSettings.DEFAULT
                .with("de", "SHORT_DATE_FORMAT", "j.n.y")
                .with("de-at", "SHORT_DATE_FORMAT", "Y/m/d")
                .with("de", "THOUSAND_SEPARATOR", "'")
                .with("de", "NUMBER_GROUPING", "3,2,0")
                .useThousandSeparator(true);
        assertThat(day(settings, "de")).isEqualTo("29.2.24");
        assertThat(day(settings, "de-ch")).isEqualTo("29.2.24");
        assertThat(day(settings, "de-AT")).isEqualTo("2024/02/29");
        assertThat(day(settings, "fr")).isEqualTo(day(FormatSettings.DEFAULT, "fr"));
        assertThat(day(FormatSettings.DEFAULT, "de")).isEqualTo("29.02.2024");
        assertThat(Formats.of(settings, "de-at").number(1234567, null, true, false))
                .isEqualTo("12'34'567");
    }

    @Test
    void inputFormatsMayBeSeveral() {
        FormatSettings settings = FormatSettings.DEFAULT.with("de", "DATE_INPUT_FORMATS", "%d/%m/%Y", "%d-%m-%Y");
        assertThat(Formats.of(settings, "de").inputFormats("DATE_INPUT_FORMATS"))
                .containsExactly("%d/%m/%Y", "%d-%m-%Y");
        assertThatThrownBy(() -> FormatSettings.DEFAULT.with("de", "DATE_FORMAT", "a", "b"))
                .hasMessage("DATE_FORMAT takes one format, not 2.");
        assertThatThrownBy(() -> FormatSettings.DEFAULT.with("de", "DATE_FROMAT", "a"))
                .hasMessageContaining("There is no format 'DATE_FROMAT'. Known: DATETIME_FORMAT");
    }

    @Test
    void weeksBeginOnADayOfTheLanguage() {
        assertThat(Formats.of(FormatSettings.DEFAULT, "en").firstDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(Formats.of(FormatSettings.DEFAULT, "de").firstDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(Formats.of(FormatSettings.DEFAULT.with("FIRST_DAY_OF_WEEK", "6"), null)
                        .firstDayOfWeek())
                .isEqualTo(DayOfWeek.SATURDAY);
    }
}
