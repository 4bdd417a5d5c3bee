package quintet.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorsTest {
    private static <T> ValidationError refused(Validator<T> validator, T value) {
        return catchThrowableOfType(ValidationError.class, () -> validator.accept(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.co", "\"quoted\"@x.com", "foo@[127.0.0.1]", "foo@éx.com", "me@localhost"})
    void acceptsAddresses(String address) {
        assertThatNoException().isThrownBy(() -> Validators.email().accept(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@x.com", ".a@x.com", "a..b@x.com", "a@x.com\n", "a@-x.com", "a@b"})
    void refusesWhatIsNoAddress(String text) {
        assertThat(refused(Validators.email(), text).code()).isEqualTo("invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://[a", "http://example", "javascript:alert(1)", "http://x.com/a b", "http://256.1.1.1"})
    void refusesWhatIsNoWebAddress(String text) {
        assertThat(refused(Validators.url(), text).messages()).containsExactly("Enter a valid URL.");
    }

    @Test
    void countsCharactersRatherThanCodeUnits() {
        assertThatNoException().isThrownBy(() -> Validators.maxLength(2).accept("🔑🔑"));
        assertThat(refused(Validators.maxLength(1), "🔑🔑").messages())
                .containsExactly("Ensure this value has at most 1 character (it has 2).");
    }

    @Test
    void comparesNumbersOfDifferentTypes() {
        assertThatNoException().isThrownBy(() -> Validators.minValue(1).accept(1.5));
        assertThat(refused(Validators.maxValue(1L), new java.math.BigDecimal("1.01"))
                        .code())
                .isEqualTo("max_value");
    }

    @Test
    void stepsCountFromTheOffset() {
        assertThatNoException().isThrownBy(() -> Validators.step(0.02, 0.01).accept(0.03));
        assertThat(refused(Validators.step(3L, 1L), 5L).messages())
                .containsExactly(
                        "Ensure this value is a multiple of step size 3, starting from 1, e.g. 1, 4, 7, and so on.");
    }

    @Test
    void namesTheExtensionThatIsNotAllowed() {
        assertThat(refused(Validators.fileExtension(List.of("txt")), "a.EXE").messages())
                .containsExactly("File extension “exe” is not allowed. Allowed extensions are: txt.");
    }

    @Test
    void patternsMayBeFoundOrForbidden() {
        Pattern digits = Pattern.compile("\\d");
        assertThat(refused(Validators.regex(digits, "digit!", "d"), "x").code()).isEqualTo("d");
        assertThat(refused(Validators.notRegex(digits, "no digit!", "n"), "1").code())
                .isEqualTo("n");
    }

    @Test
    void fillsValuesIntoMessages() {
        assertThat(Messages.fill("%(a)s of %(b)d, 100%% %(c)s", Map.of("a", 1.0, "b", 2)))
                .isEqualTo("1.0 of 2, 100% %(c)s");
    }
}
