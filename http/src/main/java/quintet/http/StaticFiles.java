package quintet.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.core.SettingsPart;

/**
 * Where static files are and how they are served: Django's STATIC_URL, STATICFILES_DIRS, STATIC_ROOT and the manifest
 * storage. A site needs this part only to change a default, for example {@code .with(StaticFiles.defaults().hashed(true))}.
 * Immutable; each setter returns a changed copy.
 */
public final class StaticFiles implements SettingsPart {
    private static final StaticFiles DEFAULTS = new StaticFiles();

    private String url = "/static/";
    private List<Dir> dirs = List.of();
    private @Nullable Path root;
    private boolean hashed;
    private boolean manifestStrict = true;
    private boolean serve = true;
    private Duration maxAge = Duration.ofMinutes(1);

    private StaticFiles() {}

    /** A folder of static files, seen below {@code prefix} (empty for none). */
    public record Dir(String prefix, Path path) {}

    /** {@code /static/}, no further folders, names without hashes, served by the site. */
    public static StaticFiles defaults() {
        return DEFAULTS;
    }

    /** The URL below which static files are, ending with a slash. Default {@code /static/}. STATIC_URL. */
    public String url() {
        return url;
    }

    /** See {@link #url()}; a path such as {@code /assets/} or an absolute URL such as {@code https://cdn.example.com/}. */
    public StaticFiles url(String value) {
        if (!value.endsWith("/")) {
            throw new IllegalArgumentException("The URL of static files must end with a slash: write \"" + value
                    + "/\" instead of \"" + value + "\".");
        }
        boolean absolute = value.startsWith("/") || value.contains("://");
        return change(s -> s.url = absolute ? value : "/" + value);
    }

    /** Folders searched before those of the apps. Relative paths begin at the project's root. STATICFILES_DIRS. */
    public List<Dir> dirs() {
        return dirs;
    }

    /** Adds a folder. */
    public StaticFiles dir(Path path) {
        return dir("", path);
    }

    /** Adds a folder whose files are seen below a prefix: {@code dir("downloads", path)}. */
    public StaticFiles dir(String prefix, Path path) {
        List<Dir> all = new ArrayList<>(dirs);
        all.add(new Dir(prefix, path));
        return change(s -> s.dirs = List.copyOf(all));
    }

    /** Where {@code collectstatic} gathers all files for a web server or a CDN; empty (the default) to have none. STATIC_ROOT. */
    public Optional<Path> root() {
        return Optional.ofNullable(root);
    }

    /** See {@link #root()}. */
    public StaticFiles root(Path value) {
        return change(s -> s.root = value);
    }

    /**
     * Whether URLs carry a hash of the content, so that browsers may keep files for ever: Django's
     * ManifestStaticFilesStorage. Not while the site is in debug mode. Default false.
     */
    public boolean hashed() {
        return hashed;
    }

    /** See {@link #hashed()}. */
    public StaticFiles hashed(boolean value) {
        return change(s -> s.hashed = value);
    }

    /** Whether the URL of a file that is not there is an error when names are hashed. Default true. */
    public boolean manifestStrict() {
        return manifestStrict;
    }

    /** See {@link #manifestStrict()}. */
    public StaticFiles manifestStrict(boolean value) {
        return change(s -> s.manifestStrict = value);
    }

    /** Whether the site itself serves static files; false where a web server or CDN does. Default true. */
    public boolean serve() {
        return serve;
    }

    /** See {@link #serve()}. */
    public StaticFiles serve(boolean value) {
        return change(s -> s.serve = value);
    }

    /** How long browsers may keep a file whose name carries no hash; in debug mode they always ask. Default 1 minute. */
    public Duration maxAge() {
        return maxAge;
    }

    /** See {@link #maxAge()}. */
    public StaticFiles maxAge(Duration value) {
        return change(s -> s.maxAge = value);
    }

    private StaticFiles change(Consumer<StaticFiles> change) {
        StaticFiles copy = new StaticFiles();
        copy.url = url;
        copy.dirs = dirs;
        copy.root = root;
        copy.hashed = hashed;
        copy.manifestStrict = manifestStrict;
        copy.serve = serve;
        copy.maxAge = maxAge;
        change.accept(copy);
        return copy;
    }
}
