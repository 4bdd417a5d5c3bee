package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class FragmentCacheTest {
    private Instant now = Instant.parse("2026-11-28T00:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final FragmentCache cache = FragmentCache.inMemory(3, clock);
    private final Engine engine = Engine.builder()
            .caches(name -> name == null || name.equals("default") ? cache : null)
            .build();

    private String shown(String source, Map<String, ?> values) {
        return engine.from("{% load cache %}" + source).render(values);
    }

    @Test
    void aPartIsRenderedOnceUntilItsTimeIsOver() {
        String source = "{% cache 60 part who %}{{ n }}{% endcache %}";
        assertThat(shown(source, Map.of("n", 1, "who", "a"))).isEqualTo("1");
        assertThat(shown(source, Map.of("n", 2, "who", "a"))).isEqualTo("1");
        assertThat(shown(source, Map.of("n", 3, "who", "b"))).isEqualTo("3");
        now = now.plus(Duration.ofSeconds(60));
        assertThat(shown(source, Map.of("n", 4, "who", "a"))).isEqualTo("4");
    }

    @Test
    void aPartCanLastForEverOrNotAtAll() {
        assertThat(shown("{% cache None part %}{{ n }}{% endcache %}", Map.of("n", 1)))
                .isEqualTo("1");
        now = now.plus(Duration.ofDays(10_000));
        assertThat(shown("{% cache None part %}{{ n }}{% endcache %}", Map.of("n", 2)))
                .isEqualTo("1");
        assertThat(shown("{% cache 0 other %}{{ n }}{% endcache %}", Map.of("n", 1)))
                .isEqualTo("1");
        assertThat(shown("{% cache 0 other %}{{ n }}{% endcache %}", Map.of("n", 2)))
                .isEqualTo("2");
        assertThat(shown("{% cache -5 other %}{{ n }}{% endcache %}", Map.of("n", 3)))
                .isEqualTo("3");
    }

    @Test
    void aPartIsDeletedByItsKey() {
        String source = "{% cache 60 part who using='default' %}{{ n }}{% endcache %}";
        assertThat(shown(source, Map.of("n", 1, "who", 7))).isEqualTo("1");
        assertThat(cache.delete(FragmentCache.key("part", List.of("7")))).isTrue();
        assertThat(cache.delete(FragmentCache.key("part", List.of("7")))).isFalse();
        assertThat(shown(source, Map.of("n", 2, "who", 7))).isEqualTo("2");
    }

    @Test
    void whatWasNotUsedForLongestMakesRoom() {
        for (String key : List.of("a", "b", "c")) {
            cache.set(key, key, 60L);
        }
        assertThat(cache.get("a")).isEqualTo("a");
        cache.set("d", "d", 60L);
        assertThat(cache.get("a")).isEqualTo("a");
        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("c")).isEqualTo("c");
        assertThat(cache.get("d")).isEqualTo("d");
    }

    @Test
    void aCacheOfAnotherNameIsAnError() {
        assertThatThrownBy(() -> shown("{% cache 60 part using='fast' %}{% endcache %}", Map.of()))
                .hasMessage("Invalid cache name specified for cache tag: 'fast'");
        assertThatThrownBy(() -> FragmentCache.inMemory(0)).hasMessageContaining("at least one part");
    }

    @Test
    void severalThreadsShareIt() throws Exception {
        FragmentCache shared = FragmentCache.inMemory(50);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var all = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(thread -> pool.submit(() -> {
                        for (int i = 0; i < 2000; i++) {
                            String key = "k" + i % 70;
                            String found = shared.get(key);
                            assertThat(found == null || found.equals(key)).isTrue();
                            shared.set(key, key, 60L);
                        }
                    }))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }
    }
}
