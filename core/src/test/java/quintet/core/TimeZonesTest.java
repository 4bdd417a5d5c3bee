package quintet.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeZonesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant instant(String local, boolean fold) {
        return TimeZones.makeAware(LocalDateTime.parse(local), BERLIN, fold).toInstant();
    }

    @Test
    void aTimeThatComesTwiceIsTheFirstUnlessFolded() {
        assertThat(instant("2026-10-25T02:30", false)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(instant("2026-10-25T02:30", true)).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(TimeZones.makeAware(LocalDateTime.parse("2026-10-25T02:30"), BERLIN)
                        .getOffset())
                .isEqualTo(ZoneOffset.ofHours(2));
    }

    @Test
    void aTimeThatIsLeftOutCountsFromEitherSideOfTheGap() {
        assertThat(instant("2026-03-29T02:30", false)).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(instant("2026-03-29T02:30", true)).isEqualTo("2026-03-29T00:30:00Z");
        assertThat(TimeZones.makeAware(LocalDateTime.parse("2026-03-29T02:30"), BERLIN)
                        .toLocalTime())
                .isEqualTo("03:30");
    }

    @Test
    void otherTimesAreOneMoment() {
        assertThat(instant("2026-07-01T12:00", true)).isEqualTo("2026-07-01T10:00:00Z");
        assertThat(TimeZones.makeNaive(Instant.parse("2026-07-01T10:00:00Z"), BERLIN))
                .isEqualTo("2026-07-01T12:00");
    }

    @Test
    void theChosenZoneHoldsAndElseUtc() {
        LocalDateTime noon = LocalDateTime.parse("2026-01-01T12:00");
        assertThat(TimeZones.current()).isEqualTo(ZoneOffset.UTC);
        assertThat(TimeZones.makeAware(noon).toInstant()).isEqualTo("2026-01-01T12:00:00Z");
        Instant inBerlin =
                TimeZones.withZone(BERLIN, () -> TimeZones.makeAware(noon).toInstant());
        assertThat(inBerlin).isEqualTo("2026-01-01T11:00:00Z");
        assertThat(TimeZones.withZone(BERLIN, () -> TimeZones.makeNaive(inBerlin)))
                .isEqualTo(noon);
    }
}
