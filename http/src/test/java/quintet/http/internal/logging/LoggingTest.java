package quintet.http.internal.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import quintet.core.Env;
import quintet.core.Json;
import quintet.core.Settings;
import quintet.http.Logging;

class LoggingTest {
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("quintet.server");

    private LoggingEvent event(String message, Throwable failure) {
        return new LoggingEvent("x", logger, Level.WARN, message, failure, null);
    }

    @Test
    void aJsonLineHasTheKeysOfTheEventAndStaysOneLine() {
        LoggingEvent event = event("two\nlines \"quoted\"", new IllegalStateException("broken"));
        event.setKeyValuePairs(List.of(
                new KeyValuePair("status", 404), new KeyValuePair("path", "/x"), new KeyValuePair("level", "faked")));
        event.setMDCPropertyMap(Map.of("request_id", "r1"));
        String line = new String(new JsonLines().encode(event), StandardCharsets.UTF_8);
        assertThat(line).endsWith("}\n").hasLineCount(1);
        assertThat(Json.read(line))
                .extracting("level", "logger", "message", "status", "path", "request_id")
                .containsExactly("WARN", "quintet.server", "two\nlines \"quoted\"", 404L, "/x", "r1");
        assertThat(((Map<?, ?>) Json.read(line)).get("exception").toString())
                .contains("IllegalStateException: broken")
                .contains("\tat ");
        assertThat(((Map<?, ?>) Json.read(line)).get("time").toString()).endsWith("Z");
    }

    @Test
    void switchesTheConsoleAndKeepsNoisyLibrariesQuiet() {
        LogbackSetup.install(context, true);
        LogbackSetup.install(context, false);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        assertThat(root.iteratorForAppenders()).toIterable().hasSize(1);
        assertThat(root.getLevel()).isEqualTo(Level.INFO);
        assertThat(context.getLogger("org.eclipse.jetty.http.HttpParser").getEffectiveLevel())
                .isEqualTo(Level.ERROR);
    }

    @Test
    void aConfigurationOfTheProjectIsLeftAlone() {
        // logback-test.xml is on the class path of these tests
        LoggerContext own = (LoggerContext) org.slf4j.LoggerFactory.getILoggerFactory();
        Logging.use(Logging.Style.JSON);
        assertThat(own.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(LogbackSetup.APPENDER))
                .isNull();
    }

    @Test
    void theStyleFollowsDebugModeUnlessTheEnvironmentSaysOtherwise() {
        assertThat(Logging.styleFor(settings(Map.of()).debug(true))).isEqualTo(Logging.Style.READABLE);
        assertThat(Logging.styleFor(settings(Map.of()))).isEqualTo(Logging.Style.JSON);
        assertThat(Logging.styleFor(settings(Map.of("QUINTET_LOG", "readable"))))
                .isEqualTo(Logging.Style.READABLE);
        assertThatThrownBy(() -> Logging.styleFor(settings(Map.of("QUINTET_LOG", "xml"))))
                .hasMessageContaining("\"json\"");
    }

    private static Settings settings(Map<String, String> env) {
        return Settings.of(Env.of(env));
    }
}
