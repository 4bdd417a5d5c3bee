package quintet.core;

import java.util.List;

/** All that is wrong with a site's configuration, together. Thrown by {@link Site#open}. */
public final class ConfigurationException extends ImproperlyConfigured {
    private final transient List<String> problems;

    /** Creates one; the message lists the problems. */
    public ConfigurationException(List<String> problems) {
        super(describe(problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem, a sentence with its remedy. */
    public List<String> problems() {
        return problems;
    }

    private static String describe(List<String> problems) {
        if (problems.size() == 1) {
            return problems.getFirst();
        }
        return problems.size() + " problems with the site's configuration:\n  - " + String.join("\n  - ", problems);
    }
}
