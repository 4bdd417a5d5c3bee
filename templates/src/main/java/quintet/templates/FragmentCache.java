package quintet.templates;

import org.jspecify.annotations.Nullable;

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
