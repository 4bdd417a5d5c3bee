package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.core.SuspiciousOperation;

/** Input that once took Django's filters quadratic time, or got past their escaping. */
class HostileInputTest {
    private static final Engine ENGINE = Engine.builder().build();
    private static final int SIZE = 300_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a", "<", "</", "<!--", "<!", "<![", "<?", "&", "&#", "(", "[", ")", ".", "a.", "a@a.", "&lt;", ";",
                "'", " ", "\n", "<a b=\"", "</p>", "<p>", "1", "x,", "&;", "http://", "a-", "\u0301"
            })
    void filtersTakeLinearTime(String piece) {
        String text = piece.repeat(SIZE / piece.length());
        for (String filter : List.of(
                "striptags",
                "truncatechars_html:50",
                "truncatewords_html:50",
                "urlize",
                "urlizetrunc:10",
                "linebreaks",
                "slugify",
                "title",
                "wordwrap:20",
                "truncatechars:9",
                "escapejs",
                "floatformat",
                "wordcount")) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> render(filter, text), () -> filter + " of many " + piece);
        }
    }

    private static void render(String filter, String text) {
        try {
            ENGINE.from("{{ t|" + filter + " }}{% load humanize %}{{ t|intcomma }}")
                    .render(Map.of("t", text));
        } catch (SuspiciousOperation refused) {
            assertThat(refused).hasMessageContaining("tag");
        }
    }

    @Test
    void keepsSecretsOutOfReach() {
        quintet.core.Settings settings =
                quintet.core.Settings.of(quintet.core.Env.of(Map.of())).secretKey("hidden-key");
        record Holder(quintet.core.Settings settings) {}
        assertThat(ENGINE.from("{{ h.settings.secretKey }}{{ h.settings.secret_key }}")
                        .render(Map.of("h", new Holder(settings))))
                .isEmpty();
    }
}
