package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quintet.core.AltersData;
import quintet.core.SilentInTemplates;
import quintet.core.Translations;

class RenderingTest {
    private final Engine engine = Engine.builder().build();

    record Author(String name) {}

    public enum State {
        OPEN
    }

    public static class Book {
        public String title = "Emma";
        public static String secret = "static";
        private final int stock = 3;

        public int getStock() {
            return stock;
        }

        public boolean isInStock() {
            return true;
        }

        public Author author() {
            return new Author("Austen");
        }

        public String absoluteUrl() {
            return "/books/1/";
        }

        public Optional<String> subtitle() {
            return Optional.empty();
        }

        public State state() {
            return State.OPEN;
        }

        @AltersData
        public String delete() {
            throw new AssertionError("a template called delete()");
        }

        public void clear() {
            throw new AssertionError("a template called clear()");
        }

        public String gone() {
            throw new Gone();
        }

        public String broken() {
            throw new IllegalStateException("no connection");
        }
    }

    static class Gone extends RuntimeException implements SilentInTemplates {
        private static final long serialVersionUID = 1L;
    }

    private String render(String source, Map<String, ?> values) {
        return engine.from(source).render(values);
    }

    private String book(String expression) {
        return render("{{ book." + expression + " }}", Map.of("book", new Book()));
    }

    @Test
    void readsFieldsAccessorsAndRecords() {
        assertThat(book("title")).isEqualTo("Emma");
        assertThat(book("stock")).isEqualTo("3");
        assertThat(book("inStock")).isEqualTo("True");
        assertThat(book("author.name")).isEqualTo("Austen");
        assertThat(book("state")).isEqualTo("OPEN");
        assertThat(book("subtitle")).isEqualTo("None");
    }

    @Test
    void readsNamesInPythonsSpelling() {
        assertThat(book("in_stock")).isEqualTo("True");
        assertThat(book("get_absolute_url")).isEqualTo("/books/1/");
    }

    @Test
    void reachesNothingUnsafe() {
        assertThat(book("getClass")).isEmpty();
        assertThat(book("class")).isEmpty();
        assertThat(book("class.name")).isEmpty();
        assertThat(book("hashCode")).isEmpty();
        assertThat(book("secret")).isEmpty();
        assertThat(book("delete")).isEmpty();
        assertThat(book("clear")).isEmpty();
        assertThat(render(
                        "{{ c.classLoader }}{{ t.stackTrace }}",
                        Map.of("c", String.class, "t", Thread.currentThread())))
                .isEmpty();
    }

    @Test
    void swallowsOnlySilentFailures() {
        assertThat(book("gone")).isEmpty();
        assertThatThrownBy(() -> book("broken")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhereAnErrorOfTheApplicationHappened() {
        Template template = engine.from("a\nb {{ book.broken }}");
        assertThatThrownBy(() -> template.render(Map.of("book", new Book())))
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageContaining("line 2"));
    }

    @Test
    void escapesUnlessSafe() {
        assertThat(render("{{ a }}{{ b }}", Map.of("a", "<b>", "b", SafeString.of("<i>"))))
                .isEqualTo("&lt;b&gt;<i>");
    }

    @Test
    void printsValuesAsDjangoDoes() {
        Map<String, Object> values = Map.of(
                "list",
                List.of(1, "a"),
                "flag",
                true,
                "real",
                1e16,
                "money",
                new BigDecimal("2.50"),
                "day",
                LocalDate.of(2024, 2, 29));
        assertThat(render("{{ list }} {{ flag }} {{ real }} {{ money }} {{ day }}", values))
                .isEqualTo("[1, &#x27;a&#x27;] True 10000000000000000 2.50 Feb. 29, 2024");
    }

    @Test
    void loopsOverWhateverCanBeLoopedOver() {
        String source = "{% for x in all %}{{ forloop.counter }}{{ x }}{% empty %}none{% endfor %}";
        assertThat(render(source, Map.of("all", new int[] {7, 8}))).isEqualTo("1728");
        assertThat(render(source, Map.of("all", Stream.of("a", "b")))).isEqualTo("1a2b");
        assertThat(render(source, Map.of("all", List.of()))).isEqualTo("none");
    }

    @Test
    void loadsALazyCollectionOncePerRender() {
        int[] loads = new int[1];
        record Query() {}
        Engine lazy = Engine.builder()
                .adapter(Query.class, new ValueAdapter<Query>() {
                    @Override
                    public Object evaluate(Query query) {
                        loads[0]++;
                        return List.of("x", "y");
                    }
                })
                .build();
        Template template =
                lazy.from("{% if q %}{% for x in q %}{{ x }}{% endfor %}{{ q|length }}{{ q.0 }}{% endif %}");
        assertThat(template.render(Map.of("q", new Query()))).isEqualTo("xy2x");
        assertThat(loads[0]).isEqualTo(1);
        template.render(Map.of("q", new Query()));
        assertThat(loads[0]).isEqualTo(2);
    }

    @Test
    void putsTemplatesTogether() {
        Engine files = Engine.builder()
                .loader(Loader.memory(Map.of(
                        "base.html", "<title>{% block title %}Library{% endblock %}</title>",
                        "book.html",
                                "{% extends 'base.html' %}{% block title %}{{ t }} - {{ block.super }}{% endblock %}",
                        "parts.html", "{% partialdef row %}[{{ x }}]{% endpartialdef %}all")))
                .build();
        assertThat(files.render("book.html", Map.of("t", "Emma"))).isEqualTo("<title>Emma - Library</title>");
        assertThat(files.render("parts.html#row", Map.of("x", 1))).isEqualTo("[1]");
    }

    @Test
    void listsThePlacesItLookedAt() {
        Engine files = Engine.builder().loader(Loader.memory(Map.of())).build();
        assertThatThrownBy(() -> files.get("nope.html"))
                .isInstanceOfSatisfying(
                        TemplateDoesNotExist.class, e -> assertThat(e.explain()).contains("tried nope.html"));
    }

    @Test
    void namesTemplateLineAndSourceOfASyntaxError() {
        Engine files = Engine.builder()
                .loader(Loader.memory(Map.of("x.html", "one\n{% if a %}\nthree")))
                .build();
        assertThatThrownBy(() -> files.get("x.html"))
                .hasMessage("Template: x.html, Unclosed tag on line 2: 'if'. Looking for one of: elif, else, endif.")
                .isInstanceOfSatisfying(TemplateSyntaxError.class, e -> {
                    assertThat(e.extract()).isNotNull();
                    assertThat(e.extract().line()).isEqualTo(2);
                    assertThat(e.extract().context()).hasSize(3);
                });
    }

    @Test
    void remembersTheTemplatesAndVariablesAnErrorCameThrough() {
        Engine files = Engine.builder()
                .debug(true)
                .loader(Loader.memory(Map.of(
                        "base.html", "<body>\n{% block main %}{% endblock %}</body>",
                        "page.html",
                                "{% extends 'base.html' %}\n{% block main %}\n{% include 'row.html' %}{% endblock %}",
                        "row.html", "{% for n in numbers %}\n\n{{ n|divisibleby:0 }}{% endfor %}")))
                .build();
        assertThatThrownBy(() -> files.render("page.html", Map.of("numbers", java.util.List.of(7))))
                .satisfies(e -> {
                    TemplateException place = TemplateException.placeOf(e);
                    assertThat(place).isNotNull();
                    assertThat(place.trail())
                            .extracting(SourceExtract::template, SourceExtract::line)
                            .startsWith(
                                    org.assertj.core.groups.Tuple.tuple("row.html", 3),
                                    org.assertj.core.groups.Tuple.tuple("page.html", 3),
                                    org.assertj.core.groups.Tuple.tuple("base.html", 2));
                    assertThat(place.variables()).containsEntry("n", 7);
                });
    }

    @Test
    void refusesNamesThatLeadOutOfAFolder() {
        Loader folder = Loader.folders(java.nio.file.Path.of("templates"));
        assertThat(folder.origins("../secret.txt")).isEmpty();
        assertThat(folder.origins("/etc/passwd")).isEmpty();
        assertThat(folder.origins("a/../../b")).isEmpty();
        assertThat(folder.origins("a\0b")).isEmpty();
    }

    @Test
    void stopsAtTemplatesThatIncludeThemselves() {
        Engine files = Engine.builder()
                .loader(Loader.memory(Map.of("a", "{% include 'a' %}")))
                .build();
        assertThatThrownBy(() -> files.render("a", Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("leads to itself");
    }

    @Test
    void stopsAtHugeOutput() {
        Engine small = Engine.builder().maxOutput(1000).build();
        Template template =
                small.from("{% for a in l %}{% for b in l %}{% for c in l %}x{% endfor %}{% endfor %}{% endfor %}");
        assertThatThrownBy(() -> template.render(Map.of("l", new int[100]))).hasMessageContaining("maxOutput");
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> engine.from("{% if a %}".repeat(5000))).isInstanceOf(TemplateSyntaxError.class);
        assertThatThrownBy(() -> engine.from("{% if " + "not ".repeat(5000) + "a %}{% endif %}"))
                .isInstanceOf(TemplateSyntaxError.class);
        assertThat(render("{% if " + "a and ".repeat(5000) + "a %}y{% endif %}", Map.of("a", 1)))
                .isEqualTo("y");
    }

    @Test
    void translatesAndFormatsInTheLanguageInForce() {
        String source = "{% load i18n %}{% translate 'Yes' %} {{ n|floatformat:2 }} {{ d }}";
        Map<String, Object> values = Map.of("n", 1.5, "d", LocalDate.of(2024, 3, 1));
        assertThat(Translations.withLanguage("de", () -> render(source, values)))
                .isEqualTo("Ja 1,50 1. März 2024");
        assertThat(render(source, values)).isEqualTo("Yes 1.50 March 1, 2024");
    }

    @Test
    void rendersOneTemplateInManyThreadsAtOnce() throws Exception {
        Template template = engine.from(
                "{% for x in l %}{% cycle 'a' 'b' as c %}{{ x }}{% ifchanged x %}!{% endifchanged %}{% endfor %}");
        String expected = template.render(Map.of("l", List.of(1, 1, 2)));
        try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var all = java.util.stream.IntStream.range(0, 500)
                    .mapToObj(i -> pool.submit(() -> template.render(Map.of("l", List.of(1, 1, 2)))))
                    .toList();
            for (var each : all) {
                assertThat(each.get()).isEqualTo(expected);
            }
        }
    }
}
