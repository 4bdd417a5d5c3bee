package quintet.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ConversionProperties {
    @Property(tries = 200)
    void wholeNumbersReadBack(@ForAll long number) {
        assertThat(NumberText.integer(" " + number + " ")).isEqualTo(number);
    }

    @Property(tries = 200)
    void decimalsReadBackExactly(@ForAll BigDecimal number) {
        assertThat(NumberText.decimal(number.toString())).isEqualTo(number);
    }

    @Property(tries = 200)
    void realNumbersReadBackFromPythonsSpelling(@ForAll double number) {
        assertThat(NumberText.real(PythonText.of(number))).isEqualTo(number);
    }

    @Property(tries = 300)
    void readingNumbersNeverThrows(@ForAll String text) {
        NumberText.integer(text);
        NumberText.decimal(text);
        NumberText.real(text);
    }

    @Property(tries = 200)
    void durationsReadBack(@ForAll @LongRange(min = -86_400_000_000_000L, max = 86_400_000_000_000L) long micros) {
        Duration duration = Duration.ofNanos(micros * 1000);
        assertThat(IsoTimes.parseDuration(IsoTimes.format(duration))).isEqualTo(duration);
    }

    @Property(tries = 200)
    void datesReadBackInAnyFormat(@ForAll @IntRange(min = 1, max = 3_000_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day - 719_162);
        for (String pattern : new String[] {"%Y-%m-%d", "%d/%m/%Y", "%B %d, %Y", "%b %d %Y", "%Y %j"}) {
            TimeFormat format = TimeFormat.of(pattern);
            LocalDateTime read = format.parse(format.format(date));
            assertThat(read).isEqualTo(date.atStartOfDay());
        }
        assertThat(IsoTimes.parseDate(date.toString())).isEqualTo(date);
    }

    @Property(tries = 200)
    void timesReadBack(@ForAll @IntRange(max = 86_399) int second, @ForAll @IntRange(max = 999_999) int micros) {
        LocalTime time = LocalTime.ofSecondOfDay(second).plusNanos(micros * 1000L);
        assertThat(IsoTimes.parseTime(IsoTimes.format(time))).isEqualTo(time);
        TimeFormat format = TimeFormat.of("%I:%M:%S.%f %p");
        assertThat(format.parse(format.format(time)).toLocalTime()).isEqualTo(time);
    }

    @Property(tries = 300)
    void addressesAreShortenedOnce(@ForAll @IntRange(max = 0xffff) int a, @ForAll @IntRange(max = 0xffff) int b) {
        String text = Integer.toHexString(a) + ":0:0:0:0:" + Integer.toHexString(b) + ":0:1";
        String clean = IpAddresses.cleanV6(text, false);
        assertThat(clean).isNotNull();
        assertThat(IpAddresses.cleanV6(clean, false)).isEqualTo(clean);
        assertThat(IpAddresses.isV6(clean)).isTrue();
    }

    @Property(tries = 300)
    void addressesNeverThrow(@ForAll String text) {
        IpAddresses.isV4(text);
        IpAddresses.cleanV6(text, true);
    }
}
