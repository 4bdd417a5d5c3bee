package quintet.orm.internal.migrations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.orm.Migration;
import quintet.orm.Migration.Dependency;

/** The migrations of all apps and which must come before which. */
public final class MigrationGraph {
    private final SortedMap<Dependency, Migration> nodes = new TreeMap<>();
    private final Map<Dependency, SortedSet<Dependency>> parents = new HashMap<>();
    private final Map<Dependency, SortedSet<Dependency>> children = new HashMap<>();

    void add(Dependency key, Migration migration) {
        nodes.put(key, migration);
        parents.put(key, new TreeSet<>());
        children.put(key, new TreeSet<>());
    }

    void connect(Dependency child, Dependency parent) {
        if (!nodes.containsKey(parent)) {
            throw new MigrationException("Migration " + child + " depends on " + parent + ", which does not exist."
                    + suggestion(parent) + " Correct its dependencies().");
        }
        parents(child).add(parent);
        children(parent).add(child);
    }

    private String suggestion(Dependency missing) {
        List<String> names = nodes.keySet().stream()
                .filter(key -> key.app().equals(missing.app()))
                .map(Dependency::name)
                .toList();
        return names.isEmpty()
                ? " There are no migrations of an app '" + missing.app() + "'."
                : " App '" + missing.app() + "' has " + names + ".";
    }

    private SortedSet<Dependency> parents(Dependency key) {
        return parents.computeIfAbsent(key, k -> new TreeSet<>());
    }

    private SortedSet<Dependency> children(Dependency key) {
        return children.computeIfAbsent(key, k -> new TreeSet<>());
    }

    /** Whether there is such a migration. */
    public boolean has(Dependency key) {
        return nodes.containsKey(key);
    }

    /** A migration that must be there. */
    public Migration get(Dependency key) {
        Migration migration = nodes.get(key);
        if (migration == null) {
            throw new MigrationException("There is no migration " + key + "." + suggestion(key));
        }
        return migration;
    }

    /** All keys in order. */
    public List<Dependency> keys() {
        return List.copyOf(nodes.keySet());
    }

    /** What must come directly before. */
    public List<Dependency> before(Dependency key) {
        return List.copyOf(parents(key));
    }

    /** What comes directly after. */
    public List<Dependency> after(Dependency key) {
        return List.copyOf(children(key));
    }

    /** The first migrations of an app: those that follow none of the same app. */
    public List<Dependency> roots(String app) {
        return nodes.keySet().stream()
                .filter(key -> key.app().equals(app))
                .filter(key -> parents(key).stream().noneMatch(p -> p.app().equals(app)))
                .toList();
    }

    /** The last migrations of an app, or of all when it is null: those no other of the same app follows. */
    public List<Dependency> leaves(@Nullable String app) {
        return nodes.keySet().stream()
                .filter(key -> app == null || key.app().equals(app))
                .filter(key -> children(key).stream().noneMatch(c -> c.app().equals(key.app())))
                .toList();
    }

    /** The last migration of each app. */
    public Map<String, Dependency> leafByApp() {
        Map<String, Dependency> leaves = new TreeMap<>();
        leaves(null).forEach(leaf -> leaves.put(leaf.app(), leaf));
        return leaves;
    }

    /** Apps with more than one last migration. */
    public SortedMap<String, List<Dependency>> conflicts() {
        SortedMap<String, List<Dependency>> conflicts = new TreeMap<>();
        leaves(null)
                .forEach(leaf -> conflicts
                        .computeIfAbsent(leaf.app(), app -> new ArrayList<>())
                        .add(leaf));
        conflicts.values().removeIf(leaves -> leaves.size() < 2);
        return conflicts;
    }

    /** The migration and all that must come before it, in order. */
    public List<Dependency> forwards(Dependency target) {
        get(target);
        return walk(target, parents);
    }

    /** The migration and all that depend on it, in the order in which they can be undone. */
    public List<Dependency> backwards(Dependency target) {
        get(target);
        return walk(target, children);
    }

    /** All that the targets need, each once, in order. */
    public List<Dependency> forwards(List<Dependency> targets) {
        Set<Dependency> all = new LinkedHashSet<>();
        targets.forEach(target -> all.addAll(forwards(target)));
        return List.copyOf(all);
    }

    private record Visit(Dependency key, boolean done) {}

    private static List<Dependency> walk(Dependency start, Map<Dependency, SortedSet<Dependency>> next) {
        Set<Dependency> visited = new LinkedHashSet<>();
        Deque<Visit> stack = new ArrayDeque<>();
        stack.push(new Visit(start, false));
        while (!stack.isEmpty()) {
            Visit visit = stack.pop();
            if (visited.contains(visit.key())) {
                continue;
            }
            if (visit.done()) {
                visited.add(visit.key());
                continue;
            }
            stack.push(new Visit(visit.key(), true));
            next.getOrDefault(visit.key(), new TreeSet<>()).forEach(key -> stack.push(new Visit(key, false)));
        }
        return List.copyOf(visited);
    }

    /** Fails when migrations depend on each other in a circle. */
    void ensureNoCircle() {
        Map<Dependency, Integer> open = new HashMap<>();
        nodes.keySet().forEach(key -> open.put(key, parents(key).size()));
        Deque<Dependency> ready = new ArrayDeque<>();
        nodes.keySet().stream().filter(key -> parents(key).isEmpty()).forEach(ready::add);
        while (!ready.isEmpty()) {
            Dependency key = ready.remove();
            open.remove(key);
            for (Dependency child : children(key)) {
                if (open.merge(child, -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
        if (!open.isEmpty()) {
            throw new MigrationException("These migrations depend on each other in a circle: "
                    + new TreeSet<>(open.keySet()) + ". Take one dependency out.");
        }
    }

    /** Takes a migration out; what was before and after it stays connected through {@code standIn}, or is cut. */
    void replace(Dependency gone, @Nullable Dependency standIn) {
        SortedSet<Dependency> before = parents.remove(gone);
        SortedSet<Dependency> after = children.remove(gone);
        nodes.remove(gone);
        if (before != null) {
            before.forEach(parent -> {
                children(parent).remove(gone);
                if (standIn != null && !parent.equals(standIn)) {
                    parents(standIn).add(parent);
                    children(parent).add(standIn);
                }
            });
        }
        if (after != null) {
            after.forEach(child -> {
                parents(child).remove(gone);
                if (standIn != null && !child.equals(standIn)) {
                    parents(child).add(standIn);
                    children(standIn).add(child);
                }
            });
        }
    }
}
