package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.core.AltersData;

/** What templates reach of Java objects, and what they do not. */
class LookupSafetyTest {
    private static final Engine ENGINE = Engine.builder().build();

    /** An object with all sorts of members. */
    public static class Open {
        /** Not of an object. */
        public static final String CONSTANT = "constant";

        /** A field. */
        public final String field = "field";

        @SuppressWarnings("unused")
        private final String hidden = "hidden";

        int packaged = 7;

        private boolean deleted;

        /** Changes something. */
        @AltersData
        public String delete() {
            deleted = true;
            return "deleted";
        }

        /** Needs something. */
        public String with(String more) {
            return more;
        }

        /** Gives nothing. */
        public void nothing() {
            throw new AssertionError("a method without result was called");
        }

        /** Not of an object. */
        public static String statically() {
            return "static";
        }

        String packaged() {
            return "packaged";
        }

        /** A truth value. */
        public boolean isReady() {
            return true;
        }

        /** Text. */
        public String getName() {
            return "name";
        }

        /** Of a loader. */
        public ClassLoader getLoader() {
            return Open.class.getClassLoader();
        }

        /** A class. */
        public Class<?> getType() {
            return Open.class;
        }

        /** A thread. */
        public Thread getThread() {
            return Thread.currentThread();
        }
    }

    /** Inherits the mark. */
    public static class Sub extends Open {
        @Override
        public String delete() {
            return super.delete();
        }
    }

    private static String show(String expression, Object value) {
        return ENGINE.from("[{{ " + expression + " }}]").render(Map.of("o", value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o.class",
                "o.getClass",
                "o.get_class",
                "o.hashCode",
                "o.toString",
                "o.clone",
                "o.notify",
                "o.wait",
                "o.CONSTANT",
                "o.statically",
                "o.hidden",
                "o.packaged",
                "o.with",
                "o.nothing",
                "o.delete",
                "o.type.name",
                "o.type.getName",
                "o.type.classLoader",
                "o.type.class_loader",
                "o.type.declaredMethods",
                "o.type.module",
                "o.type.forName",
                "o.type.enumConstants",
                "o.loader.parent",
                "o.loader.definedPackages",
                "o.loader.unnamedModule",
                "o.thread.name",
                "o.thread.contextClassLoader",
                "o.name.class",
                "o.name.getBytes",
                "o.name.bytes",
                "o.name.chars",
                "o.field.getClass.name"
            })
    void isOutOfReach(String expression) {
        Open open = new Open();
        assertThat(show(expression, open)).isEqualTo("[]");
        assertThat(open.deleted).isFalse();
        assertThat(show(expression, new Sub())).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"o.__class__", "o._hidden", "o.field._x", "__class__"})
    void underscoresDoNotCompile(String expression) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> show(expression, new Open())))
                .isInstanceOf(TemplateSyntaxError.class)
                .hasMessageContaining("may not begin with underscores");
    }

    @Test
    void contextEngineAndPlatformAreClosed() {
        Map<String, Object> closed = new LinkedHashMap<>();
        closed.put("engine", ENGINE);
        closed.put("context", Context.of(Map.of()));
        closed.put("system", System.getProperties().getClass());
        closed.put("runtime", Runtime.getRuntime());
        closed.put("process", ProcessHandle.current());
        closed.put("file", new java.io.File("/"));
        closed.put("method", Open.class.getMethods()[0]);
        for (String name : closed.keySet()) {
            for (String member : List.of(
                    "loader",
                    "library",
                    "name",
                    "exec",
                    "exit",
                    "info",
                    "parent",
                    "listFiles",
                    "delete",
                    "absolutePath",
                    "declaringClass",
                    "values",
                    "builtins",
                    "engine",
                    "availableProcessors",
                    "pid")) {
                assertThat(ENGINE.from("[{{ " + name + "." + member + " }}]").render(closed))
                        .as(name + "." + member)
                        .isEqualTo("[]");
            }
        }
    }

    @Test
    void filtersReachNoMoreThanDots() {
        Map<String, Object> values = Map.of("l", List.of(new Open(), new Open()));
        for (String key : List.of("class", "getClass", "hidden", "delete", "type.name", "CONSTANT")) {
            assertThat(ENGINE.from("[{{ l|dictsort:'" + key + "'|first }}]").render(values))
                    .as(key)
                    .doesNotContain("hidden")
                    .doesNotContain("deleted");
        }
    }

    enum Size {
        SMALL,
        LARGE;

        /** What people read. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Part(String name, List<String> tags) {}

    @Test
    void javaValuesFeelNative() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("record", new Part("bolt", List.of("a", "b")));
        values.put("open", new Open());
        values.put("optional", Optional.of(new Part("nut", List.of())));
        values.put("none", Optional.empty());
        values.put("number", OptionalInt.of(4));
        values.put("map", Map.of("k", Map.of("n", 1)));
        values.put("array", new int[] {3, 4});
        values.put("objects", new Part[] {new Part("x", List.of())});
        values.put("stream", Stream.of("s", "t"));
        values.put("iterable", (Iterable<String>) () -> List.of("i", "j").iterator());
        values.put("iterator", Arrays.asList("u", "v").iterator());
        values.put("size", Size.LARGE);
        values.put("supplier", (Supplier<String>) () -> "called");
        values.put("callable", (Callable<Integer>) () -> 9);
        values.put("date", LocalDate.of(2024, 2, 29));
        values.put("price", new BigDecimal("12.50"));
        values.put("truth", true);
        assertThat(ENGINE.from(
                                "{{ record.name }} {{ record.tags.1 }} {{ open.field }} {{ open.ready }} {{ open.is_ready }} "
                                        + "{{ open.name }} {{ open.getName }} {{ optional.name }} [{{ none }}] {{ number }} {{ map.k.n }} "
                                        + "{{ array.1 }} {{ objects.0.name }} {% for s in stream %}{{ s }}{% endfor %} "
                                        + "{% for i in iterable %}{{ i }}{% endfor %} {% for i in iterator %}{{ i }}{% endfor %} "
                                        + "{{ size }} {{ size.name }} {{ size.label }} {{ supplier }} {{ callable }} {{ date.year }} "
                                        + "{{ date|date:'Y-m-d' }} {{ price }} {{ price|floatformat:1 }} {{ truth }}")
                        .render(values))
                .isEqualTo(
                        "bolt b field True True name name nut [None] 4 1 4 x st ij uv LARGE LARGE large called 9 2024 "
                                + "2024-02-29 12.50 12.5 True");
    }

    @Test
    void aLazyCollectionOfTheApplicationIsAskedOnce() {
        int[] asked = {0};
        class Rows implements Iterable<String> {
            @Override
            public Iterator<String> iterator() {
                asked[0]++;
                return List.of("a", "b").iterator();
            }
        }
        Engine engine = Engine.builder()
                .adapter(Rows.class, new ValueAdapter<Rows>() {
                    @Override
                    public Object evaluate(Rows rows) {
                        List<String> all = new java.util.ArrayList<>();
                        rows.forEach(all::add);
                        return all;
                    }
                })
                .build();
        assertThat(engine.from("{% if r %}{{ r|length }}{% for x in r %}{{ x }}{% endfor %}{{ r.0 }}{% endif %}")
                        .render(Map.of("r", new Rows())))
                .isEqualTo("2aba");
        assertThat(asked[0]).isEqualTo(1);
    }
}
