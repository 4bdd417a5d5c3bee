package quintet.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import quintet.core.internal.i18n.Catalog;
import quintet.core.internal.i18n.MoReader;
import quintet.core.internal.i18n.PoReader;

/**
 * The translation catalogues of a site: gettext {@code .mo} and {@code .po} files in Django's layout
 * ({@code <folder>/<locale>/LC_MESSAGES/django.mo}), earlier sources first. A message missing in {@code pt_BR} is
 * looked up in {@code pt}, then in the default language, then printed as written. Thread-safe; a language is read
 * on first use.
 */
public final class Catalogs {
    private static final int MAX_LANGUAGES = 1000;
    private static final long CHECK_NANOS = 1_000_000_000;
    private static final Catalogs BUILT_IN = builder().build();

    private final List<Source> sources;
    private final String defaultLanguage;
    private final List<Path> folders;
    private final boolean reloading;
    private final Map<String, Read> languages = new ConcurrentHashMap<>();

    /** A language that was read, and when its files had changed last. */
    private record Read(Catalog catalog, long changed, long checked) {}

    /** Where files come from: a name such as {@code de/LC_MESSAGES/django.mo} to a stream. */
    private interface Source {
        @Nullable
        InputStream open(String file) throws IOException;
    }

    private Catalogs(List<Source> sources, List<Path> folders, boolean reloading, String defaultLanguage) {
        this.sources = List.copyOf(sources);
        this.folders = List.copyOf(folders);
        this.reloading = reloading;
        this.defaultLanguage = defaultLanguage;
    }

    /**
     * Quintet's own messages, no others, with English as the default language.
     *
     * @return a shared instance
     */
    public static Catalogs builtIn() {
        return BUILT_IN;
    }

    /**
     * Begins a set of catalogues.
     *
     * @return an empty builder; Quintet's own messages are always added last
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The language that holds where none was chosen.
     *
     * @return a code such as {@code en-us}
     */
    public String defaultLanguage() {
        return defaultLanguage;
    }

    /**
     * Translates one message.
     *
     * @param language a code; null leaves the message as it is
     * @param context the message's context, or null
     * @param message the message in the source language
     * @return the translation, or the message
     */
    public String translate(@Nullable String language, @Nullable String context, String message) {
        if (language == null || message.isEmpty()) {
            return message;
        }
        String found = catalog(language).message(context, message);
        return found == null ? message : found;
    }

    /**
     * A translation, if there is one.
     *
     * @param language a code
     * @param context the message's context, or null
     * @param message the message in the source language
     * @return null if no catalogue of the language has the message
     */
    public @Nullable String find(@Nullable String language, @Nullable String context, String message) {
        return language == null ? null : catalog(language).message(context, message);
    }

    /**
     * Translates a message with a number.
     *
     * @param language a code; null chooses between the two texts by English rules
     * @param context the message's context, or null
     * @param singular the text for one
     * @param plural the text for any other number
     * @param number how many
     * @return the translation that fits
     */
    public String translatePlural(
            @Nullable String language, @Nullable String context, String singular, String plural, long number) {
        if (language != null) {
            String found = catalog(language).plural(context, singular, number);
            if (found != null) {
                return found;
            }
        }
        return number == 1 ? singular : plural;
    }

    /**
     * Whether any catalogue exists for a language itself, without fallbacks.
     *
     * @param language a code
     * @return true when a file was found (or the language is English)
     */
    public boolean has(String language) {
        return language.startsWith("en") || catalog(language).found();
    }

    private Catalog catalog(String language) {
        String code = Languages.usable(language);
        Read known = languages.get(code);
        if (known != null && (!reloading || System.nanoTime() - known.checked() < CHECK_NANOS)) {
            return known.catalog();
        }
        long changed = reloading ? changed(code) : 0;
        Catalog catalog = known != null && known.changed() == changed ? known.catalog() : load(code);
        Read read = new Read(catalog, changed, System.nanoTime());
        if (languages.size() < MAX_LANGUAGES) {
            // codes may come from visitors: those of no language must not fill the memory
            languages.put(code, read);
        }
        return read.catalog();
    }

    /** When the files of a language in folders changed last. */
    private long changed(String language) {
        long latest = 0;
        for (String name = language; !name.isEmpty(); name = parent(name)) {
            for (Path folder : folders) {
                for (String kind : List.of("mo", "po")) {
                    Path file = folder.resolve(locale(name) + "/LC_MESSAGES/django." + kind);
                    latest = Math.max(latest, file.toFile().lastModified());
                }
            }
        }
        return latest;
    }

    private Catalog load(String language) {
        List<Catalog> chain = new ArrayList<>();
        boolean found = false;
        for (String name = language; !name.isEmpty(); name = parent(name)) {
            List<Catalog> own = read(locale(name));
            found |= !own.isEmpty();
            chain.addAll(own);
        }
        // Django falls back to the default language, but not when that is English: the source language is
        if (!language.startsWith("en") && !defaultLanguage.startsWith("en") && !language.equals(defaultLanguage)) {
            for (String name = defaultLanguage; !name.isEmpty(); name = parent(name)) {
                chain.addAll(read(locale(name)));
            }
        }
        return Catalog.chain(chain, found);
    }

    private List<Catalog> read(String locale) {
        List<Catalog> out = new ArrayList<>();
        for (Source source : sources) {
            for (String kind : List.of("mo", "po")) {
                String file = locale + "/LC_MESSAGES/django." + kind;
                try (InputStream in = source.open(file)) {
                    if (in != null) {
                        byte[] data = in.readAllBytes();
                        out.add(kind.equals("mo") ? MoReader.read(data, file) : PoReader.read(data, file));
                        break;
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("Could not read the translations in " + file, e);
                }
            }
        }
        return out;
    }

    private static String parent(String language) {
        int dash = language.lastIndexOf('-');
        return dash < 0 ? "" : language.substring(0, dash);
    }

    /**
     * The folder name of a language: {@code pt-br} is {@code pt_BR}, {@code zh-hans} is {@code zh_Hans}.
     *
     * @param language a language code
     * @return the locale name gettext uses
     */
    public static String locale(String language) {
        int dash = language.indexOf('-');
        if (dash < 0) {
            int head = Math.min(3, language.length());
            return language.substring(0, head).toLowerCase(Locale.ROOT) + language.substring(head);
        }
        String lower = language.toLowerCase(Locale.ROOT);
        String[] parts = lower.substring(dash + 1).split("-", 2);
        String region = parts[0].length() > 2
                ? parts[0].substring(0, 1).toUpperCase(Locale.ROOT) + parts[0].substring(1)
                : parts[0].toUpperCase(Locale.ROOT);
        return lower.substring(0, dash) + "_" + region + (parts.length > 1 ? "-" + parts[1] : "");
    }

    /** Collects the places catalogues are read from. */
    public static final class Builder {
        private final List<Source> sources = new ArrayList<>();
        private final List<Path> folders = new ArrayList<>();
        private boolean reloading;
        private String defaultLanguage = "en-us";

        private Builder() {}

        /**
         * Adds a folder (one of Django's {@code LOCALE_PATHS}).
         *
         * @param folder holds one folder per locale
         * @return this
         */
        public Builder folder(Path folder) {
            folders.add(folder);
            sources.add(file -> {
                Path path = folder.resolve(file);
                return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
            });
            return this;
        }

        /**
         * Adds resources, an app's {@code locale} package for instance.
         *
         * @param loader reads the resources
         * @param prefix the path in front of the locale, such as {@code library/locale}
         * @return this
         */
        public Builder resources(ClassLoader loader, String prefix) {
            sources.add(file -> loader.getResourceAsStream(prefix + "/" + file));
            return this;
        }

        /**
         * Whether files in folders that changed are read again, looked at once a second; for development.
         *
         * @param on by default not
         * @return this
         */
        public Builder reloading(boolean on) {
            reloading = on;
            return this;
        }

        /**
         * Sets the language that holds where none was chosen.
         *
         * @param language a code such as {@code de}
         * @return this
         */
        public Builder defaultLanguage(String language) {
            this.defaultLanguage = language;
            return this;
        }

        /**
         * Builds the set.
         *
         * @return immutable catalogues
         */
        public Catalogs build() {
            List<Source> all = new ArrayList<>(sources);
            all.add(file -> Catalogs.class.getResourceAsStream("/quintet/core/locale/" + file));
            return new Catalogs(all, folders, reloading, defaultLanguage);
        }
    }
}
