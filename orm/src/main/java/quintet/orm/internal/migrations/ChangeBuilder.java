package quintet.orm.internal.migrations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import quintet.orm.Migration.Dependency;
import quintet.orm.Operation;
import quintet.orm.internal.meta.ModelRegistry;
import quintet.orm.internal.migrations.Detection.Needs;

/** Sorts detected operations by what they need and cuts them into migrations. */
final class ChangeBuilder {
    private final Map<String, List<Detection>> waiting = new TreeMap<>();
    private final Map<String, Dependency> leaves;
    private final Map<String, List<Change>> built = new LinkedHashMap<>();

    ChangeBuilder(Map<String, List<Detection>> found, Map<String, Dependency> leaves) {
        this.leaves = leaves;
        found.forEach((app, operations) -> waiting.put(app, sorted(app, operations)));
    }

    /** Operations of one app in an order that meets their needs, otherwise in the order found. */
    private static List<Detection> sorted(String app, List<Detection> operations) {
        Order order = new Order(operations.size());
        for (int i = 0; i < operations.size(); i++) {
            order.node(i);
            for (Needs need : operations.get(i).needs()) {
                if (!need.app().equals(app)) {
                    continue;
                }
                for (int j = 0; j < operations.size(); j++) {
                    if (need.metBy(operations.get(j).operation())) {
                        order.after(i, j);
                    }
                }
            }
        }
        return order.sorted().stream().map(operations::get).toList();
    }

    /** A topological order by generations; within one, nodes come in the order they were first mentioned. */
    private static final class Order {
        private final LinkedHashSet<Integer> nodes = new LinkedHashSet<>();
        private final List<List<Integer>> successors = new ArrayList<>();
        private final int[] open;

        Order(int size) {
            open = new int[size];
            for (int i = 0; i < size; i++) {
                successors.add(new ArrayList<>());
            }
        }

        void node(int i) {
            nodes.add(i);
        }

        void after(int i, int earlier) {
            nodes.add(earlier);
            successors.get(earlier).add(i);
            open[i]++;
        }

        List<Integer> sorted() {
            List<Integer> result = new ArrayList<>();
            Deque<Integer> ready = new ArrayDeque<>();
            nodes.stream().filter(i -> open[i] == 0).forEach(ready::add);
            while (!ready.isEmpty()) {
                int node = ready.remove();
                result.add(node);
                for (int next : successors.get(node)) {
                    if (--open[next] == 0) {
                        ready.add(next);
                    }
                }
            }
            if (result.size() < nodes.size()) {
                throw new MigrationException("The changes of the models depend on each other in a circle");
            }
            return result;
        }
    }

    Map<String, List<Change>> build() {
        boolean chop = false;
        int left = left();
        while (left > 0) {
            for (String app : List.copyOf(waiting.keySet())) {
                if (cut(app, chop)) {
                    chop = false;
                }
            }
            int now = left();
            if (now == left) {
                if (chop) {
                    throw new MigrationException("Cannot put the changes of the models into an order: "
                            + waiting.values().stream()
                                    .flatMap(List::stream)
                                    .map(d -> d.operation().describe())
                                    .toList());
                }
                chop = true;
            }
            left = now;
        }
        return optimized();
    }

    private int left() {
        return waiting.values().stream().mapToInt(List::size).sum();
    }

    /** Takes the operations of an app that can go now; makes a migration if these are all, or if it must be. */
    private boolean cut(String app, boolean chop) {
        List<Detection> operations = waiting.getOrDefault(app, List.of());
        List<Detection> taken = new ArrayList<>();
        Set<Dependency> dependencies = new LinkedHashSet<>();
        for (Detection detection : operations) {
            Set<Dependency> own = new LinkedHashSet<>();
            if (!satisfied(app, detection, chop, own)) {
                break;
            }
            taken.add(detection);
            dependencies.addAll(own);
        }
        boolean all = taken.size() == operations.size();
        if (taken.isEmpty() || !(all || chop)) {
            return false;
        }
        waiting.put(app, operations.subList(taken.size(), operations.size()));
        List<Change> changes = built.computeIfAbsent(app, a -> new ArrayList<>());
        List<Operation> steps = taken.stream().map(Detection::operation).toList();
        changes.add(new Change(
                app, "auto_" + (changes.size() + 1), !leaves.containsKey(app), List.copyOf(dependencies), steps));
        return true;
    }

    private boolean satisfied(String app, Detection detection, boolean chop, Set<Dependency> own) {
        for (Needs need : detection.needs()) {
            if (need.app().equals(app)) {
                continue;
            }
            boolean pending = waiting.getOrDefault(need.app(), List.of()).stream()
                    .anyMatch(other -> need.metBy(other.operation()));
            if (pending) {
                return false;
            }
            List<Change> made = built.get(need.app());
            if (ModelRegistry.current().swappable(need.app() + "." + need.model()) != null) {
                own.add(new Dependency(need.app(), "__first__"));
            } else if (made != null) {
                own.add(new Dependency(need.app(), made.getLast().name()));
            } else if (!chop) {
                return false;
            } else {
                Dependency leaf = leaves.get(need.app());
                own.add(leaf != null ? leaf : new Dependency(need.app(), "__first__"));
            }
        }
        return true;
    }

    private Map<String, List<Change>> optimized() {
        Map<String, List<Change>> result = new LinkedHashMap<>();
        built.forEach((app, changes) -> {
            List<Change> done = new ArrayList<>();
            for (Change change : changes) {
                List<Dependency> dependencies = new ArrayList<>(change.dependencies());
                if (!done.isEmpty()) {
                    Dependency previous = new Dependency(app, done.getLast().name());
                    if (!dependencies.contains(previous)) {
                        dependencies.add(previous);
                    }
                }
                done.add(change.depending(List.copyOf(dependencies))
                        .doing(new Optimizer(app).optimize(change.operations())));
            }
            result.put(app, done);
        });
        return result;
    }
}
