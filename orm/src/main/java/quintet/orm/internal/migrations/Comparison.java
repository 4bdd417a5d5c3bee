package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import quintet.orm.FieldState;
import quintet.orm.MigrationQuestions;
import quintet.orm.Operation;
import quintet.orm.internal.migrations.Detection.Kind;
import quintet.orm.internal.migrations.Detection.Needs;

/** Two states under comparison and what was found so far: the common ground of the parts of the {@link Autodetector}. */
final class Comparison {
    /** A field by its model and name. */
    record FieldKey(String app, String model, String field) implements Comparable<FieldKey> {
        @Override
        public int compareTo(FieldKey o) {
            int byModel = new ModelKey(app, model).compareTo(new ModelKey(o.app, o.model));
            return byModel != 0 ? byModel : field.compareTo(o.field);
        }

        ModelKey key() {
            return new ModelKey(app, model);
        }
    }

    final ProjectState from;
    final ProjectState to;
    final MigrationQuestions questioner;
    final SortedSet<ModelKey> oldModels;
    final SortedSet<ModelKey> oldProxies;
    final SortedSet<ModelKey> oldUnmanaged;
    final SortedSet<ModelKey> newModels;
    final SortedSet<ModelKey> newProxies;
    final SortedSet<ModelKey> newUnmanaged;

    /** New key to old name. */
    final Map<ModelKey, String> renamedModels = new LinkedHashMap<>();
    /** New field to old name. */
    final Map<FieldKey, String> renamedFields = new LinkedHashMap<>();

    SortedSet<ModelKey> kept = new TreeSet<>();
    SortedSet<ModelKey> keptProxies = new TreeSet<>();
    SortedSet<ModelKey> keptUnmanaged = new TreeSet<>();
    SortedSet<FieldKey> oldFields = new TreeSet<>();
    SortedSet<FieldKey> newFields = new TreeSet<>();
    /** A model of pairs to the field that goes through it. */
    final Map<ModelKey, FieldKey> throughUsers = new HashMap<>();

    /** By app, in the order found. */
    final Map<String, List<Detection>> found = new LinkedHashMap<>();

    Comparison(ProjectState from, ProjectState to, MigrationQuestions questioner) {
        this.from = from;
        this.to = to;
        this.questioner = questioner;
        this.oldModels = keys(from, m -> m.managed() && !m.proxy());
        this.oldProxies = keys(from, m -> m.managed() && m.proxy());
        this.oldUnmanaged = keys(from, m -> !m.managed());
        this.newModels = keys(to, m -> m.managed() && !m.proxy());
        this.newProxies = keys(to, m -> m.managed() && m.proxy());
        this.newUnmanaged = keys(to, m -> !m.managed());
    }

    private static SortedSet<ModelKey> keys(ProjectState state, Predicate<ModelState> which) {
        SortedSet<ModelKey> keys = new TreeSet<>();
        state.models().values().stream().filter(which).forEach(m -> keys.add(m.key()));
        return keys;
    }

    void add(String app, Operation operation, List<Needs> needs) {
        found.computeIfAbsent(app, a -> new ArrayList<>()).add(Detection.of(operation, needs));
    }

    void addFirst(String app, Operation operation, List<Needs> needs) {
        found.computeIfAbsent(app, a -> new ArrayList<>()).addFirst(Detection.of(operation, needs));
    }

    /** Lists fields and models of pairs; to be called when the renamed models are known. */
    void prepareFields() {
        kept = both(oldModels, newModels);
        keptProxies = both(oldProxies, newProxies);
        keptUnmanaged = both(oldUnmanaged, newUnmanaged);
        for (ModelKey key : kept) {
            oldModel(key).fields().keySet().forEach(f -> oldFields.add(new FieldKey(key.app(), key.name(), f)));
            to.get(key).fields().keySet().forEach(f -> newFields.add(new FieldKey(key.app(), key.name(), f)));
        }
        for (ModelKey key : oldModels) {
            oldModel(key).fields().forEach((name, field) -> {
                if (field.option("through") instanceof String through) {
                    throughUsers.put(ModelKey.parse(through, key.app()), new FieldKey(key.app(), key.name(), name));
                }
            });
        }
    }

    /** The state before of a model that is known by its new name. */
    ModelState oldModel(ModelKey key) {
        return from.get(new ModelKey(key.app(), renamedModels.getOrDefault(key, key.name())));
    }

    static <T> SortedSet<T> both(Set<T> a, Set<T> b) {
        SortedSet<T> result = new TreeSet<>(a);
        result.retainAll(b);
        return result;
    }

    static <T> SortedSet<T> minus(Set<T> a, Set<T> b) {
        SortedSet<T> result = new TreeSet<>(a);
        result.removeAll(b);
        return result;
    }

    static <T> SortedSet<T> union(Set<T> a, Set<T> b) {
        SortedSet<T> result = new TreeSet<>(a);
        result.addAll(b);
        return result;
    }

    static boolean isRelation(FieldState field) {
        return field.option("to") != null;
    }

    /** What a relation needs: the model it points to, and the model of its pairs. */
    static List<Needs> relationNeeds(ModelKey owner, FieldState field) {
        List<Needs> needs = new ArrayList<>();
        for (String end : List.of("to", "through")) {
            if (field.option(end) instanceof String reference) {
                ModelKey key = reference.equals("self") ? owner : ModelKey.parse(reference, owner.app());
                needs.add(new Needs(key.app(), key.name(), null, Kind.CREATE));
            }
        }
        return needs;
    }

    /** Fields of any model that point to the key, by owner and name. */
    static Map<FieldKey, FieldState> incoming(ProjectState state, ModelKey key) {
        Map<FieldKey, FieldState> found = new LinkedHashMap<>();
        for (ModelState model : state.models().values()) {
            model.fields().forEach((name, field) -> {
                boolean points = relationNeeds(model.key(), field).stream()
                        .anyMatch(need -> need.key().equals(key));
                if (points) {
                    found.put(new FieldKey(model.app(), model.lowerName(), name), field);
                }
            });
        }
        return found;
    }
}
