package quintet.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code conform/passing.txt}: a line {@code KIND id} for every case that passes and must go on passing. */
public final class PassingList {
    private final SortedMap<String, SortedSet<String>> ids;

    private PassingList(SortedMap<String, SortedSet<String>> ids) {
        this.ids = ids;
    }

    /** Reads the list; a file that is not there is an empty list. */
    public static PassingList read(Path file) throws IOException {
        SortedMap<String, SortedSet<String>> ids = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int space = line.indexOf(' ');
                if (space > 0 && !line.startsWith("#")) {
                    ids.computeIfAbsent(line.substring(0, space), kind -> new TreeSet<>())
                            .add(line.substring(space + 1));
                }
            }
        }
        return new PassingList(ids);
    }

    /** The kinds with passing cases. */
    public Set<String> kinds() {
        return ids.keySet();
    }

    /** The passing ids of a kind. */
    public Set<String> of(String kind) {
        return ids.getOrDefault(kind, new TreeSet<>());
    }

    /** Replaces a kind's ids. */
    public PassingList with(String kind, Collection<String> passing) {
        SortedMap<String, SortedSet<String>> changed = new TreeMap<>(ids);
        changed.put(kind, new TreeSet<>(passing));
        return new PassingList(changed);
    }

    /** Writes the list, sorted. */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Recorded cases that pass: KIND id. Rewritten by bin/conform KIND FILE --record conform/passing.txt");
        ids.forEach((kind, passing) -> passing.forEach(id -> lines.add(kind + " " + id)));
        Files.write(file, lines);
    }
}
