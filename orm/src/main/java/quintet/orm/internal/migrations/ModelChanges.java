package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.Operation;
import quintet.orm.internal.migrations.Comparison.FieldKey;
import quintet.orm.internal.migrations.Detection.Kind;
import quintet.orm.internal.migrations.Detection.Needs;

/** Finds created, deleted and renamed models and changes of their options. */
final class ModelChanges {
    private static final List<String> DEFERRED =
            List.of("indexes", "constraints", "unique_together", "order_with_respect_to");

    private final Comparison c;

    ModelChanges(Comparison comparison) {
        this.c = comparison;
    }

    void renamed() {
        for (ModelKey key : Comparison.minus(c.newModels, c.oldModels)) {
            ModelState added = c.to.get(key);
            for (ModelKey gone : Comparison.minus(c.oldModels, c.newModels)) {
                ModelState removed = c.from.get(gone);
                if (gone.app().equals(key.app())
                        && agnostic(added).equals(agnostic(removed))
                        && c.questioner.renamedModel(gone.app(), removed.name(), added.name())) {
                    List<Needs> needs = new ArrayList<>();
                    added.fields().values().forEach(f -> needs.addAll(Comparison.relationNeeds(key, f)));
                    needs.removeIf(need -> need.key().equals(key));
                    c.add(key.app(), new Operation.RenameModel(removed.name(), added.name()), needs);
                    c.renamedModels.put(key, gone.name());
                    c.oldModels.remove(gone);
                    c.oldModels.add(key);
                    break;
                }
            }
        }
    }

    /** The fields in order without their names and targets. */
    private static List<FieldState> agnostic(ModelState model) {
        return model.fields().values().stream().map(f -> f.without("to")).toList();
    }

    void deleted() {
        SortedSet<ModelKey> now = Comparison.union(c.newModels, c.newUnmanaged);
        Comparison.minus(c.oldModels, now).forEach(this::delete);
        Comparison.minus(c.oldUnmanaged, now).forEach(this::delete);
    }

    private void delete(ModelKey key) {
        ModelState model = c.from.get(key);
        List<String> related =
                new ArrayList<>(new TreeSet<>(relatedFields(model).keySet()));
        if (!model.together("unique_together").isEmpty()) {
            c.add(key.app(), new Operation.AlterUniqueTogether(key.name(), List.of()), List.of());
        }
        related.forEach(name -> c.add(key.app(), new Operation.RemoveField(key.name(), name), List.of()));
        Set<Needs> needs = new LinkedHashSet<>();
        Comparison.incoming(c.from, key).forEach((field, state) -> {
            needs.add(new Needs(field.app(), field.model(), field.field(), Kind.REMOVE));
            if (!state.type().equals("ManyToManyField")) {
                needs.add(new Needs(field.app(), field.model(), field.field(), Kind.ALTER));
            }
        });
        related.forEach(name -> needs.add(new Needs(key.app(), key.name(), name, Kind.REMOVE)));
        FieldKey user = c.throughUsers.get(key);
        if (user != null) {
            needs.add(new Needs(user.app(), user.model(), user.field(), Kind.REMOVE));
        }
        c.add(key.app(), new Operation.DeleteModel(model.name()), List.copyOf(needs));
    }

    /** Relations that can be added after the model: not its key, not the link to its parent. */
    private static SortedMap<String, FieldState> relatedFields(ModelState model) {
        SortedMap<String, FieldState> related = new TreeMap<>();
        model.fields().forEach((name, field) -> {
            if (Comparison.isRelation(field) && !isKey(model, name, field) && !field.flag("parent_link", false)) {
                related.put(name, field);
            }
        });
        return related;
    }

    /** Whether a field is the primary key or part of one with several fields, which names foreign keys by their columns. */
    private static boolean isKey(ModelState model, String name, FieldState field) {
        FieldState key = model.fields().get("pk");
        return field.flag("primary_key", false)
                || (key != null
                        && key.option("fields") instanceof List<?> parts
                        && (parts.contains(name) || parts.contains(name + "_id")));
    }

    void created() {
        SortedSet<ModelKey> before = Comparison.union(c.oldModels, c.oldUnmanaged);
        List<ModelKey> added =
                new ArrayList<>(Comparison.minus(c.newModels, before).reversed());
        added.addAll(Comparison.minus(c.newUnmanaged, before).reversed());
        added.forEach(this::create);
    }

    private void create(ModelKey key) {
        ModelState model = c.to.get(key);
        SortedMap<String, FieldState> related = relatedFields(model);
        List<Needs> needs = new ArrayList<>();
        needs.add(new Needs(key.app(), key.name(), null, Kind.REMOVE));
        baseNeeds(model, needs);
        Map<String, FieldState> fields = new LinkedHashMap<>(model.fields());
        fields.forEach((name, field) -> {
            if (isKey(model, name, field) && Comparison.isRelation(field)) {
                needs.addAll(Comparison.relationNeeds(key, field));
            }
        });
        related.keySet().forEach(fields::remove);
        Map<String, @Nullable Object> options = new LinkedHashMap<>(model.options());
        options.keySet().removeAll(DEFERRED);
        c.addFirst(key.app(), new Operation.CreateModel(model.name(), fields, options, model.bases()), needs);
        if (model.managed()) {
            createRest(model, key, related);
        }
    }

    private void baseNeeds(ModelState model, List<Needs> needs) {
        for (String base : model.bases()) {
            ModelKey parent = ModelKey.parse(base, model.app());
            needs.add(new Needs(parent.app(), parent.name(), null, Kind.CREATE));
            ModelState before = c.from.find(parent);
            ModelState after = c.to.find(parent);
            if (before != null && after != null) {
                before.fields().keySet().stream()
                        .filter(f ->
                                !after.fields().containsKey(f) && model.fields().containsKey(f))
                        .forEach(f -> needs.add(new Needs(parent.app(), parent.name(), f, Kind.REMOVE)));
            }
        }
    }

    /** What must come after the model itself: relations, indexes, constraints. */
    private void createRest(ModelState model, ModelKey key, SortedMap<String, FieldState> related) {
        Needs self = new Needs(key.app(), key.name(), null, Kind.CREATE);
        related.forEach((name, field) -> {
            List<Needs> needs = new ArrayList<>(Comparison.relationNeeds(key, field));
            needs.add(self);
            c.add(key.app(), new Operation.AddField(key.name(), name, field, true), needs);
        });
        if (model.options().get("order_with_respect_to") instanceof String order) {
            c.add(
                    key.app(),
                    new Operation.AlterOrderWithRespectTo(key.name(), order),
                    List.of(new Needs(key.app(), key.name(), order, Kind.CREATE), self));
        }
        List<Needs> all = new ArrayList<>();
        related.keySet().forEach(name -> all.add(new Needs(key.app(), key.name(), name, Kind.CREATE)));
        all.add(self);
        model.indexes().forEach(index -> c.add(key.app(), new Operation.AddIndex(key.name(), index), all));
        model.constraints()
                .forEach(constraint -> c.add(key.app(), new Operation.AddConstraint(key.name(), constraint), all));
        List<List<String>> groups = model.together("unique_together");
        if (!groups.isEmpty()) {
            c.add(key.app(), new Operation.AlterUniqueTogether(key.name(), groups), all);
        }
    }

    void proxies() {
        for (ModelKey key : Comparison.minus(c.oldProxies, c.newProxies)) {
            c.add(key.app(), new Operation.DeleteModel(c.from.get(key).name()), List.of());
        }
        for (ModelKey key : Comparison.minus(c.newProxies, c.oldProxies)) {
            ModelState model = c.to.get(key);
            List<Needs> needs = new ArrayList<>();
            needs.add(new Needs(key.app(), key.name(), null, Kind.REMOVE));
            baseNeeds(model, needs);
            c.add(key.app(), new Operation.CreateModel(model.name(), Map.of(), model.options(), model.bases()), needs);
        }
    }

    void options() {
        SortedSet<ModelKey> keys = Comparison.union(c.kept, c.keptProxies);
        keys.addAll(c.keptUnmanaged);
        keys.addAll(Comparison.both(c.oldUnmanaged, c.newModels));
        keys.addAll(Comparison.both(c.oldModels, c.newUnmanaged));
        for (ModelKey key : keys) {
            Map<String, @Nullable Object> before = alterable(c.oldModel(key));
            Map<String, @Nullable Object> after = alterable(c.to.get(key));
            if (!before.equals(after)) {
                c.add(key.app(), new Operation.AlterModelOptions(key.name(), after), List.of());
            }
        }
    }

    private static Map<String, @Nullable Object> alterable(ModelState model) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>(model.options());
        options.keySet().retainAll(OperationState.ALTERABLE_OPTIONS);
        return options;
    }

    void orderWithRespectTo() {
        for (ModelKey key : c.kept) {
            Object before = c.oldModel(key).options().get("order_with_respect_to");
            Object after = c.to.get(key).options().get("order_with_respect_to");
            if (!Objects.equals(before, after)) {
                String field = after == null ? null : after.toString();
                List<Needs> needs =
                        field == null ? List.of() : List.of(new Needs(key.app(), key.name(), field, Kind.CREATE));
                c.add(key.app(), new Operation.AlterOrderWithRespectTo(key.name(), field), needs);
            }
        }
    }

    void tables() {
        SortedSet<ModelKey> keys = Comparison.union(c.kept, c.keptProxies);
        keys.addAll(c.keptUnmanaged);
        for (ModelKey key : keys) {
            String table = text(c.to.get(key), "db_table");
            if (!Objects.equals(text(c.oldModel(key), "db_table"), table)) {
                c.add(key.app(), new Operation.AlterModelTable(key.name(), table), List.of());
            }
            String comment = text(c.to.get(key), "db_table_comment");
            if (!Objects.equals(text(c.oldModel(key), "db_table_comment"), comment)) {
                c.add(key.app(), new Operation.AlterModelTableComment(key.name(), comment), List.of());
            }
        }
    }

    private static @Nullable String text(ModelState model, String option) {
        return model.options().get(option) instanceof String text ? text : null;
    }
}
