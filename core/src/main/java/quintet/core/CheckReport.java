package quintet.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the checks of a site found, as {@code check} prints it.
 *
 * @param messages what was found and is not silenced, in the order of the checks
 * @param silenced how many messages {@link Settings#silencedChecks} hides
 */
public record CheckReport(List<CheckMessage> messages, int silenced) {
    /** The titles of the groups, in the order they are shown, each with its lowest level. */
    private static final List<CheckMessage.Level> GROUPS = List.of(
            CheckMessage.Level.CRITICAL,
            CheckMessage.Level.ERROR,
            CheckMessage.Level.WARNING,
            CheckMessage.Level.INFO,
            CheckMessage.Level.DEBUG);

    /**
     * Runs checks.
     *
     * @param deploy whether those for deployment run too
     * @param tags which checks run; all when empty
     * @param databases aliases of the databases that checks may ask; without any, checks of databases do not run
     */
    public static CheckReport run(Site site, boolean deploy, List<String> tags, List<String> databases) {
        return of(site, site.runChecks(deploy, false, tags, databases));
    }

    /** Runs what must pass before a command: no {@link Check#thorough} checks. */
    static CheckReport before(Site site, List<String> tags, List<String> databases) {
        return of(site, site.runChecks(false, true, tags, databases));
    }

    private static CheckReport of(Site site, List<CheckMessage> all) {
        List<CheckMessage> shown = all.stream()
                .filter(message -> !site.settings().silencedChecks().contains(message.id()))
                .toList();
        return new CheckReport(shown, all.size() - shown.size());
    }

    /** Whether a message is of this level or worse. */
    public boolean fails(CheckMessage.Level level) {
        return messages.stream().anyMatch(message -> message.level().value() >= level.value());
    }

    /**
     * The messages by level, with Django's headings.
     *
     * @param count whether to end with how many there are
     */
    public String text(Style style, boolean count) {
        List<String> parts = new ArrayList<>();
        for (CheckMessage.Level level : GROUPS) {
            List<String> lines = messages.stream()
                    .filter(message -> message.level() == level)
                    .map(message -> paint(style, message))
                    .sorted()
                    .toList();
            if (!lines.isEmpty()) {
                parts.add(title(level) + ":\n" + String.join("\n", lines));
            }
        }
        String head = parts.isEmpty() ? "" : "System check identified some issues:\n\n" + String.join("\n\n", parts);
        if (!count) {
            return head;
        }
        return head + (parts.isEmpty() ? "" : "\n\n") + "System check identified "
                + (messages.isEmpty() ? "no issues" : messages.size() + (messages.size() == 1 ? " issue" : " issues"))
                + " (" + silenced + " silenced).";
    }

    private static String title(CheckMessage.Level level) {
        String name = level.name();
        return level == CheckMessage.Level.ERROR || level == CheckMessage.Level.WARNING
                ? name + "S"
                : name.toUpperCase(Locale.ROOT);
    }

    private static String paint(Style style, CheckMessage message) {
        String text = message.toString();
        return switch (message.level()) {
            case CRITICAL, ERROR -> style.error(text);
            case WARNING -> style.warning(text);
            default -> text;
        };
    }
}
