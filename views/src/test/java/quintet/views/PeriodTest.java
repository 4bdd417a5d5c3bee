package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import quintet.core.NotFound;
import quintet.views.internal.Period;

class PeriodTest {
    @Test
    void weeksAreCountedAsInPython() {
        // 2021 began on a Friday: strptime("2021__0__0", "%Y__%U__%w") is the Sunday before it.
        assertThat(Period.WEEK_FROM_SUNDAY.weekStart(2021, 0)).isEqualTo(LocalDate.of(2020, 12, 27));
        assertThat(Period.WEEK_FROM_SUNDAY.weekStart(2021, 1)).isEqualTo(LocalDate.of(2021, 1, 3));
        assertThat(Period.WEEK_FROM_MONDAY.weekStart(2021, 0)).isEqualTo(LocalDate.of(2020, 12, 28));
        assertThat(Period.WEEK_FROM_MONDAY.weekStart(2021, 1)).isEqualTo(LocalDate.of(2021, 1, 4));
        assertThat(Period.WEEK_FROM_SUNDAY.weekStart(2017, 1)).isEqualTo(LocalDate.of(2017, 1, 1));
        assertThat(Period.isoWeekStart(2020, 53)).isEqualTo(LocalDate.of(2020, 12, 28));
        assertThat(Period.isoWeekStart(2021, 1)).isEqualTo(LocalDate.of(2021, 1, 4));
    }

    @Test
    void whatIsNoDayIsNotFound() {
        assertThatThrownBy(() -> Period.date(2021, 2, 29)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Period.date(0, 1, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Period.isoWeekStart(2021, 53)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Period.WEEK_FROM_SUNDAY.weekStart(2021, 54)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Period.number("year", "20x1")).isInstanceOf(NotFound.class);
        assertThat(Period.number("month", "Nov")).isEqualTo(11);
        assertThat(Period.number("month", "november")).isEqualTo(11);
        assertThat(Period.number("month", 11L)).isEqualTo(11);
    }
}
