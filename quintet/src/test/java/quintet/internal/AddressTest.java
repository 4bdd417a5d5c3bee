package quintet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.core.CommandError;

class AddressTest {
    @Test
    void argumentsSayWhereToServe() {
        assertThat(Address.of(List.of())).isEqualTo(new Address("127.0.0.1", 8000));
        assertThat(Address.of(List.of("--noreload", "8080"))).isEqualTo(new Address("127.0.0.1", 8080));
        assertThat(Address.of(List.of("0.0.0.0:80"))).isEqualTo(new Address("0.0.0.0", 80));
        assertThat(Address.of(List.of("[::1]:8001"))).isEqualTo(new Address("::1", 8001));
        assertThat(Address.of(List.of("--ipv6", "0"))).isEqualTo(new Address("::1", 0));
        assertThat(Address.of(List.of("--port", "7000"))).isEqualTo(new Address("127.0.0.1", 7000));
        assertThat(Address.of(List.of("--port=7000"))).isEqualTo(new Address("127.0.0.1", 7000));
    }

    @Test
    void whatIsNoAddressIsNamed() {
        for (List<String> arguments : List.of(List.of("x"), List.of("1:2:3"), List.of("--port"), List.of("-9"))) {
            assertThatThrownBy(() -> Address.of(arguments))
                    .isInstanceOf(CommandError.class)
                    .hasMessageContaining("is not an address");
        }
        assertThatThrownBy(() -> Address.of(List.of("65536"))).hasMessageContaining("65535");
    }
}
