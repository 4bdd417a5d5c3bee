package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import press.PressSite;
import press.Specimen;
import press.Specimen_;
import quintet.core.Site;

/** Many rows with one statement, on PostgreSQL, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresBulkCreateTest extends BulkCreateTest {
    @Override
    Site openSite() {
        return PressSite.onPostgres(System.getenv("QUINTET_TEST_POSTGRES"));
    }

    private static Specimen named(String name) {
        Specimen row = new Specimen();
        row.name = name;
        return row;
    }

    @Test
    void rowsAreSentAsOneArrayForEachColumn() {
        List<Specimen> rows = List.of(named("one"), named("two"));
        assertThat(CaptureQueries.of(() -> Specimen.objects.bulkCreate(rows)).sql())
                .anyMatch(sql -> sql.contains("UNNEST"));
    }

    @Test
    void textsThatAreTooLongAreRefusedRatherThanCut() {
        List<Specimen> rows = List.of(named("short"), named("longer than twenty characters"));
        assertThatThrownBy(() -> Specimen.objects.bulkCreate(rows))
                .isInstanceOf(DataError.class)
                .hasMessageContaining("too long");
        assertThat(Specimen.objects.count()).isZero();
    }

    @Test
    void yearsOutsideOfFourDigitsAreKept() {
        Specimen old = named("old");
        old.day = LocalDate.of(-43, 3, 15);
        old.moment = Instant.parse("-0043-03-15T12:00:00Z");
        Specimen late = named("late");
        late.day = LocalDate.of(12_345, 6, 7);
        Specimen.objects.bulkCreate(List.of(old, late));
        List<Specimen> kept = Specimen.objects.orderBy(Specimen_.id.asc()).list();
        assertThat(kept.getFirst().day).isEqualTo(old.day);
        assertThat(kept.getFirst().moment).isEqualTo(old.moment);
        assertThat(kept.getLast().day).isEqualTo(late.day);
    }
}
