package quintet.templates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.MemoryFragments;

/** Where {@code {% cache %}} keeps rendered parts. */
public interface FragmentCache {
    /**
     * A kept part.
     *
     * @param key the part's key, equal to Django's
     * @return null if there is none
     */
    @Nullable
    String get(String key);

    /**
     * Keeps a part.
     *
     * @param key the part's key
     * @param html the rendered part
     * @param timeoutSeconds how long; null for ever, 0 not at all
     */
    void set(String key, String html, @Nullable Long timeoutSeconds);

    /**
     * Forgets a part.
     *
     * @param key the part's key, as {@link #key} makes it
     * @return false if there was none
     */
    boolean delete(String key);

    /**
     * A cache in the memory of this process, thread-safe.
     *
     * @param maxEntries parts at most; those that were not used for longest make room
     * @return an empty cache
     */
    static FragmentCache inMemory(int maxEntries) {
        return inMemory(maxEntries, Clock.systemUTC());
    }

    /**
     * A cache in memory that tells the time by a clock of your own.
     *
     * @param maxEntries parts at most
     * @param clock tells when parts end
     * @return an empty cache
     */
    static FragmentCache inMemory(int maxEntries, Clock clock) {
        return new MemoryFragments(maxEntries, clock);
    }

    /**
     * The key of a part, equal to Django's, so that both can share a cache; answers to
     * {@code make_template_fragment_key}.
     *
     * @param name the part's name in the {@code cache} tag
     * @param varyOn the printed values the part depends on, in order
     * @return the key, by which the part can be deleted
     */
    static String key(String name, List<String> varyOn) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            for (String part : varyOn) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // the length in front keeps ("a", "b:c") apart from ("a:b", "c")
                md5.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                md5.update(bytes);
                md5.update((byte) ',');
            }
            return "template.cache." + name + "." + HexFormat.of().formatHex(md5.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no MD5.", e);
        }
    }

    /** Finds a cache by its name. */
    @FunctionalInterface
    interface Caches {
        /**
         * A cache.
         *
         * @param name its name in the settings; null for the one templates use by default
         * @return null if the site has no cache of that name
         */
        @Nullable
        FragmentCache named(@Nullable String name);
    }
}
