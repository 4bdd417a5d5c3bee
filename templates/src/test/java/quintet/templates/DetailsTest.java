package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corners of tags and filters that real Django was asked about. */
class DetailsTest {
    private final Engine engine = Engine.builder().builtin(i18n()).build();

    private static Library i18n() {
        Library library = Engine.standardLibrary("i18n");
        if (library == null) {
            throw new IllegalStateException("no i18n");
        }
        return library;
    }

    private String shown(String source, @Nullable Object value) {
        return engine.from(source).render(java.util.Collections.singletonMap("v", value));
    }

    @Test
    void fileSizesHaveNoEnd() {
        assertThat(shown("{{ v|filesizeformat }}", new BigInteger("-6207143105021118509368287")))
                .isEqualTo("-5513050553.9\u00a0PB");
        assertThat(shown("{{ v|filesizeformat }}", new BigDecimal("12345678901234567890.125")))
                .isEqualTo("10965.2\u00a0PB");
        assertThat(shown("{{ v|filesizeformat }}", -1)).isEqualTo("-1\u00a0byte");
        assertThat(shown("{{ v|filesizeformat }}", Double.NaN)).isEqualTo("0\u00a0bytes");
        assertThatThrownBy(() -> shown("{{ v|filesizeformat }}", Double.POSITIVE_INFINITY))
                .hasMessage("cannot convert float infinity to integer");
    }

    @Test
    void anInfiniteWidthIsAnError() {
        assertThatThrownBy(() -> shown("{% widthratio 1 2 v %}", Double.POSITIVE_INFINITY))
                .isInstanceOf(EvaluationError.class)
                .hasMessage("cannot convert float infinity to integer");
        assertThatThrownBy(() -> shown("{% widthratio 1 2 v %}", "x")).isInstanceOf(TemplateSyntaxError.class);
        assertThat(shown("{% widthratio v 0 100 %}{% widthratio 5 10 v %}", 3)).isEqualTo("02");
    }

    @Test
    void aNameThatIsMissingAfterAsIsAnError() {
        for (String tag : List.of("static as x", "static as as", "get_static_prefix as")) {
            assertThatThrownBy(() -> engine.from("{% load static %}{% " + tag + " %}"))
                    .isInstanceOf(EvaluationError.class)
                    .hasMessageContaining("list index out of range");
        }
    }

    @Test
    void aCharacterIsOneOfUnicode() {
        assertThat(shown("{{ v|stringformat:'3c' }}", 8364)).isEqualTo("  €");
        assertThatThrownBy(() -> shown("{{ v|stringformat:'c' }}", -4)).hasMessage("%c arg not in range(0x110000)");
    }

    @Test
    void sortsByKeysAndAttributesButNotByIndexesInside() {
        List<Map<String, Object>> rows = List.of(
                Map.of("n", 2, "t", List.of(1), "d", Map.of("0", "b")),
                Map.of("n", 1, "t", List.of(2), "d", Map.of("0", "a")));
        assertThat(shown("{% for r in v|dictsort:'n' %}{{ r.n }}{% endfor %}", rows))
                .isEqualTo("12");
        assertThat(shown("{% for r in v|dictsort:'d.0' %}{{ r.n }}{% endfor %}", rows))
                .isEqualTo("12");
        assertThat(shown("[{{ v|dictsort:'t.0' }}]", rows)).isEqualTo("[]");
        assertThat(shown("{% for r in v|dictsort:0 %}{{ r.1 }}{% endfor %}", List.of(List.of(2, "b"), List.of(1, "a"))))
                .isEqualTo("ab");
    }

    @Test
    void breaksLinesOfTuplesOfOne() {
        String text = "x".repeat(70);
        assertThat(shown("{{ v|pprint|safe }}", Tuple.of(Map.of("a", text, "b", 1))))
                .isEqualTo("({'a': '" + text + "',\n  'b': 1},)");
    }

    @Test
    void whatIsNoTextIsNotTranslated() {
        assertThatThrownBy(() -> shown("{% translate v %}", 5)).hasMessage("'int' object has no attribute 'replace'");
        assertThatThrownBy(() -> shown("{% translate v %}", null))
                .hasMessage("'NoneType' object has no attribute 'replace'");
        assertThat(shown("{% translate v noop %}", 5)).isEqualTo("5");
        assertThat(shown("[{% translate missing %}]", "")).isEqualTo("[]");
        assertThat(shown("{% translate v %}", "100% <b>")).isEqualTo("100% &lt;b&gt;");
    }

    @Test
    void aTimeZoneIsANameOrAZone() {
        String source = "{% load tz %}{% timezone v %}{{ 1 }}{% endtimezone %}";
        assertThat(shown(source, "Europe/Berlin")).isEqualTo("1");
        assertThatThrownBy(() -> shown(source, 5)).hasMessage("Invalid timezone: 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{{ =a|upper:1 }} ~ Could not parse some characters: |=a||upper:1",
                "{{ |upper }} ~ Could not find variable at start of |upper.",
                "{% regroup < as by c d %} ~ Could not parse the remainder: '<' from '<'",
                "{% regroup a as b c d %} ~ second argument to 'regroup' tag must be 'by'",
                "{% ifchanged < %} ~ Unclosed tag on line 1: 'ifchanged'. Looking for one of: else, endifchanged.",
                "{% ifchanged < %}{% endifchanged %} ~ Could not parse the remainder: '<' from '<'",
                "{% load cache %}{% cache < x > %}{% endcache %} ~ Could not parse the remainder: '<' from '<'",
                "{% for a , b c in v %}{% endfor %} ~ 'for' tag received an invalid argument: for a , b c in v",
                "{% for a,,b in v %}{% endfor %} ~ 'for' tag received an invalid argument: for a,,b in v",
                "{% for a,b, in v %}{% endfor %} ~ 'for' tag received an invalid argument: for a,b, in v"
            })
    void namesTheFirstMistake(String source, String message) {
        assertThatThrownBy(() -> engine.from(source))
                .isInstanceOf(TemplateSyntaxError.class)
                .hasMessage(message);
    }

    @Test
    void takesElementsApartWhateverTheSpaceAtCommas() {
        for (String names : Arrays.asList("a,b", "a, b", "a ,b", "a  ,  b")) {
            assertThat(shown("{% for " + names + " in v %}{{ b }}{{ a }}{% endfor %}", List.of(List.of(1, 2))))
                    .as(names)
                    .isEqualTo("21");
        }
    }
}
