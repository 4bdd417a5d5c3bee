package quintet.http.internal.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.io.Console;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Configures Logback in code: one console appender, and the levels of noisy libraries. */
public final class LogbackSetup {
    /** The name of our appender, by which a later call knows that the configuration is ours. */
    static final String APPENDER = "quintet";

    private static final String READABLE = "%d{HH:mm:ss.SSS} %-5level %logger{24} %msg%n";
    private static final String COLOURED = "%d{HH:mm:ss.SSS} %highlight(%-5level) %gray(%logger{24}) %msg%n";

    private LogbackSetup() {}

    /** Switches to JSON or back, unless the project has a configuration of its own. */
    public static void use(boolean json) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) return;
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(APPENDER) != null) install(context, json);
    }

    static void install(LoggerContext context, boolean json) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName(APPENDER);
        console.setEncoder(json ? json(context) : readable(context));
        console.start();
        root.addAppender(console);
        root.setLevel(Level.INFO);
        context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
        // What a client sent wrongly has one line of ours already.
        context.getLogger("org.eclipse.jetty.http").setLevel(Level.ERROR);
        context.getLogger("org.eclipse.jetty.server.Response").setLevel(Level.ERROR);
        context.getLogger("com.zaxxer.hikari").setLevel(Level.WARN);
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonLines encoder = new JsonLines();
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    @SuppressWarnings("SystemConsoleNull") // null under a provider other than the JDK's; isTerminal is what counts
    private static Encoder<ILoggingEvent> readable(LoggerContext context) {
        Console terminal = System.console();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(terminal != null && terminal.isTerminal() ? COLOURED : READABLE);
        encoder.start();
        return encoder;
    }
}
