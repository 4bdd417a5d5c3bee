package quintet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import quintet.core.Json;

class JsonLinesTest {
    @Test
    @SuppressWarnings("unchecked")
    void anEventIsOneLineOfJson() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LoggingEvent event = new LoggingEvent(
                "x",
                context.getLogger("quintet.request"),
                Level.WARN,
                "Not Found: {}\nforged",
                new IllegalStateException("why\nnot"),
                new Object[] {"/é"});
        event.setInstant(Instant.parse("2026-11-22T10:00:00Z"));
        String line = new String(new JsonLines().encode(event), StandardCharsets.UTF_8);
        assertThat(line).endsWith("}\n").doesNotContain("\nforged").containsOnlyOnce("\n");
        Map<String, Object> read = (Map<String, Object>) Json.read(line);
        assertThat(read)
                .containsEntry("time", "2026-11-22T10:00:00Z")
                .containsEntry("level", "WARN")
                .containsEntry("logger", "quintet.request")
                .containsEntry("message", "Not Found: /é\nforged");
        assertThat((String) read.get("error")).startsWith("java.lang.IllegalStateException: why");
    }
}
