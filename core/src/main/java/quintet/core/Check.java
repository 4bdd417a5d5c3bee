package quintet.core;

import java.util.List;

/**
 * Looks for mistakes in a site. Registered by {@link SiteBuilder#check} or an app's {@link HasChecks}. Answers to
 * Django's system checks.
 *
 * @param tags what the check is about: {@code models}, {@code urls}, {@code templates}, {@code security} ...
 * @param deployOnly whether it runs only with {@code check --deploy}
 * @param run the check itself; returns what it found
 * @param databaseRun what is checked in each database named by {@code check --database}
 */
public record Check(List<String> tags, boolean deployOnly, Run run, DatabaseRun databaseRun) {
    /** The tag of checks that do not run before each command. */
    static final String THOROUGH = "thorough";

    /** The code of a check. */
    @FunctionalInterface
    public interface Run {
        /** Returns what is wrong; an empty list when nothing is. */
        List<CheckMessage> check(Site site);
    }

    /** The code of a check that asks a database. */
    @FunctionalInterface
    public interface DatabaseRun {
        /** Returns what is wrong with the database of this alias; an empty list when nothing is. */
        List<CheckMessage> check(Site site, String alias);
    }

    /** A check that always runs. */
    public static Check of(String tag, Run run) {
        return new Check(List.of(tag), false, run, (site, alias) -> List.of());
    }

    /**
     * A check that takes its time: {@code check} and {@link Site#check(String...)} run it, but it does not run before
     * other commands.
     */
    public static Check thorough(String tag, Run run) {
        return new Check(List.of(tag, THOROUGH), false, run, (site, alias) -> List.of());
    }

    /** Whether it does not run before other commands. */
    boolean isThorough() {
        return tags.contains(THOROUGH);
    }

    /** A check that runs with {@code --deploy}. */
    public static Check deploy(String tag, Run run) {
        return new Check(List.of(tag), true, run, (site, alias) -> List.of());
    }

    /** A check that runs with {@code --database}, once for each database named there. */
    public static Check database(String tag, DatabaseRun run) {
        return new Check(List.of(tag), false, site -> List.of(), run);
    }
}
