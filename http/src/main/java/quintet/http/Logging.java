package quintet.http;

import quintet.core.Settings;
import quintet.http.internal.logging.LogbackSetup;

/**
 * How a site's log looks: readable lines while developing, one JSON object a line in production, which log collectors read as
 * it is. Works with Logback as long as the project has no {@code logback.xml} of its own; that one is then left alone, as is
 * any other SLF4J backend.
 */
public final class Logging {
    private static final String VARIABLE = "QUINTET_LOG";

    private Logging() {}

    /** The form of a log line. */
    public enum Style {
        /** For people: time, level, logger, message. */
        READABLE,
        /** For machines: JSON with {@code time}, {@code level}, {@code logger}, {@code message} and the event's own keys. */
        JSON
    }

    /**
     * What these settings ask for: the variable {@code QUINTET_LOG} ({@code readable} or {@code json}) if it is set, else
     * readable in debug mode and JSON without.
     */
    public static Style styleFor(Settings settings) {
        String asked = settings.env().string(VARIABLE, "");
        if (asked.isEmpty()) return settings.debug() ? Style.READABLE : Style.JSON;
        return switch (asked) {
            case "readable" -> Style.READABLE;
            case "json" -> Style.JSON;
            default ->
                throw new IllegalArgumentException(
                        VARIABLE + " is \"readable\" or \"json\", but \"" + asked + "\" was given.");
        };
    }

    /** Uses this style from now on, in the whole process. */
    public static void use(Style style) {
        if (hasLogback()) LogbackSetup.use(style == Style.JSON);
    }

    private static boolean hasLogback() {
        try {
            Class.forName("ch.qos.logback.classic.LoggerContext", false, Logging.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
