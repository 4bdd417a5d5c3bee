package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.fields.OnDelete;
import quintet.orm.Atomic;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.Deleted;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.ReverseMeta;
import quintet.orm.Row;
import quintet.orm.Signals;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.RowState;
import quintet.orm.internal.db.Transaction;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Deletes objects and what depends on them, as each foreign key says. Answers to Django's deletion collector. */
public final class Deleter {
    private final Db db;
    private final Object origin;
    private final Map<ModelMeta<?>, Map<Object, KeyedModel<?>>> doomed = new LinkedHashMap<>();
    private final DeletionOrder order = new DeletionOrder();
    private final DeletionBlockers blockers = new DeletionBlockers();
    private final List<FieldChange> changes = new ArrayList<>();
    private final List<Links> links = new ArrayList<>();

    /** Whether all rows are wanted by name, also those that could go unread. */
    private boolean planning;

    /** New values of a foreign key: in the rows with these keys, or in those where it has one of these values. */
    private record FieldChange(FieldMeta field, @Nullable Object value, boolean byKey, List<Object> keys) {}

    /** Rows of a table between two models. */
    private record Links(ModelMeta<?> through, FieldMeta field, List<Object> keys) {}

    private Deleter(Db db, Object origin) {
        this.db = db;
        this.origin = origin;
    }

    /** Deletes one object. */
    public static Deleted delete(KeyedModel<?> object, @Nullable String database) {
        if (object.key() == null) {
            throw new QueryError(
                    "A " + object.meta().objectName() + " without a key cannot be deleted: it is not in the database.");
        }
        Db db = database != null ? Databases.current().get(database) : Engine.writing(object);
        return delete(db, List.of(object), object);
    }

    /** The objects that deleting some of one model would delete, by model. */
    public static Map<ModelMeta<?>, List<KeyedModel<?>>> plan(
            List<? extends KeyedModel<?>> objects, @Nullable String database) {
        if (objects.isEmpty()) {
            return Map.of();
        }
        Db db = database != null ? Databases.current().get(database) : Engine.writing(objects.getFirst());
        Deleter deleter = new Deleter(db, objects.getFirst());
        deleter.planning = true;
        deleter.collect(objects);
        deleter.blockers.check(deleter.doomed);
        Map<ModelMeta<?>, List<KeyedModel<?>>> rows = new LinkedHashMap<>();
        deleter.doomed.forEach((meta, doomed) -> rows.put(meta, List.copyOf(doomed.values())));
        return Collections.unmodifiableMap(rows);
    }

    /** Deletes objects of one model. */
    static Deleted delete(Db db, List<? extends KeyedModel<?>> objects, Object origin) {
        if (objects.isEmpty()) {
            return new Deleted(0, Map.of());
        }
        if (objects.size() == 1 && FastDeletes.possible(objects.getFirst().meta(), null)) {
            return one(db, objects.getFirst());
        }
        Atomic options = new Atomic(db.alias(), false, false);
        return Transaction.<Deleted, RuntimeException>run(db, options, () -> {
            Deleter deleter = new Deleter(db, origin);
            deleter.collect(objects);
            deleter.blockers.check(deleter.doomed);
            return deleter.run();
        });
    }

    /** An object that nothing depends on. */
    private static Deleted one(Db db, KeyedModel<?> object) {
        ModelMeta<?> meta = object.meta();
        Query all = meta.type() == Row.class ? Query.of(meta) : meta.rows().query();
        int rows = Changes.deleteRows(Keys.filter(all.using(db.alias()), Objects.requireNonNull(object.key())));
        forget(object);
        return new Deleted(rows, Map.of(meta.label(), rows));
    }

    private void collect(List<? extends KeyedModel<?>> objects) {
        List<KeyedModel<?>> added = add(objects);
        if (added.isEmpty()) {
            return;
        }
        ModelMeta<?> meta = added.getFirst().meta();
        collectParents(meta, added);
        List<Object> keys = new ArrayList<>();
        added.forEach(object -> keys.add(Objects.requireNonNull(object.key())));
        for (FieldMeta many : meta.manyToMany()) {
            addLinks(many, many.throughSource(), keys);
        }
        for (ReverseMeta back : meta.backs()) {
            boolean toSibling = back.field().isParentLink() && back.target().concrete() != meta.concrete();
            if (back.field().isManyToMany()) {
                addLinks(back.field(), back.field().throughTarget(), keys);
            } else if (!toSibling) {
                follow(back, added);
            }
        }
        collectGeneric(meta, added);
        blockers.checkProtected();
    }

    /** Rows that name an object by its model and key, without a foreign key. */
    @SuppressWarnings("unchecked") // asked with objects of the model
    private void collectGeneric(ModelMeta<?> meta, List<KeyedModel<?>> objects) {
        var access = (quintet.orm.ModelAccess<Object>) meta.access();
        for (KeyedModel<?> object : objects) {
            for (quintet.orm.Queries<?> rows : access.dependants(object)) {
                List<KeyedModel<?>> found = new ArrayList<>();
                rows.all().using(db.alias()).list().forEach(row -> found.add((KeyedModel<?>) row));
                if (!found.isEmpty()) {
                    order.first(found.getFirst().meta(), meta);
                    collect(found);
                }
            }
        }
    }

    /** Notes objects that go, and gives those that were not noted yet. */
    private List<KeyedModel<?>> add(List<? extends KeyedModel<?>> objects) {
        ModelMeta<?> meta = objects.getFirst().meta();
        Map<Object, KeyedModel<?>> known = doomed.computeIfAbsent(meta, m -> new LinkedHashMap<>());
        List<KeyedModel<?>> added = new ArrayList<>();
        for (KeyedModel<?> object : objects) {
            if (known.putIfAbsent(Objects.requireNonNull(object.key()), object) == null) {
                added.add(object);
            }
        }
        return added;
    }

    /** The rows of a child's parents go too, after its own. What points to them was found through the child. */
    private void collectParents(ModelMeta<?> meta, List<KeyedModel<?>> children) {
        FieldMeta link = meta.parentLink();
        if (link == null) {
            return;
        }
        ModelMeta<?> parent = link.target().concrete();
        order.first(meta, parent);
        List<KeyedModel<?>> parents = new ArrayList<>();
        children.forEach(child -> parents.add(Children.parent(child, parent)));
        List<KeyedModel<?>> added = add(parents);
        if (!added.isEmpty()) {
            collectParents(parent, added);
        }
    }

    private void addLinks(FieldMeta many, FieldMeta column, List<Object> keys) {
        if (many.hasAutomaticThrough()) {
            links.add(new Links(many.through(), column, keys));
        }
    }

    private void follow(ReverseMeta back, List<KeyedModel<?>> objects) {
        FieldMeta field = back.field();
        OnDelete rule = field.onDelete();
        if (rule == OnDelete.DO_NOTHING || rule.isDatabase()) {
            return;
        }
        ModelMeta<?> target = objects.getFirst().meta();
        if (rule == OnDelete.CASCADE && !planning && FastDeletes.possible(field.model(), field)) {
            links.add(new Links(field.model(), field, values(field, objects)));
            return;
        }
        if (rule == OnDelete.SET_NULL || rule == OnDelete.SET) {
            Object value = rule == OnDelete.SET ? field.onDeleteValue().orElse(null) : null;
            changes.add(new FieldChange(field, value, false, values(field, objects)));
            return;
        }
        order.first(back.model(), target);
        List<KeyedModel<?>> dependants = dependants(field, objects);
        if (dependants.isEmpty()) {
            return;
        }
        switch (rule) {
            case CASCADE -> collect(dependants);
            case PROTECT -> blockers.protect(back, dependants);
            case RESTRICT -> blockers.restrict(back, dependants);
            case SET_DEFAULT -> change(field, field.defaultValue(), dependants);
            default -> {}
        }
    }

    private void change(FieldMeta field, @Nullable Object value, List<KeyedModel<?>> objects) {
        List<Object> keys = new ArrayList<>();
        objects.forEach(object -> keys.add(Objects.requireNonNull(object.key())));
        changes.add(new FieldChange(field, value, true, keys));
    }

    /** What a foreign key has that points to the objects. */
    private static List<Object> values(FieldMeta field, List<KeyedModel<?>> objects) {
        List<Object> values = new ArrayList<>();
        for (KeyedModel<?> object : objects) {
            Object value = field.targetValue(object);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private List<KeyedModel<?>> dependants(FieldMeta field, List<KeyedModel<?>> objects) {
        List<KeyedModel<?>> found = new ArrayList<>();
        for (List<Object> portion : Keys.portions(values(field, objects))) {
            Query query = field.model().baseRows().query().using(db.alias()).orderBy(List.of());
            for (Object object : Engine.objects(query.filter(Keys.in(field.attribute(), portion)))) {
                found.add((KeyedModel<?>) object);
            }
        }
        return found;
    }

    private Deleted run() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        tell(true);
        for (Links link : links) {
            int rows = delete(link.through(), link.field().attribute(), link.keys());
            count(counts, link.through(), rows);
        }
        for (FieldChange change : changes) {
            update(change);
        }
        for (ModelMeta<?> meta : order.of(doomed.keySet())) {
            Collection<Object> keys = Objects.requireNonNull(doomed.get(meta)).keySet();
            count(counts, meta, delete(meta, "pk", keys));
        }
        tell(false);
        doomed.values().forEach(objects -> objects.values().forEach(Deleter::forget));
        return new Deleted(counts.values().stream().mapToInt(Integer::intValue).sum(), Map.copyOf(counts));
    }

    private static void count(Map<String, Integer> counts, ModelMeta<?> meta, int rows) {
        if (rows > 0) {
            counts.merge(meta.label(), rows, Integer::sum);
        }
    }

    private void tell(boolean pre) {
        var signal = pre ? Signals.PRE_DELETE : Signals.POST_DELETE;
        doomed.forEach((meta, objects) -> {
            if (signal.hasListeners(meta.type())) {
                objects.values()
                        .forEach(object ->
                                signal.send(meta.type(), new Signals.DeleteEvent<>(object, db.alias(), origin)));
            }
        });
    }

    private int delete(ModelMeta<?> meta, String field, Collection<Object> keys) {
        Query all = meta.type() == Row.class ? Query.of(meta) : meta.rows().query();
        int rows = 0;
        for (List<Object> portion : Keys.portions(keys)) {
            rows += Changes.deleteRows(all.using(db.alias()).filter(Keys.in(field, portion)));
        }
        return rows;
    }

    private void update(FieldChange change) {
        for (List<Object> portion : Keys.portions(change.keys())) {
            String by = change.byKey() ? "pk" : change.field().attribute();
            Query rows = change.field().model().rows().query().using(db.alias()).filter(Keys.in(by, portion));
            Changes.update(
                    rows, List.of(new quintet.orm.Assignment<>(change.field().name(), new Node.Param(change.value()))));
        }
    }

    /** A deleted object is as new, without its generated key. */
    private static void forget(KeyedModel<?> object) {
        Backdoor.get().state(object, RowState.NEW);
        FieldMeta key = object.meta().tables().getFirst().key();
        if (key.kind().isAuto()) {
            key.set(object, null);
        }
    }
}
