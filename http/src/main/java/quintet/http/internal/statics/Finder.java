package quintet.http.internal.statics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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

    /** All files of this name, the winner first. */
    public List<StaticFile> findAll(String name) {
        if (!StaticNames.isSafe(name)) return List.of();
        return places.stream()
                .map(place -> place.find(name))
                .filter(java.util.Objects::nonNull)
                .toList();
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
