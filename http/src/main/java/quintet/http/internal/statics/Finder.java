package quintet.http.internal.statics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds static files in several places; the first place that has a name wins. */
public final class Finder {
    private final List<StaticPlace> places;

    /** Looks in these places, in this order. */
    public Finder(List<StaticPlace> places) {
        this.places = List.copyOf(places);
    }

    /** The file of this name, or null; also null for names that are no plain relative path. */
    public @Nullable StaticFile find(String name) {
        if (!StaticNames.isSafe(name)) return null;
        for (StaticPlace place : places) {
            StaticFile file = place.find(name);
            if (file != null) return file;
        }
        return null;
    }

    /** All files of this name, the winner first; one that is found by several ways is there once. */
    public List<StaticFile> findAll(String name) {
        if (!StaticNames.isSafe(name)) return List.of();
        Map<String, StaticFile> found = new LinkedHashMap<>();
        for (StaticPlace place : places) {
            StaticFile file = place.find(name);
            if (file != null) found.putIfAbsent(identity(file), file);
        }
        return List.copyOf(found.values());
    }

    /** In debug mode the folder of an app's sources is a place, and it may be on the class path as well. */
    private static String identity(StaticFile file) {
        if (!(file instanceof StaticFile.OnDisk disk)) return file.place();
        try {
            return disk.path().toRealPath().toString();
        } catch (IOException x) {
            return file.place();
        }
    }

    /** All files by name, shadowed ones left out. */
    public SortedMap<String, StaticFile> all() {
        SortedMap<String, StaticFile> all = new TreeMap<>();
        for (StaticPlace place : places) {
            try {
                for (String name : place.names()) {
                    StaticFile file = all.containsKey(name) ? null : place.find(name);
                    if (file != null) all.put(name, file);
                }
            } catch (IOException x) {
                throw new UncheckedIOException("The static files in " + place.describe() + " can not be listed", x);
            }
        }
        return all;
    }

    /** The places searched, for messages. */
    public List<String> describe() {
        return places.stream().map(StaticPlace::describe).toList();
    }
}
