package quintet.dev.internal.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quintet.dev.internal.FileTree;

/** What is known of the sources after the last good compilation: their stamps, the classes and sources they gave. */
final class BuildState {
    /** When a source was last written, and how long it was. */
    record Stamp(FileTime modified, long size) {}

    /** A source as it was compiled, and internal names of the classes it gave. */
    record Known(Stamp stamp, Set<String> classes) {}

    private final Map<Path, Known> sources = new HashMap<>();
    private final Map<String, ClassShape> shapes = new HashMap<>();
    private final Map<Path, Path> generatedFrom = new HashMap<>();
    private final Set<Path> failed = new HashSet<>();
    private boolean aggregating;

    /** The stamps of all sources below these folders, in order. */
    static Map<Path, Stamp> scan(Iterable<Path> roots) throws IOException {
        Map<Path, Stamp> found = new TreeMap<>();
        for (Path root : roots) {
            FileTree.walk(root, (file, attributes) -> {
                if (attributes.isRegularFile() && file.toString().endsWith(".java")) {
                    found.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
                }
            });
        }
        return found;
    }

    /** Sources that were there at the last good compilation and are no more. */
    Set<Path> deleted(Map<Path, Stamp> now) {
        Set<Path> deleted = new LinkedHashSet<>(sources.keySet());
        deleted.removeAll(now.keySet());
        return deleted;
    }

    /** Sources that are new, changed, or did not compile the last time. */
    Set<Path> changed(Map<Path, Stamp> now) {
        Set<Path> changed = new LinkedHashSet<>(failed);
        changed.retainAll(now.keySet());
        now.forEach((file, stamp) -> {
            Known known = sources.get(file);
            if (known == null || !known.stamp.equals(stamp)) {
                changed.add(file);
            }
        });
        return changed;
    }

    /** Internal names of the classes a source gave, those of its generated sources included. */
    Set<String> classesOf(Path source) {
        Known known = sources.get(source);
        return known == null ? Set.of() : known.classes;
    }

    /** The sources that were generated for a source. */
    Set<Path> generatedBy(Path source) {
        Set<Path> found = new LinkedHashSet<>();
        generatedFrom.forEach((generated, origin) -> {
            if (origin.equals(source)) {
                found.add(generated);
            }
        });
        return found;
    }

    /** A class as it was after the last good compilation. */
    @Nullable
    ClassShape shape(String internalName) {
        return shapes.get(internalName);
    }

    /** All classes. */
    Collection<ClassShape> shapes() {
        return shapes.values();
    }

    /** Sources with a class that names one of these, or that inherits from one that does. */
    Set<Path> dependents(Set<String> internalNames) {
        Set<Path> found = new LinkedHashSet<>();
        if (!internalNames.isEmpty()) {
            Set<String> wanted = withHeirs(internalNames);
            sources.forEach((file, known) -> {
                for (String name : known.classes) {
                    ClassShape shape = shapes.get(name);
                    if (shape != null
                            && (wanted.contains(name) && !internalNames.contains(name)
                                    || shape.references().stream().anyMatch(wanted::contains))) {
                        found.add(file);
                        return;
                    }
                }
            });
        }
        return found;
    }

    /** A class that inherits a changed member shows it to those who name only the heir. */
    private Set<String> withHeirs(Set<String> names) {
        Set<String> all = new HashSet<>(names);
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            String name = open.pop();
            for (ClassShape shape : shapes.values()) {
                if (shape.parents().contains(name) && all.add(shape.name())) {
                    open.push(shape.name());
                }
            }
        }
        return all;
    }

    /** Whether a processor wrote something that does not belong to one source, so that all must be compiled together. */
    boolean isAggregating() {
        return aggregating;
    }

    /** See {@link #isAggregating()}. */
    void aggregating(boolean value) {
        aggregating = value;
    }

    /** Remembers that these did not compile. */
    void fail(Set<Path> files) {
        failed.addAll(files);
    }

    /** Forgets what is known of a source. */
    void forget(Path source) {
        Known known = sources.remove(source);
        if (known != null) {
            known.classes.forEach(shapes::remove);
        }
        failed.remove(source);
        generatedFrom.values().removeIf(source::equals);
    }

    /** Remembers a source that compiled. */
    void learn(Path source, Stamp stamp, Set<String> classes) {
        sources.put(source, new Known(stamp, Set.copyOf(classes)));
        failed.remove(source);
    }

    /** Remembers classes and generated sources. */
    void learn(Map<String, ClassShape> newShapes, Map<Path, Path> newGenerated) {
        shapes.putAll(newShapes);
        generatedFrom.putAll(newGenerated);
    }

    Set<Path> failed() {
        return failed;
    }

    Map<Path, Known> sources() {
        return sources;
    }

    Map<Path, Path> generatedFrom() {
        return generatedFrom;
    }
}
