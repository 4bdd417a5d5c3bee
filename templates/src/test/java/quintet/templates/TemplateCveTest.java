package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.core.SuspiciousOperation;

/** Holes that were found in Django's templates and text functions; none of them is one here. */
class TemplateCveTest {
    private static final Engine ENGINE = Engine.builder().build();
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int SIZE = 1_000_000;

    private static void quickly(Runnable work) {
        Assertions.assertTimeoutPreemptively(LONG, () -> {
            try {
                work.run();
            } catch (TemplateException | SuspiciousOperation refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        });
    }

    private static String filtered(String filter, Object value) {
        return ENGINE.from("{% load humanize %}{{ v|" + filter + " }}").render(Map.of("v", value));
    }

    /** CVE-2025-32873, CVE-2024-53907: strip_tags on nested or unfinished tags. */
    @ParameterizedTest
    @ValueSource(strings = {"<a", "<a ", "</", "<<a>", "&lt;", "<!--", "<![CDATA[", "<a b='", "><", "<a/"})
    void stripTagsStaysQuick(String piece) {
        quickly(() -> Text.stripTags(piece.repeat(SIZE / piece.length())));
        quickly(() -> Text.stripTags("<".repeat(50_000) + "a" + ">".repeat(50_000)));
    }

    /** CVE-2026-1285, CVE-2019-14232: cutting HTML with many unclosed or unmatched tags. */
    @ParameterizedTest
    @ValueSource(
            strings = {"<p>", "</p>", "<b><i></b>", "<a b=\"", "&", "<!-- x", "<p>x", "</a></b>", "<br/>", "x <i>"})
    void truncatingHtmlStaysQuick(String piece) {
        String html = piece.repeat(SIZE / piece.length());
        quickly(() -> Text.truncateHtmlChars(html, 100_000, null));
        quickly(() -> Text.truncateHtmlWords(html, 100_000, null));
        quickly(() -> Text.truncateHtmlWords(html, Integer.MAX_VALUE, null));
    }

    /** CVE-2024-41990, 41991, 45230, 38875: urlize on brackets, entities and dots. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "((http://a.b)",
                "&:",
                ";",
                "&amp;",
                ".;.",
                "a@",
                "http://[",
                "www.",
                "]])",
                "a.b;",
                "&lt;&"
            })
    void urlizeStaysQuick(String piece) {
        quickly(() -> filtered("urlize", piece.repeat(SIZE / piece.length())));
        quickly(() -> filtered("urlizetrunc:10", "x.com" + piece.repeat(SIZE / piece.length())));
    }

    /** CVE-2025-26699: wordwrap on very long lines. */
    @Test
    void wordWrapStaysQuick() {
        quickly(() -> filtered("wordwrap:10", "a ".repeat(SIZE / 2)));
        quickly(() -> filtered("wordwrap:1", "\t ".repeat(SIZE / 2)));
        quickly(() -> filtered("wordwrap:2000000000", "ab ".repeat(SIZE / 3)));
    }

    /** CVE-2024-41989: floatformat on a small text that stands for a huge number. */
    @ParameterizedTest
    @ValueSource(strings = {"1e100000000", "-1e1000000000", "1e-100000000", "9e999999999999", "1E+2147483647"})
    void floatFormatKeepsNumbersSmall(String number) {
        quickly(() -> assertThat(filtered("floatformat:2", number).length()).isLessThan(1000));
        quickly(() -> assertThat(filtered("floatformat", number).length()).isLessThan(1000));
        quickly(() -> assertThat(filtered("floatformat:'2g'", number).length()).isLessThan(1000));
        quickly(() -> filtered("floatformat:" + Integer.MAX_VALUE, "1.5"));
        quickly(() -> filtered("filesizeformat", number));
        quickly(() -> filtered("add:" + "9".repeat(300), number));
        quickly(() -> filtered("intword", number));
    }

    /** CVE-2024-24680: intcomma on long digits. */
    @Test
    void intCommaStaysQuick() {
        quickly(() -> filtered("intcomma", "1".repeat(SIZE)));
        quickly(() -> filtered("intcomma", "-" + "1".repeat(SIZE) + ".5"));
        quickly(() -> filtered("intcomma:False", "1".repeat(SIZE)));
    }

    /** CVE-2024-39614 and CVE-2026-15337: language codes of any length. */
    @Test
    void languageTagsTakeAnyCode() {
        quickly(() -> ENGINE.from("{% load i18n %}{% language v %}{% translate 'x' %}{{ 1.5 }}{% endlanguage %}")
                .render(Map.of("v", "de-" + "x-".repeat(100_000))));
        quickly(() -> ENGINE.from("{% load i18n %}{{ v|language_name }}").render(Map.of("v", "x".repeat(SIZE))));
    }

    /** CVE-2022-22818: debug prints nothing outside of debug mode, and escapes within. */
    @Test
    void debugIsSilentAndEscaped() {
        assertThat(ENGINE.from("{% debug %}").render(Map.of("v", "<b>"))).isEmpty();
        Engine debugging = Engine.builder().debug(true).build();
        assertThat(debugging.from("{% debug %}").render(Map.of("v", "<b>")))
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
    }

    /** CVE-2021-45116: dictsort reads no methods and no single characters. */
    @Test
    void dictSortCallsNothing() {
        for (String key : List.of("0.0", "values.0", "keys", "__class__", "_x")) {
            quickly(() -> filtered("dictsort:'" + key + "'", List.of(Map.of("a", "b"), Map.of("a", "c"))));
        }
        assertThat(filtered("dictsort:'_a'", List.of(Map.of("_a", 2), Map.of("_a", 1))))
                .isEmpty();
    }

    /** Sizes asked for by a template end in an error that says so, not in a full memory. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'x'|ljust:2000000000 }}",
                "{{ 'x'|rjust:'999999999999999999999' }}",
                "{{ 'x'|center:2147483647 }}",
                "{{ 1.5|floatformat:2000000000 }}",
                "{{ 1.5|floatformat:-2000000000 }}",
                "{{ 1|stringformat:'0999999999d' }}",
                "{{ 1.5|stringformat:'.999999999f' }}",
                "{{ 'x'|stringformat:'999999999s' }}",
                "{% lorem 2000000000 w %}",
                "{% lorem 2000000000 p %}",
                "{{ 'x'|truncatechars:'99999999999999999999' }}",
                "{{ 'a b'|truncatewords:2147483647 }}",
                "{{ 'a b'|wordwrap:-1 }}",
                "{{ 'x'|get_digit:99999999999 }}",
                "{{ 'xyz'|slice:'-99999999999999:99999999999999:99999999999' }}",
                "{{ 5|divisibleby:0 }}",
                "{% widthratio 1e308 1e-308 1e308 %}",
                "{{ 'x'|date:'" + "\\\\Y" + "' }}"
            })
    void hugeSizesEndInAnErrorOrAShortText(String source) {
        quickly(() -> assertThat(ENGINE.from(source).render(Map.of()).length()).isLessThan(20_000_000));
    }

    @Test
    void nestingHasALimitThatSaysWhatToDo() {
        for (String[] tag : new String[][] {
            {"{% if 1 %}", "{% endif %}"},
            {"{% with a=1 %}", "{% endwith %}"},
            {"{% for x in 'ab' %}", "{% endfor %}"},
            {"{% filter lower %}", "{% endfilter %}"},
            {"{% autoescape on %}", "{% endautoescape %}"}
        }) {
            String source = tag[0].repeat(10_000) + tag[1].repeat(10_000);
            assertThatThrownBy(() -> ENGINE.from(source))
                    .isInstanceOf(TemplateSyntaxError.class)
                    .hasMessageContaining("nested more than");
        }
        quickly(() -> ENGINE.from("{% if " + "not ".repeat(100_000) + "x %}{% endif %}"));
        quickly(() -> ENGINE.from("{% if " + "a and ".repeat(100_000) + "b %}{% endif %}")
                .render(Map.of()));
        quickly(() -> ENGINE.from("{{ x" + "|upper".repeat(100_000) + " }}").render(Map.of("x", "a")));
        quickly(() -> ENGINE.from("{{ x" + ".y".repeat(100_000) + " }}").render(Map.of("x", "a")));
        quickly(() -> ENGINE.from("{{ " + "x".repeat(1_000_000) + " }}").render(Map.of()));
    }

    @Test
    void listsWithinThemselvesEndInAnError() {
        List<Object> self = new java.util.ArrayList<>();
        self.add(self);
        for (String filter :
                List.of("unordered_list", "json_script", "pprint", "join:','", "length", "stringformat:'s'")) {
            Assertions.assertTimeoutPreemptively(LONG, () -> {
                try {
                    filtered(filter, self);
                } catch (TemplateException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            });
        }
    }
}
