package quintet.sessions;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quintet.core.SettingsPart;

/**
 * How messages are kept: {@code Settings.with(MessageSettings.defaults().level(Messages.DEBUG))}. Answers to Django's
 * {@code MESSAGE_LEVEL}, {@code MESSAGE_TAGS} and, for its cookie, {@code SESSION_COOKIE_*}.
 *
 * @param level messages below it are dropped; default {@link Messages#INFO}
 * @param levelTags the tag for each level
 * @param cookieDomain the domain of the cookie; null for the host alone
 * @param cookieSecure whether the cookie is sent over HTTPS only
 * @param cookieHttpOnly whether scripts cannot see the cookie; default true
 * @param cookieSameSite when other sites' pages send it: {@code Lax}, {@code Strict} or {@code None}
 */
public record MessageSettings(
        int level,
        Map<Integer, String> levelTags,
        @Nullable String cookieDomain,
        boolean cookieSecure,
        boolean cookieHttpOnly,
        String cookieSameSite)
        implements SettingsPart {
    private static final MessageSettings DEFAULTS = new MessageSettings(
            Messages.INFO,
            Map.of(
                    Messages.DEBUG, "debug",
                    Messages.INFO, "info",
                    Messages.SUCCESS, "success",
                    Messages.WARNING, "warning",
                    Messages.ERROR, "error"),
            null,
            false,
            true,
            "Lax");

    /** Copies the tags. */
    public MessageSettings {
        levelTags = Map.copyOf(levelTags);
    }

    /** Django's defaults. */
    public static MessageSettings defaults() {
        return DEFAULTS;
    }

    /** Drops messages below this level. */
    public MessageSettings level(int lowest) {
        return new MessageSettings(lowest, levelTags, cookieDomain, cookieSecure, cookieHttpOnly, cookieSameSite);
    }

    /** Changes the tag of one level. */
    public MessageSettings tag(int ofLevel, String tag) {
        Map<Integer, String> tags = new TreeMap<>(levelTags);
        tags.put(ofLevel, tag);
        return new MessageSettings(level, tags, cookieDomain, cookieSecure, cookieHttpOnly, cookieSameSite);
    }

    /** Sends the cookie over HTTPS only. */
    public MessageSettings cookieSecure(boolean secure) {
        return new MessageSettings(level, levelTags, cookieDomain, secure, cookieHttpOnly, cookieSameSite);
    }

    /** Shares the cookie with the domain's subdomains. */
    public MessageSettings cookieDomain(@Nullable String domain) {
        return new MessageSettings(level, levelTags, domain, cookieSecure, cookieHttpOnly, cookieSameSite);
    }

    /** The tag of a level, empty if it has none. */
    public String levelTag(int ofLevel) {
        return levelTags.getOrDefault(ofLevel, "");
    }

    /** All tags of a message: its own, then its level's. Django's {@code message.tags}. */
    public String tags(Message message) {
        String own = message.extraTags() == null ? "" : message.extraTags();
        String levelTag = levelTag(message.level());
        return own.isEmpty() || levelTag.isEmpty() ? own + levelTag : own + " " + levelTag;
    }
}
