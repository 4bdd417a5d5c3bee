package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled code takes small templates in; that changes nothing of what they show. */
class IncludesTest {
    public record Node(String name, List<Node> children) {}

    public record Item(String name, int stock) {
        public String broken() {
            throw new IllegalStateException("no connection");
        }
    }

    private static final Library COUNTING = new Library()
            .filter(
                    "count",
                    Filter.of((value, argument, context) -> {
                                int[] count = context.state("count", k -> new int[1]);
                                return value + ":" + ++count[0];
                            })
                            .noArgument())
            .simpleTag("put", Params.of(), args -> {
                args.context().put("x", "put");
                return "";
            });

    private final Map<String, String> sources = new HashMap<>(Map.of(
            "row", "[{{ x.name }}{{ level }}{{ forloop.counter }}{% if x.stock > 1 %}+{% endif %}]",
            "deep",
                    "{% include 'row' %}{% with level='w' %}{% include 'row' with level='d' %}{{ level }}{% endwith %}{{ level }}",
            "state", "{% cycle 'a' 'b' %}{% ifchanged x.stock %}!{% endifchanged %}",
            "tree", "{{ node.name }}({% for child in node.children %}{% include 'tree' with node=child %}{% endfor %})",
            "ping", "{{ n }}{% include 'pong' %}",
            "pong", "{% include 'ping' %}",
            "fails", "one\n{% if x %}{{ x.broken }}{% endif %}",
            "counts", "{{ x.name|count }}",
            "puts", "{% put %}{{ x }}",
            "named", "{% cycle 'u' 'v' as level %}"));

    private Engine engine(Executor executor) {
        return Engine.builder()
                .executor(executor)
                .builtin(COUNTING)
                .loader(Loader.memory(sources))
                .build();
    }

    private static String outcome(Template template, Map<String, ? extends @Nullable Object> values) {
        try {
            return template.render(values);
        } catch (RuntimeException e) {
            TemplateException place = Failures.placeOf(e);
            return e.getMessage() + " at " + (place == null ? "no place" : place.trail());
        }
    }

    private static Map<String, Object> values() {
        return Map.of(
                "xs",
                List.of(new Item("a", 1), new Item("<b>", 2), Map.of("name", "map", "stock", 2.5), new Item("c", 2)),
                "x",
                new Item("outer", 0),
                "level",
                0,
                "node",
                new Node("r", List.of(new Node("a", List.of(new Node("b", List.of()))), new Node("c", List.of()))),
                "n",
                1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for x in xs %}{% include 'row' %}{% include 'row' with level='1' %}{{ level }}{% endfor %}",
                "{% for x in xs %}{% include 'deep' %}{% include 'deep' with x=xs.0 level=x.name %}{% endfor %}{{ x.name }}",
                "{% for x in xs %}{% include 'state' %}{% include 'state' %}{% endfor %}",
                "{% include 'tree' %}{% include 'tree' with node=node.children.0 %}",
                "{% include 'ping' %}",
                "{% for x in xs %}\n\n{% include 'fails' %}{% endfor %}",
                "{% for x in xs %}{% include 'counts' %}{% include 'counts' with x=x %}{% endfor %}",
                "{% for x in xs %}{% include 'puts' %}{{ x.name }}{% endfor %}{{ x.name }}",
                "{% with level=1 %}{% for x in xs %}{% include 'named' %}{{ level }}{% endfor %}{{ level }}{% endwith %}",
                "{% for x in xs %}{% include 'row' with level=x.name|count %}{% endfor %}",
                "{% for x in xs %}{% include 'row' only %}{% include 'row' with x=x only %}{% endfor %}"
            })
    void showTheSameInBothExecutors(String source) {
        Template interpreted = engine(Executor.INTERPRETER).from(source);
        Template compiled = engine(Executor.COMPILER).from(source);
        for (int i = 0; i < 4; i++) {
            for (Map<String, Object> values : List.of(values(), Map.<String, Object>of("xs", List.of(1, "t")))) {
                assertThat(outcome(compiled, values)).isEqualTo(outcome(interpreted, values));
            }
        }
        assertThat(compiled.nodes().isCompiled()).isTrue();
    }

    @Test
    void aTemplateThatIncludesItselfForeverMeetsTheLimit() {
        for (Executor executor : Executor.values()) {
            Template template = engine(executor).from("{% include 'ping' %}");
            for (int i = 0; i < 3; i++) {
                assertThat(outcome(template, values())).contains("nested more than 100 deep");
            }
        }
    }

    @Test
    void aTemplateThatWasChangedIsReadAnewByOneThatIsHeld() {
        for (Executor executor : Executor.values()) {
            sources.put("part", "old {{ n }}");
            Engine engine = engine(executor);
            Template holder = engine.from("{% include 'part' %}");
            for (int i = 0; i < 3; i++) {
                assertThat(holder.render(Map.of("n", i))).isEqualTo("old " + i);
            }
            sources.put("part", "new {{ n }}");
            engine.clear();
            for (int i = 0; i < 3; i++) {
                assertThat(holder.render(Map.of("n", i))).isEqualTo("new " + i);
            }
        }
    }

    @Test
    void aListenerIsToldOfEachInclude() {
        for (Executor executor : Executor.values()) {
            List<String> told = new ArrayList<>();
            Engine engine = Engine.builder()
                    .executor(executor)
                    .loader(Loader.memory(Map.of("page", "{% include 'part' %}", "part", "{{ n }}")))
                    .listener((template, context) -> told.add(String.valueOf(template.name())))
                    .build();
            for (int i = 0; i < 3; i++) {
                engine.render("page", Map.of("n", 1));
            }
            assertThat(told).containsExactly("page", "part", "page", "part", "page", "part");
        }
    }
}
