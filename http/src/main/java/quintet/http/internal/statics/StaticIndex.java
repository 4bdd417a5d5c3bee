package quintet.http.internal.statics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import quintet.core.App;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.StaticFiles;

/** A site's static files: where they are found, and under which names they are served. One for each site. */
public final class StaticIndex {
    private static final String RESOURCES = "src/main/resources";

    private final StaticFiles settings;
    private final boolean debug;
    private final Finder sources;
    private final Optional<Path> collected;
    private final @Nullable Names names;

    /** Hashed names, and what is behind each. */
    private record Names(
            Map<String, String> hashed, Map<String, HashedFiles.Hashed> rewritten, Map<String, String> original) {}

    /** The index of a site. */
    public StaticIndex(Site site) {
        this(site.settings(), site.apps());
    }

    StaticIndex(Settings settings, List<App> apps) {
        this.settings = settings.part(StaticFiles.class).orElse(StaticFiles.defaults());
        debug = settings.debug();
        sources = new Finder(places(settings, this.settings, apps));
        collected = this.settings.root().map(settings.root()::resolve);
        names = this.settings.hashed() && !debug ? names() : null;
    }

    /** The settings that apply. */
    public StaticFiles settings() {
        return settings;
    }

    /** Where the files of the project and its apps are, before they are collected. */
    public Finder sources() {
        return sources;
    }

    /** Where collectstatic puts them. */
    public Optional<Path> collected() {
        return collected;
    }

    /** Whether each request looks anew at the files, because a developer changes them. */
    public boolean debug() {
        return debug;
    }

    /** The URL of a file. */
    public String url(String name) {
        return names == null
                ? StaticUrl.plain(settings.url(), name)
                : StaticUrl.hashed(settings.url(), name, names.hashed, settings.manifestStrict());
    }

    /** What to serve under this name, hashed or not; null when there is nothing. */
    @Nullable
    Served find(String name) {
        if (names != null) {
            HashedFiles.Hashed rewritten = names.rewritten.get(name);
            if (rewritten != null) return new Served(rewritten.file(), rewritten.content(), true);
            String original = names.original.get(name);
            if (original != null) {
                StaticFile file = locate(original);
                return file == null ? null : new Served(file, null, true);
            }
        }
        StaticFile file = locate(name);
        return file == null ? null : new Served(file, null, false);
    }

    /**
     * A file to serve.
     *
     * @param content what to send instead of the file's content, or null
     * @param immutable whether its name changes with its content
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Served(StaticFile file, byte @Nullable [] content, boolean immutable) {}

    private @Nullable StaticFile locate(String name) {
        StaticFile file = sources.find(name);
        if (file != null || collected.isEmpty()) return file;
        return StaticNames.isSafe(name) ? new StaticPlace.Folder("", collected.get()).find(name) : null;
    }

    private Names names() {
        Optional<SortedMap<String, String>> manifest = collected.flatMap(Manifest::read);
        Map<String, String> original = new HashMap<>();
        if (manifest.isPresent()) {
            // Collected files lie there under their hashed names, so each is its own original.
            manifest.get().values().forEach(hashed -> original.put(hashed, hashed));
            return new Names(Map.copyOf(manifest.get()), Map.of(), Map.copyOf(original));
        }
        try {
            HashedFiles files = HashedFiles.of(sources.all(), settings.url());
            Map<String, HashedFiles.Hashed> rewritten = new HashMap<>();
            files.byName().forEach((name, hashed) -> {
                original.put(hashed.hashedName(), name);
                if (hashed.content() != null) rewritten.put(hashed.hashedName(), hashed);
            });
            return new Names(Map.copyOf(files.names()), Map.copyOf(rewritten), Map.copyOf(original));
        } catch (IOException x) {
            throw new UncheckedIOException("The static files can not be read", x);
        }
    }

    private static List<StaticPlace> places(Settings settings, StaticFiles files, List<App> apps) {
        List<StaticPlace> places = new ArrayList<>();
        for (StaticFiles.Dir dir : files.dirs()) {
            String prefix = dir.prefix().isEmpty() || dir.prefix().endsWith("/") ? dir.prefix() : dir.prefix() + "/";
            places.add(new StaticPlace.Folder(
                    prefix, settings.root().resolve(dir.path()).normalize()));
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        addResources(places, settings, loader == null ? StaticIndex.class.getClassLoader() : loader, "static/");
        for (App app : apps) {
            addResources(places, settings, app.getClass().getClassLoader(), app.resourcePrefix() + "static/");
        }
        return places;
    }

    /** The resources of a package; in debug mode their sources come first, so that an edit shows without a build. */
    private static void addResources(List<StaticPlace> places, Settings settings, ClassLoader loader, String folder) {
        Path source = settings.root().resolve(RESOURCES).resolve(folder).normalize();
        if (settings.debug() && Files.isDirectory(source)) places.add(new StaticPlace.Folder("", source));
        places.add(new StaticPlace.ClassPath(loader, folder));
    }
}
