package quintet.core;

import java.util.List;

/**
 * Looks for mistakes in a site. Registered by {@link SiteBuilder#check} or an app's {@link HasChecks}. Answers to
 * Django's system checks.
 *
 * @param tags what the check is about: {@code models}, {@code urls}, {@code templates}, {@code security} ...
 * @param deployOnly whether it runs only with {@code check --deploy}
 * @param run the check itself; returns what it found
 */
public record Check(List<String> tags, boolean deployOnly, Run run) {
    /** The code of a check. */
    @FunctionalInterface
    public interface Run {
        /** Returns what is wrong; an empty list when nothing is. */
        List<CheckMessage> check(Site site);
    }

    /** A check that always runs. */
    public static Check of(String tag, Run run) {
        return new Check(List.of(tag), false, run);
    }

    /** A check that runs with {@code --deploy}. */
    public static Check deploy(String tag, Run run) {
        return new Check(List.of(tag), true, run);
    }
}
