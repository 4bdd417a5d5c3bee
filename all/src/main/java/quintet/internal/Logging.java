package quintet.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;

/**
 * How a site logs unless it has a {@code logback.xml}: readable lines in development, lines of JSON in production. The
 * environment may say otherwise: {@code LOG_FORMAT=text|json}, {@code LOG_LEVEL=debug|info|warn|error}.
 */
@ConfiguratorRank(ConfiguratorRank.FALLBACK + 1)
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String CONSOLE = "quintet-console";
    private static final String PATTERN = "%d{HH:mm:ss} %-5level %logger{0}: %msg%n%ex";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getenv("LOG_LEVEL"), Level.INFO));
        root.detachAndStopAllAppenders();
        boolean json = "json".equals(System.getenv("LOG_FORMAT"));
        root.addAppender(console(context, CONSOLE, json ? new JsonLines() : text(PATTERN)));
        if (!json) {
            // One line for each request in development, without anything in front.
            Logger requests = context.getLogger("quintet.dev.request");
            requests.setAdditive(false);
            requests.addAppender(console(context, "quintet-requests", text("%msg%n")));
        }
        for (String chatty : new String[] {"org.eclipse.jetty", "com.zaxxer.hikari"}) {
            context.getLogger(chatty).setLevel(Level.WARN);
        }
        // What a client sent wrongly has one line of the server's own already.
        for (String doubled : new String[] {"org.eclipse.jetty.http", "org.eclipse.jetty.server.Response"}) {
            context.getLogger(doubled).setLevel(Level.ERROR);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Changes to the format for development or production, unless the site or the environment chose one. */
    public static void use(boolean debug) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context && System.getenv("LOG_FORMAT") == null) {
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            if (root.detachAppender(CONSOLE)) {
                root.addAppender(console(context, CONSOLE, debug ? text(PATTERN) : new JsonLines()));
            }
        }
    }

    private static ConsoleAppender<ILoggingEvent> console(
            LoggerContext context, String name, Encoder<ILoggingEvent> encoder) {
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setName(name);
        console.setContext(context);
        console.setEncoder(encoder);
        console.start();
        return console;
    }

    private static Encoder<ILoggingEvent> text(String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(pattern);
        return encoder;
    }
}
