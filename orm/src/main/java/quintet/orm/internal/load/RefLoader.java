package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.DoesNotExist;
import quintet.orm.FetchBlocked;
import quintet.orm.FetchMode;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.Ref;
import quintet.orm.ReverseMeta;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.RowGroup;
import quintet.orm.internal.meta.ModelRegistry;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Loads what references point to: for one row, or for all that were loaded with it. */
public final class RefLoader {
    private static final Backdoor DOOR = Backdoor.get();

    private RefLoader() {}

    /** Fills a reference, and those of the rows of its group. */
    public static void load(Ref<?> ref, Class<?> type, @Nullable Object context, int field, @Nullable String backName) {
        if (backName != null && context instanceof KeyedModel<?> owner) {
            back(ref, owner, backName);
        } else if (context instanceof RowGroup group
                && field >= 0
                && !group.rows().isEmpty()) {
            peers(ref, group, field);
        } else {
            if (context instanceof RowGroup group && group.mode() == FetchMode.RAISE) {
                throw raise(type.getSimpleName());
            }
            ModelMeta<?> target = ModelRegistry.current().concrete(type, "A reference");
            alone(ref, target, context instanceof RowGroup group ? group : null);
        }
    }

    private static FetchBlocked raise(String what) {
        return new FetchBlocked("The query runs with FetchMode.RAISE and " + what
                + " was not asked for. Add selectRelated(...) or prefetchRelated(...) to the query.");
    }

    private static void alone(Ref<?> ref, ModelMeta<?> target, @Nullable RowGroup group) {
        Object key = DOOR.key(ref);
        String path = target.hasCompositeKey() ? "pk" : target.key().name();
        Query query = FetchModes.following(target.baseRows().query(), group)
                .filter(new Node.Lookup(new Node.Path(path), "exact", new Node.Param(key)));
        List<Object> found = Engine.objects(query);
        if (found.isEmpty()) {
            throw missing(target, key);
        }
        DOOR.fill(ref, found.getFirst());
    }

    private static DoesNotExist missing(ModelMeta<?> target, @Nullable Object key) {
        return new DoesNotExist(
                target.objectName() + " matching query does not exist: there is none with the key " + key + ".",
                target);
    }

    private static void peers(Ref<?> ref, RowGroup group, int index) {
        KeyedModel<?> first = group.rows().getFirst();
        FieldMeta field = first.meta().declaredColumns().get(index);
        List<KeyedModel<?>> rows = group.rows();
        List<Ref<?>> waiting = new ArrayList<>();
        for (KeyedModel<?> row : rows) {
            if (field.get(row) instanceof Ref<?> peer && !DOOR.isLoaded(peer) && DOOR.key(peer) != null) {
                if (field.isParentLink() && Children.hasParent(row, field.target())) {
                    DOOR.fill(peer, Children.parent(row, field.target().concrete()));
                } else {
                    waiting.add(peer);
                }
            }
        }
        if (DOOR.isLoaded(ref)) {
            return;
        }
        if (!waiting.contains(ref)) {
            waiting.add(ref);
        }
        fill(waiting, field, first);
        if (!DOOR.isLoaded(ref)) {
            throw missing(field.target(), DOOR.key(ref));
        }
    }

    /** Fills references with one query; those whose row is not there stay as they are. */
    static List<Object> fill(List<Ref<?>> refs, FieldMeta field, KeyedModel<?> owner) {
        ModelMeta<?> target = field.target();
        String path = field.targetPath();
        List<Object> keys = new ArrayList<>();
        refs.forEach(ref -> keys.add(DOOR.key(ref)));
        Map<Object, Object> byKey = new HashMap<>();
        List<Object> all = new ArrayList<>();
        for (List<Object> portion : Keys.portions(keys)) {
            Query base = FetchModes.following(target.baseRows().query(), owner);
            Query query = portion.size() == 1
                    ? base.filter(new Node.Lookup(new Node.Path(path), "exact", new Node.Param(portion.getFirst())))
                    : base.filter(Keys.in(path, portion));
            for (Object object : Engine.objects(query.orderBy(List.of()))) {
                byKey.put(plain(field.targetValue((KeyedModel<?>) object)), object);
                all.add(object);
            }
        }
        for (Ref<?> ref : refs) {
            Object found = byKey.get(DOOR.key(ref));
            if (found != null) {
                DOOR.fill(ref, found);
            }
        }
        return all;
    }

    static Object plain(@Nullable Object key) {
        return java.util.Objects.requireNonNull(key instanceof Ref<?> ref ? ref.id() : key);
    }

    /** The other ends of all rows that were loaded together. */
    private static void backOfPeers(FieldMeta declared, FieldMeta foreign, RowGroup group, KeyedModel<?> owner) {
        Map<Object, KeyedModel<?>> waiting = new java.util.LinkedHashMap<>();
        for (KeyedModel<?> row : group.rows()) {
            Object value = foreign.targetValue(row);
            if (value != null && declared.get(row) instanceof Ref<?> peer && !DOOR.isLoaded(peer)) {
                waiting.put(plain(value), row);
            }
        }
        waiting.put(plain(foreign.targetValue(owner)), owner);
        Query all =
                FetchModes.following(foreign.model().baseRows().query(), owner).orderBy(List.of());
        Map<Object, KeyedModel<?>> found = new HashMap<>();
        for (List<Object> portion : Keys.portions(waiting.keySet())) {
            for (Object object : Engine.objects(all.filter(Keys.in(foreign.attribute(), portion)))) {
                found.put(plain(foreign.get((KeyedModel<?>) object)), (KeyedModel<?>) object);
            }
        }
        waiting.forEach((key, row) -> Backs.fillOne(foreign.back(), row, found.get(key)));
    }

    private static void back(Ref<?> ref, KeyedModel<?> owner, String name) {
        FieldMeta declared = owner.meta().declaredBacks().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
        FieldMeta foreign = Backs.foreign(declared);
        if (owner.key() == null) {
            DOOR.fill(ref, null);
            return;
        }
        ReverseMeta back = foreign.back();
        RowGroup group = DOOR.state(owner).group();
        if (group != null && group.mode() == FetchMode.RAISE) {
            throw raise(foreign.model().objectName());
        }
        if (group != null && group.rows().size() > 1) {
            backOfPeers(declared, foreign, group, owner);
            return;
        }
        Query query = FetchModes.following(foreign.model().baseRows().query(), owner)
                .filter(new Node.Lookup(new Node.Path(foreign.name()), "exact", new Node.Param(owner)));
        List<Object> found = Engine.objects(query);
        KeyedModel<?> object = found.isEmpty() ? null : (KeyedModel<?>) found.getFirst();
        DOOR.fill(ref, object);
        if (object != null) {
            Backs.fillOne(back, owner, object);
        }
    }
}
