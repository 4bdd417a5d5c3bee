package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PropertiesTest {
    private static final Engine ENGINE = Engine.builder().build();
    private static final List<String> PIECES = List.of(
            "{%",
            "%}",
            "{{",
            "}}",
            "{#",
            "#}",
            " ",
            "\n",
            "if",
            "for",
            "in",
            "x",
            "|",
            ":",
            "'",
            "\"",
            "and",
            "not",
            ".",
            "endif",
            "endfor",
            "else",
            "block",
            "endblock",
            "extends",
            "include",
            "with",
            "a=b",
            "as",
            "load",
            "i18n",
            "blocktranslate",
            "endblocktranslate",
            "count",
            "plural",
            "verbatim",
            "endverbatim",
            "cycle",
            "regroup",
            "_(",
            ")",
            "1",
            "-1",
            "1.5",
            "\\",
            "é",
            "\uD83D",
            "cut",
            "default",
            "date",
            "{% if x %}",
            "{% endif %}",
            "{% for x in y %}",
            "{% endfor %}",
            "{{ x|upper }}",
            "{% comment %}",
            "{% endcomment %}",
            "partialdef",
            "endpartialdef",
            "partial",
            "filter",
            "endfilter",
            "querystring",
            "url",
            "static",
            "==",
            "<",
            "is",
            "reversed");
    private static final String HOSTILE = "<script a=\"b\" c='d'>&alert(1)//</script>\n'\"><img src=x onerror=1>";

    @Provide
    Arbitrary<String> sources() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(l -> String.join("", l));
    }

    /** Whatever the source: it compiles, or says what is wrong with it. */
    @Property(tries = 3000)
    void compilesOrExplains(@ForAll("sources") String source) {
        compile(source);
    }

    @Property(tries = 500)
    void compilesOrExplainsAnyText(@ForAll String source) {
        compile(source);
    }

    private static void compile(String source) {
        try {
            Template template = ENGINE.from(source);
            template.render(Map.of("x", 1, "y", List.of("a")));
        } catch (TemplateException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 20)
    void readsHugeSourcesInLinearTime(@ForAll("openings") String piece) {
        String source = piece.repeat(200_000 / piece.length());
        try {
            ENGINE.from(source);
        } catch (TemplateException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> openings() {
        return Arbitraries.of("{%", "{{", "{#", "{{ x|", "{", "%}", "{{ ' ", "{% x \" ", "{{ x }}", " |", "{% _(\" ");
    }

    /** No built-in filter lets markup of a hostile value through, alone or after another one. */
    @Property(tries = 600)
    void escapesHostileValuesThroughAnyFilters(@ForAll Random random) {
        List<String> safeOnPurpose = List.of("safe", "safeseq");
        List<String> names = new ArrayList<>();
        ENGINE.builtins().forEach(l -> l.filters().keySet().forEach(names::add));
        names.removeAll(safeOnPurpose);
        String chain = "";
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            String argument = List.of("", ":h", ":5", ":'y,n'").get(random.nextInt(4));
            chain += "|" + name + argument;
        }
        String html;
        try {
            html = ENGINE.from("{{ h" + chain + " }}").render(Map.of("h", HOSTILE));
        } catch (TemplateException | quintet.core.SuspiciousOperation e) {
            return;
        }
        String lower = html.toLowerCase(java.util.Locale.ROOT);
        assertThat(lower).as(chain).doesNotContain("<script a", "<img", "</script>/");
    }

    @Property(tries = 200)
    void tagsEscapeHostileValues(@ForAll("tags") String source) {
        String html = ENGINE.from("{% load i18n %}" + source).render(Map.of("h", HOSTILE, "l", List.of(HOSTILE)));
        assertThat(html).as(source).doesNotContain("<script", "<img");
    }

    @Provide
    Arbitrary<String> tags() {
        return Arbitraries.of(
                "{% firstof h %}",
                "{% cycle h 'b' %}",
                "{% with a=h %}{{ a }}{% endwith %}",
                "{% for x in l %}{{ x }}{% endfor %}",
                "{% translate h %}",
                "{% blocktranslate with a=h %}{{ a }}{% endblocktranslate %}",
                "{% querystring a=h as q %}{{ q }}".replace("{% querystring a=h as q %}", ""),
                "{% filter upper %}{{ h }}{% endfilter %}",
                "{% spaceless %}{{ h }}{% endspaceless %}",
                "{% regroup l by upper as g %}{{ g }}",
                "{% firstof h as v %}{{ v }}",
                "{% ifchanged h %}{{ h }}{% endifchanged %}");
    }
}
