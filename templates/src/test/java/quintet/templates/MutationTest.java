package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import quintet.core.SuspiciousOperation;

/** Good templates with pieces cut out, doubled, swapped and misspelt compile, or say what is wrong and where. */
class MutationTest {
    private static final Engine ENGINE = Engine.builder()
            .loader(Loader.memory(Map.of("base.html", "{% block a %}{% endblock %}", "row.html", "{{ x }}")))
            .maxOutput(1 << 20)
            .build();

    private static final List<String> GOOD = List.of(
            "{% extends 'base.html' %}{% load i18n humanize %}{% block a %}{{ block.super }}{% for x, y in d.items reversed %}"
                    + "{{ forloop.counter }}{% cycle 'a' 'b' as c %}{% ifchanged x %}{{ x|default:'-'|upper }}{% else %}={% endifchanged %}"
                    + "{% empty %}none{% endfor %}{% endblock a %}",
            "{% load i18n %}{% blocktranslate count n=l|length with a=x|title trimmed %}\n one {{ a }}\n{% plural %} {{ n }} {{ a }}"
                    + "{% endblocktranslate %}{% translate 'x' context \"y\" as z %}{{ z }}{% get_current_language as L %}",
            "{% if a and not b or c == 'd' and 3 in l %}{% with q=1 w=\"2|3\" %}{{ q|add:w }}{% endwith %}{% elif x is not None %}"
                    + "{% include 'row.html' with x=y only %}{% else %}{% firstof a b 'c' as f %}{% endif %}",
            "{% partialdef p inline %}{{ x|date:'j. F Y' }}{% endpartialdef p %}{% partial p %}{# note #}{% comment 'why' %}{{ no }}"
                    + "{% endcomment %}{% verbatim myblock %}{{ raw }}{% endverbatim myblock %}{% templatetag openbrace %}",
            "{% regroup l by k as g %}{% spaceless %}<p> {{ g.0.grouper|slice:':2' }} </p>{% endspaceless %}{% widthratio 1 2 100 as r %}"
                    + "{% filter force_escape|lower %}{{ 'A'|cut:\"a\" }}{% endfilter %}{% now 'Y' as t %}{% autoescape off %}{{ x }}{% endautoescape %}",
            "{% load cache tz l10n static %}{% cache 10 part x using='y' %}{% localize off %}{{ 1.5|localize }}{% endlocalize %}{% endcache %}"
                    + "{% timezone 'Europe/Berlin' %}{{ x|localtime }}{% endtimezone %}{% static 'a.css' %}{% lorem 2 w random %}"
                    + "{% url 'n' 1 b=2 as u %}{% querystring a=1 %}{% csrf_token %}{% debug %}{{ _('x')|escapejs }}");
    private static final List<String> PIECES = List.of(
            "{%",
            "%}",
            "{{",
            "}}",
            "{#",
            "#}",
            "'",
            "\"",
            "|",
            ":",
            "=",
            " as ",
            " ",
            "\n",
            ".",
            "..",
            "_",
            "\\",
            "0",
            "-",
            "end",
            "else",
            "\u0000",
            "é",
            "\uD83D\uDE00",
            "\uD83D",
            "in",
            "not ",
            "%",
            "{",
            "}",
            "reversed");

    static String mutated(Random random) {
        StringBuilder out = new StringBuilder(GOOD.get(random.nextInt(GOOD.size())));
        for (int i = random.nextInt(1, 6); i > 0 && !out.isEmpty(); i--) {
            int at = random.nextInt(out.length());
            int end = Math.min(out.length(), at + random.nextInt(1, 12));
            switch (random.nextInt(5)) {
                case 0 -> out.delete(at, end);
                case 1 -> out.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> out.insert(at, out.substring(at, end));
                case 3 -> out.setCharAt(at, (char) random.nextInt(32, 127));
                default -> out.insert(at, GOOD.get(random.nextInt(GOOD.size())), 0, random.nextInt(30));
            }
        }
        return out.toString();
    }

    @Property(tries = 4000)
    void mutatedTemplatesCompileOrExplain(@ForAll Random random) {
        String source = mutated(random);
        Template template;
        try {
            template = ENGINE.from(source);
        } catch (TemplateSyntaxError | EvaluationError e) {
            assertThat(e.getMessage()).isNotBlank();
            assertThat(e.extract()).as(source).isNotNull();
            assertThat(e.extract().line()).isPositive();
            return;
        }
        try {
            template.render(Map.of("x", "X", "l", List.of(Map.of("k", 1)), "d", Map.of("k", "v"), "n", 3));
        } catch (TemplateException | SuspiciousOperation e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 400)
    void theCheckerNeverFailsOnMutatedTemplates(@ForAll Random random) {
        Engine engine = Engine.builder()
                .loader(Loader.memory(
                        Map.of("a.html", "{# context: java.time.LocalDate, x, l, d #}" + mutated(random))))
                .build();
        TemplateChecker.of(engine).check().forEach(p -> assertThat(p.line()).isPositive());
    }
}
