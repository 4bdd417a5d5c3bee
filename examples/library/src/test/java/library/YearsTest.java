package library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearsTest {
    @ParameterizedTest
    @CsvSource({"1851,false,1851", "116,true,c. 116 CE", "-750,true,c. 750 BCE", "-44,false,44 BCE"})
    void writesAYearAsPeopleDo(int year, boolean circa, String text) {
        assertThat(Years.text(year, circa)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1775,1817,false,1775–1817",
        "-525,-456,true,c. 525–456 BCE",
        "-43,17,true,c. 43 BCE–17 CE",
        "1971,,false,born 1971",
        ",1321,false,died 1321"
    })
    void writesALifeAsPeopleDo(Integer born, Integer died, boolean circa, String text) {
        assertThat(Years.span(born, died, circa)).isEqualTo(text);
    }

    @Test
    void saysNothingOfAnUnknownLife() {
        assertThat(Years.span(null, null, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1201,13th century",
        "1101,12th century",
        "101,2nd century",
        "2001,21st century",
        "1,1st century",
        "-799,8th century BCE",
        "-99,1st century BCE"
    })
    void namesCenturies(int year, String text) {
        assertThat(Years.century(year)).isEqualTo(text);
    }

    @Test
    void everyYearHasAnEra() {
        assertThat(Era.of(-750)).isEqualTo(Era.ANTIQUITY);
        assertThat(Era.of(499)).isEqualTo(Era.ANTIQUITY);
        assertThat(Era.of(500)).isEqualTo(Era.MIDDLE_AGES);
        assertThat(Era.of(1849)).isEqualTo(Era.EARLY_C19);
        assertThat(Era.of(1850)).isEqualTo(Era.LATE_C19);
        assertThat(Era.of(2026)).isEqualTo(Era.C20);
    }
}
