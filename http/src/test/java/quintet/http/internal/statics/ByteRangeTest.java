package quintet.http.internal.statics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,0",
        "bytes=2-5,2,5",
        "bytes=5-,5,9",
        "bytes=-3,7,9",
        "bytes=-30,0,9",
        "bytes=8-100,8,9",
        "bytes= 1 - 2 ,1,2"
    })
    void givesThePartAskedFor(String header, long start, long end) {
        assertThat(ByteRange.parse(header, 10)).isEqualTo(new ByteRange(start, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0"})
    void aPartBehindTheEndIsUnsatisfiable(String header) {
        assertThat(ByteRange.parse(header, 10)).isSameAs(ByteRange.UNSATISFIABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=1-2,4-5",
                "bytes=5-2",
                "bytes=a-b",
                "bytes=-",
                "bytes=",
                "items=1-2",
                "bytes=1-x",
                "bytes=99999999999999999999-"
            })
    void whatIsNoRangeGetsTheWholeFile(String header) {
        assertThat(ByteRange.parse(header, 10)).isNull();
    }

    @Test
    void withoutAHeaderTheWholeFileIsSent() {
        assertThat(ByteRange.parse(null, 10)).isNull();
    }
}
