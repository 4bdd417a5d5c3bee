package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quintet.orm.ConstraintState;
import quintet.orm.FieldState;
import quintet.orm.IndexState;
import quintet.orm.Operation;
import quintet.orm.internal.migrations.Comparison.FieldKey;
import quintet.orm.internal.migrations.Detection.Needs;
import quintet.orm.internal.migrations.schema.SchemaEditor;

/** Finds changes of indexes, constraints and groups of unique fields of models that stay. */
final class IndexChanges {
    private final Comparison c;
    private final Map<ModelKey, Indexes> indexes = new HashMap<>();
    private final Map<ModelKey, Constraints> constraints = new HashMap<>();

    IndexChanges(Comparison comparison) {
        this.c = comparison;
    }

    private record Renamed(String from, String to) {}

    private record Indexes(List<IndexState> added, List<IndexState> removed, List<Renamed> renamed) {}

    private record Constraints(
            List<ConstraintState> added, List<ConstraintState> removed, List<ConstraintState> altered) {}

    void find() {
        for (ModelKey key : c.kept) {
            indexes.put(
                    key, compareIndexes(c.oldModel(key).indexes(), c.to.get(key).indexes()));
            constraints.put(
                    key,
                    compareConstraints(
                            c.oldModel(key).constraints(), c.to.get(key).constraints()));
        }
    }

    private static Indexes compareIndexes(List<IndexState> before, List<IndexState> after) {
        List<IndexState> added = new ArrayList<>(after);
        added.removeAll(before);
        List<IndexState> removed = new ArrayList<>(before);
        removed.removeAll(after);
        List<Renamed> renamed = new ArrayList<>();
        for (IndexState now : List.copyOf(added)) {
            for (IndexState old : List.copyOf(removed)) {
                if (now.name("").equals(old.name("")) && added.contains(now)) {
                    renamed.add(new Renamed(old.name(), now.name()));
                    added.remove(now);
                    removed.remove(old);
                }
            }
        }
        return new Indexes(added, removed, renamed);
    }

    private static Constraints compareConstraints(List<ConstraintState> before, List<ConstraintState> after) {
        List<ConstraintState> altered = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (ConstraintState old : before) {
            for (ConstraintState now : after) {
                if (old.name().equals(now.name()) && !old.equals(now) && SchemaEditor.sameInDatabase(old, now)) {
                    altered.add(now);
                    names.add(now.name());
                }
            }
        }
        List<ConstraintState> added = new ArrayList<>(after);
        added.removeIf(x -> before.contains(x) || names.contains(x.name()));
        List<ConstraintState> removed = new ArrayList<>(before);
        removed.removeIf(x -> after.contains(x) || names.contains(x.name()));
        return new Constraints(added, removed, altered);
    }

    void removed() {
        for (ModelKey key : c.kept) {
            constraints
                    .getOrDefault(key, new Constraints(List.of(), List.of(), List.of()))
                    .removed()
                    .forEach(x -> c.add(key.app(), new Operation.RemoveConstraint(key.name(), x.name()), List.of()));
        }
        for (ModelKey key : c.kept) {
            indexes.getOrDefault(key, new Indexes(List.of(), List.of(), List.of()))
                    .removed()
                    .forEach(x -> c.add(key.app(), new Operation.RemoveIndex(key.name(), x.name()), List.of()));
        }
    }

    void renamed() {
        indexesOfKept((key, found) -> found.renamed()
                .forEach(x -> c.add(
                        key.app(), new Operation.RenameIndex(key.name(), x.to(), x.from(), List.of()), List.of())));
    }

    void added() {
        indexesOfKept((key, found) ->
                found.added().forEach(x -> c.add(key.app(), new Operation.AddIndex(key.name(), x), modelNeeds(key))));
        for (ModelKey key : c.kept) {
            Constraints found = constraints.getOrDefault(key, new Constraints(List.of(), List.of(), List.of()));
            found.added().forEach(x -> c.add(key.app(), new Operation.AddConstraint(key.name(), x), modelNeeds(key)));
        }
        for (ModelKey key : c.kept) {
            Constraints found = constraints.getOrDefault(key, new Constraints(List.of(), List.of(), List.of()));
            found.altered()
                    .forEach(x ->
                            c.add(key.app(), new Operation.AlterConstraint(key.name(), x.name(), x), modelNeeds(key)));
        }
    }

    private interface EachIndexes {
        void on(ModelKey key, Indexes found);
    }

    private void indexesOfKept(EachIndexes step) {
        for (ModelKey key : c.kept) {
            step.on(key, indexes.getOrDefault(key, new Indexes(List.of(), List.of(), List.of())));
        }
    }

    private List<Needs> modelNeeds(ModelKey key) {
        List<Needs> needs = new ArrayList<>();
        c.to.get(key).fields().values().forEach(f -> needs.addAll(Comparison.relationNeeds(key, f)));
        return needs;
    }

    /** A change of the groups of unique fields of one model. */
    private record Groups(ModelKey key, Set<List<String>> before, Set<List<String>> after, List<Needs> needs) {
        Set<List<String>> remaining() {
            Set<List<String>> both = new LinkedHashSet<>(after);
            both.retainAll(before);
            return both;
        }
    }

    private List<Groups> groups() {
        List<Groups> changes = new ArrayList<>();
        for (ModelKey key : c.kept) {
            ModelState now = c.to.get(key);
            Set<List<String>> before = new LinkedHashSet<>();
            for (List<String> group : c.oldModel(key).together("unique_together")) {
                before.add(group.stream()
                        .map(f -> c.renamedFields.getOrDefault(new FieldKey(key.app(), key.name(), f), f))
                        .toList());
            }
            Set<List<String>> after = new LinkedHashSet<>(now.together("unique_together"));
            if (!before.equals(after)) {
                List<Needs> needs = new ArrayList<>();
                for (List<String> group : after) {
                    for (String name : group) {
                        FieldState field = now.fields().get(name);
                        if (field != null) {
                            needs.addAll(Comparison.relationNeeds(key, field));
                        }
                    }
                }
                changes.add(new Groups(key, before, after, needs));
            }
        }
        return changes;
    }

    void removedGroups() {
        for (Groups change : groups()) {
            if (!change.before().isEmpty()) {
                add(change, change.remaining());
            }
        }
    }

    void alteredGroups() {
        for (Groups change : groups()) {
            if (!change.after().equals(change.remaining())) {
                add(change, change.after());
            }
        }
    }

    private void add(Groups change, Set<List<String>> groups) {
        ModelKey key = change.key();
        c.add(key.app(), new Operation.AlterUniqueTogether(key.name(), List.copyOf(groups)), change.needs());
    }
}
