package quintet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.core.CommandError;

class ServeAddressTest {
    @Test
    void argumentsSayWhereToServe() {
        assertThat(ServeAddress.of(List.of())).isEqualTo(new ServeAddress("127.0.0.1", 8000));
        assertThat(ServeAddress.of(List.of("--noreload", "8080"))).isEqualTo(new ServeAddress("127.0.0.1", 8080));
        assertThat(ServeAddress.of(List.of("0.0.0.0:80"))).isEqualTo(new ServeAddress("0.0.0.0", 80));
        assertThat(ServeAddress.of(List.of("[::1]:8001"))).isEqualTo(new ServeAddress("::1", 8001));
        assertThat(ServeAddress.of(List.of("--ipv6", "0"))).isEqualTo(new ServeAddress("::1", 0));
        assertThat(ServeAddress.of(List.of("--port", "7000"))).isEqualTo(new ServeAddress("127.0.0.1", 7000));
        assertThat(ServeAddress.of(List.of("--port=7000"))).isEqualTo(new ServeAddress("127.0.0.1", 7000));
    }

    @Test
    void whatIsNoAddressIsNamed() {
        for (List<String> arguments : List.of(List.of("x"), List.of("1:2:3"), List.of("--port"), List.of("-9"))) {
            assertThatThrownBy(() -> ServeAddress.of(arguments))
                    .isInstanceOf(CommandError.class)
                    .hasMessageContaining("is not an address");
        }
        assertThatThrownBy(() -> ServeAddress.of(List.of("65536"))).hasMessageContaining("65535");
    }
}
