package quintet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Signed values, equal to Django's. */
class SigningTest {
    private static final String KEY = "vectors-secret-key-0123456789-abcdefghijklmnopqrstuvwxyz";

    @Test
    void aSignatureIsTheOneDjangoWrites() {
        assertThat(Signer.of(KEY).sign("hello")).isEqualTo("hello:ewj9-6e0uqotgOy5_LS_Q88ae9mMzyLuRF-LmpML2ZI");
    }

    @Test
    void aChangedValueIsFound() {
        String signed = Signer.of(KEY).sign("price=10");
        assertThatThrownBy(() -> Signer.of(KEY).unsign(signed.replace("10", "01")))
                .isInstanceOf(BadSignature.class);
        assertThatThrownBy(() -> Signer.of(KEY).unsign("nosep")).hasMessage("No \":\" found in value");
    }

    @Test
    void formerKeysAreStillAccepted() {
        String old = Signer.of("old").sign("x");
        assertThat(Signer.of("new").fallbackKeys(List.of("older", "old")).unsign(old))
                .isEqualTo("x");
    }

    @Test
    void aSignatureAges() {
        TimestampSigner then = TimestampSigner.of(KEY).clock(Clock.fixed(Instant.ofEpochSecond(1000), ZoneOffset.UTC));
        TimestampSigner now = then.clock(Clock.fixed(Instant.ofEpochSecond(1010), ZoneOffset.UTC));
        String signed = then.sign("x");
        assertThat(now.unsign(signed, Duration.ofSeconds(10))).isEqualTo("x");
        assertThatThrownBy(() -> now.unsign(signed, Duration.ofSeconds(9)))
                .isInstanceOf(SignatureExpired.class)
                .hasMessage("Signature age 10.0 > 9 seconds");
    }

    @Test
    void objectsAreCompressedWhenThatHelps() {
        Map<String, Object> value = Map.of("text", "x".repeat(500));
        String signed = Signer.of(KEY).signObject(value, true);
        assertThat(signed).startsWith(".").hasSizeLessThan(120);
        assertThat(Signer.of(KEY).unsignObject(signed)).isEqualTo(value);
    }

    @Property(tries = 200)
    void whatIsSignedComesBack(@ForAll String text) {
        // A lone surrogate has no UTF-8 form; texts of requests and databases never hold one.
        String clean = new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Signer.of(KEY).unsign(Signer.of(KEY).sign(clean))).isEqualTo(clean);
        assertThat(Signer.of(KEY).unsignObject(Signer.of(KEY).signObject(clean, true)))
                .isEqualTo(clean);
    }

    @Test
    void jsonIsWrittenInPythonsForm() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("a", Arrays.asList(1, 2.0, 1e100, 1e16, 0.0001, 1e-5, null, true));
        value.put("é", "\u2028\"\\\n");
        value.put("d", new BigDecimal("1.50"));
        value.put("t", LocalDateTime.of(2024, 1, 2, 3, 4, 5, 123_456_000));
        value.put("z", OffsetDateTime.of(2024, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC));
        assertThat(Json.write(value, Json.Style.SPACED_ASCII))
                .isEqualTo("{\"a\": [1, 2.0, 1e+100, 1e+16, 0.0001, 1e-05, null, true], "
                        + "\"\\u00e9\": \"\\u2028\\\"\\\\\\n\", \"d\": \"1.50\", "
                        + "\"t\": \"2024-01-02T03:04:05.123\", \"z\": \"2024-01-02T03:04:05Z\"}");
        assertThat(Json.writeIndented(Map.of("a", List.of(1, 2), "b", List.of()), Json.Style.SPACED, 2))
                .contains("\n  \"a\": [\n    1,\n    2\n  ]")
                .contains("\"b\": []");
    }

    @Test
    void textThatIsNotJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Json.read("{\"a\": ,}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> Json.read("[1] 2")).hasMessageContaining("follows");
        assertThatThrownBy(() -> Json.read("[".repeat(5000))).isInstanceOf(IllegalArgumentException.class);
    }
}
