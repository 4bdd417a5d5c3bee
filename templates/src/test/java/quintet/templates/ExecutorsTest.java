package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quintet.core.SilentInTemplates;
import quintet.core.Translations;

/** Interpreter and compiled code show the same. */
class ExecutorsTest {
    private static final Library LIBRARY = new Library()
            .tag("setx", (parser, token) -> new Node() {
                @Override
                public void render(Context context, Output out) {
                    context.put("x", "set");
                }
            })
            .simpleTag("fail", Params.of(), args -> {
                throw new IllegalStateException("from a tag");
            });

    public record Point(int x, long y, double z, String name) {}

    public record Other(String x, BigDecimal y, Supplier<String> z, List<String> name) {}

    public static class Thing {
        public String title = "<Emma>";
        public @org.jspecify.annotations.Nullable Integer stock = 7;
        public int count = 3;
        public double price = 12.5;

        public Thing self() {
            return this;
        }

        public String gone() {
            throw new Gone();
        }

        public int goneNumber() {
            throw new Gone();
        }

        public String broken() {
            throw new IllegalStateException("no connection");
        }

        public @org.jspecify.annotations.Nullable Object nothing() {
            return null;
        }

        public Supplier<Thing> lazy() {
            return () -> this;
        }

        @Override
        public String toString() {
            return "thing";
        }
    }

    static class Gone extends RuntimeException implements SilentInTemplates {
        private static final long serialVersionUID = 1L;
    }

    static List<String> templates() {
        return List.of(
                "plain text only",
                "{{ p.x }} {{ p.y }} {{ p.z }} {{ p.name }} {{ p.nope }} {{ nope.x }} {{ nope }}",
                "{% for p in ps %}{{ forloop.counter }}:{{ p.x }},{{ p.y }},{{ p.z }},{{ p.name }};{% empty %}no{% endfor %}",
                "{% for p in ps %}{% if p.x < 2 %}small{% elif p.x == 2 %}two{% else %}large{% endif %}{% endfor %}",
                "{% for p in ps %}{% if p.z >= 1.5 %}a{% endif %}{% if p.y != 3 %}b{% endif %}{% if p.z < 2 %}c{% endif %}{% endfor %}",
                "{% if t.goneNumber == 0 %}a{% endif %}{% if t.goneNumber != 0 %}b{% endif %}{% if t.gone %}c{% else %}d{% endif %}",
                "{% for p in ps %}{% setx %}{{ x }}{{ p.x }}{% endfor %}{{ x }}",
                "{% for x in ns %}{{ x }}{% setx %}{{ x }}{% if x == 'set' %}!{% endif %}{% endfor %}{{ x }}",
                "{% for x in ns %}{% for n in ns %}{{ x }}{% setx %}{{ x }}{{ n }}{% endfor %}{{ x }}{% endfor %}",
                "{% for x in ns %}{% with x='w' y=x %}{{ x }}{{ y }}{% setx %}{{ x }}{% endwith %}{{ x }}{% endfor %}",
                "{% for x in ns %}{% for x in ns %}{{ forloop.parentloop.counter }}{{ x }}{% endfor %}{{ x }}{% endfor %}",
                "{% for x in ns reversed %}{{ forloop.revcounter0 }}{{ forloop.first }}{{ forloop.last }}{{ x }}{% endfor %}",
                "{% for a, b in pairs %}{{ a }}={{ b }} {% endfor %}",
                "{% for x in ns %}{% cycle 'a' 'b' as c %}{{ c }}{% cycle '1' '2' '3' %}{% ifchanged x %}!{% endifchanged %}{% endfor %}",
                "{{ t.title }}{{ t.stock }}{{ t.count }}{{ t.price }}{{ t.self.title }}{{ t.self.self.count }}{{ t.nothing }}",
                "{{ t.lazy.title }}{{ f }}{{ f.title }}{% for g in fs %}{{ g }}{{ g.title }}{% endfor %}",
                "{% autoescape off %}{{ t.title }}{% for p in ps %}{{ p.name }}{% endfor %}{% endautoescape %}{{ t.title|lower }}",
                "{{ t.gone }}[{{ t.self.gone }}]{{ t.goneNumber }}",
                "{% include 'part' with q=t only %}{% include 'part' %}",
                "{% if a and b or not c %}1{% endif %}{% if n in ns %}2{% endif %}{% if a is None %}3{% endif %}{% if t.x|default:nope %}4{% endif %}",
                "{% spaceless %}<a> {% for x in ns %} <b>{{ x }}</b> {% endfor %} </a>{% endspaceless %}{% filter upper %}{{ t.title }}{% endfilter %}");
    }

    private static Map<String, ?> values() {
        Thing thing = new Thing();
        Supplier<Thing> function = () -> thing;
        return Map.of(
                "p",
                new Point(1, 2, 0.5, "<i>"),
                "ps",
                List.of(new Point(1, 2, 1.25, "a"), new Point(2, 3, 2, "&"), new Point(3, 1L << 40, 1e20, "ü")),
                "ns",
                List.of(1, 2, 3),
                "n",
                2,
                "t",
                thing,
                "f",
                function,
                "fs",
                List.of(function),
                "pairs",
                List.of(List.of("k", 1), List.of("l", 2)));
    }

    /** The same names with values of other classes: what code was made for does not come. */
    private static Map<String, ?> others() {
        Other other = new Other("<b>", new BigDecimal("1.50"), () -> "called", List.of("q"));
        return Map.of(
                "p", Map.of("x", 5, "z", "text"),
                "ps", Arrays.asList(other, new Point(9, 9, 9, "n"), null, "text", Map.of("x", 1)),
                "ns", new ArrayList<>(List.of("a", 2.5)),
                "t", Map.of("title", "map", "self", Map.of("title", "inner")),
                "f", "text",
                "fs", List.of(1, Map.of("title", "t")),
                "pairs", List.of());
    }

    private static Engine engine(Executor executor) {
        return Engine.builder()
                .executor(executor)
                .builtin(LIBRARY)
                .loader(Loader.memory(Map.of(
                        "part", "({{ q.title }}{{ t.count }})",
                        "base", "{% block a %}A{{ n }}{% endblock %}-{% block b %}B{% endblock %}",
                        "mid", "{% extends 'base' %}{% block a %}M{{ block.super }}{% endblock %}",
                        "leaf", "{% extends 'mid' %}{% block a %}L{{ block.super }}{{ n }}{% endblock %}",
                        "failing", "one\n{% for x in ns %}\n{% if x %}{{ t.broken }}{% endif %}{% endfor %}",
                        "tagged", "{% with a=1 %}\n\n{% fail %}{% endwith %}")))
                .build();
    }

    private static String outcome(Template template, Map<String, ?> values) {
        try {
            return template.render(values);
        } catch (RuntimeException e) {
            Throwable place = Failures.placeOf(e);
            return e.getClass().getName() + ": " + e.getMessage() + " at " + place;
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void showTheSame(String source) {
        Template interpreted = engine(Executor.INTERPRETER).from(source);
        Template compiled = engine(Executor.COMPILER).from(source);
        for (int i = 0; i < 3; i++) {
            for (Map<String, ?> values : List.of(values(), others(), Map.<String, Object>of())) {
                assertThat(outcome(compiled, values)).isEqualTo(outcome(interpreted, values));
            }
        }
        assertThat(interpreted.nodes().isCompiled()).isFalse();
        assertThat(compiled.nodes().isCompiled()).isEqualTo(!source.equals("plain text only"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void showTheSameInOtherLanguagesAndFormats(String source) {
        Template interpreted = engine(Executor.INTERPRETER).from(source);
        Template compiled = engine(Executor.COMPILER).from(source);
        for (String language : List.of("en", "de", "fr", "en")) {
            Translations.withLanguage(
                    language, () -> assertThat(outcome(compiled, values())).isEqualTo(outcome(interpreted, values())));
        }
    }

    @Test
    void inheritAlike() {
        for (Executor executor : Executor.values()) {
            Engine engine = engine(executor);
            for (int i = 0; i < 4; i++) {
                assertThat(engine.render("leaf", Map.of("n", i))).isEqualTo("LMA" + i + i + "-B");
                assertThat(engine.render("mid", Map.of("n", i))).isEqualTo("MA" + i + "-B");
            }
        }
    }

    @Test
    void nameTheSamePlaceOfAnError() {
        for (String name : List.of("failing", "tagged")) {
            Template interpreted = engine(Executor.INTERPRETER).get(name);
            Template compiled = engine(Executor.COMPILER).get(name);
            for (int i = 0; i < 3; i++) {
                assertThat(outcome(compiled, values()))
                        .isEqualTo(outcome(interpreted, values()))
                        .contains("line 3");
            }
        }
    }

    @Test
    void respectLimits() {
        for (Executor executor : Executor.values()) {
            Engine small = Engine.builder().executor(executor).maxOutput(1000).build();
            Template template = small.from("{% for a in l %}{% for b in l %}{{ a }}{% endfor %}{% endfor %}");
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> template.render(Map.of("l", new int[100])))
                        .hasMessageContaining("maxOutput");
            }
        }
    }

    @Test
    void compilesTemplatesOfAnySize() {
        String row = "{% for p in ps %}{{ p.x }}{% if p.z > 1 %}{{ p.name }}{% endif %}{% endfor %}";
        String source = (row + "{{ t.title }}text").repeat(400);
        Template compiled = engine(Executor.COMPILER).from(source);
        String first = compiled.render(values());
        assertThat(compiled.nodes().isCompiled()).isTrue();
        assertThat(compiled.render(values())).isEqualTo(first);
    }

    @Test
    void compilesWhatIsHotInTheBackground() throws InterruptedException {
        Template template = engine(Executor.ADAPTIVE).from("{% for x in ns %}{{ x }}{% endfor %}");
        for (int i = 0; i < 6000; i++) {
            assertThat(template.render(values())).isEqualTo("123");
        }
        for (int i = 0; i < 2000 && !template.nodes().isCompiled(); i++) {
            Thread.sleep(5);
        }
        assertThat(template.nodes().isCompiled()).isTrue();
        assertThat(template.render(values())).isEqualTo("123");
    }

    @Test
    void rendersInManyThreadsWhileItIsCompiled() throws Exception {
        Template template = engine(Executor.ADAPTIVE).from(templates().get(2));
        String expected = template.render(values());
        try (var pool = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            var all = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(() -> {
                        for (int n = 0; n < 1500; n++) {
                            assertThat(template.render(values())).isEqualTo(expected);
                        }
                    }))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }
    }
}
