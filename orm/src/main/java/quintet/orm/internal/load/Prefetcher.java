package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Suggestions;
import quintet.fields.FieldKind;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Many;
import quintet.orm.ModelMeta;
import quintet.orm.PlainRelation;
import quintet.orm.QueryError;
import quintet.orm.Ref;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Loads relations of many objects with one query for each step of a path. */
final class Prefetcher {
    private static final Backdoor DOOR = Backdoor.get();
    private static final String OWNER = "_prefetch_owner";

    private Prefetcher() {}

    static void load(List<?> objects, List<Query.Prefetch> prefetches) {
        Map<String, List<Object>> done = new LinkedHashMap<>();
        for (Query.Prefetch prefetch : prefetches) {
            String path = "";
            List<Object> level = new ArrayList<>(objects);
            List<String> parts = prefetch.path().contains("__")
                    ? List.of(prefetch.path().split("__", -1))
                    : List.of(prefetch.path());
            for (int i = 0; i < parts.size() && !level.isEmpty(); i++) {
                path = path.isEmpty() ? parts.get(i) : path + "__" + parts.get(i);
                Query own = i == parts.size() - 1 ? prefetch.query() : null;
                List<Object> known = done.get(path);
                if (known != null && own != null) {
                    throw new QueryError("'" + path + "' is prefetched twice, with different queries.");
                }
                List<Object> next =
                        known != null ? known : step(level, parts.get(i), own, prefetch, i == parts.size() - 1);
                done.put(path, next);
                level = next;
            }
        }
    }

    /** One step for all objects of a level; they may be of several models where a relation to any model led to them. */
    private static List<Object> step(
            List<Object> level, String name, @Nullable Query own, Query.Prefetch prefetch, boolean last) {
        String into = last ? prefetch.into() : null;
        Map<ModelMeta<?>, List<KeyedModel<?>>> byModel = byModel(level);
        List<List<Object>> found = new ArrayList<>(1);
        byModel.forEach((meta, owners) -> {
            PlainRelation plain = meta.plainRelation(name);
            if (plain != null) {
                found.add(PlainPrefetch.load(owners, plain, last ? prefetch.queries() : List.of(), into));
            } else if (byModel.size() == 1 || lookup(meta, name) != null) {
                found.add(step(meta, owners, name, own, into));
            }
        });
        return found.size() == 1
                ? found.getFirst()
                : found.stream().flatMap(List::stream).toList();
    }

    @SuppressWarnings("unchecked") // all are rows
    private static Map<ModelMeta<?>, List<KeyedModel<?>>> byModel(List<?> level) {
        ModelMeta<?> first = ((KeyedModel<?>) level.getFirst()).meta();
        boolean same = true;
        for (Object object : level) {
            same &= ((KeyedModel<?>) object).meta() == first;
        }
        if (same) {
            return Map.of(first, (List<KeyedModel<?>>) level);
        }
        Map<ModelMeta<?>, List<KeyedModel<?>>> byModel = new LinkedHashMap<>();
        for (Object object : level) {
            KeyedModel<?> row = (KeyedModel<?>) object;
            byModel.computeIfAbsent(row.meta(), m -> new ArrayList<>()).add(row);
        }
        return byModel;
    }

    private static List<Object> step(
            ModelMeta<?> meta, List<KeyedModel<?>> owners, String name, @Nullable Query own, @Nullable String into) {
        FieldMeta field = find(meta, name);
        if (field.isReference()) {
            List<Object> found = references(owners, field, own);
            if (into != null) {
                owners.forEach(owner ->
                        DOOR.annotation(owner, into, field.get(owner) instanceof Ref<?> ref ? DOOR.loaded(ref) : null));
            }
            return found;
        }
        FieldMeta foreign = field.isBack() ? Backs.foreign(field) : field;
        if (foreign.isManyToMany()) {
            String path = field.isBack() ? foreign.name() : backPath(field);
            return grouped(owners, field, path, own, field.target(), null, into);
        }
        return grouped(owners, field, foreign.name(), own, foreign.model(), foreign, into);
    }

    /** The name of the way back of a field that fits whatever its other names. */
    static String backPath(FieldMeta field) {
        return field.owner().type().getCanonicalName() + ":" + field.name();
    }

    private static List<FieldMeta> relations(ModelMeta<?> meta) {
        List<FieldMeta> relations = new ArrayList<>();
        relations.addAll(meta.references());
        relations.addAll(meta.manyToMany());
        relations.addAll(meta.declaredBacks());
        return relations;
    }

    private static @Nullable FieldMeta lookup(ModelMeta<?> meta, String name) {
        for (FieldMeta field : meta.references()) {
            if (isNamed(field, name)) {
                return field;
            }
        }
        for (FieldMeta field : meta.manyToMany()) {
            if (isNamed(field, name)) {
                return field;
            }
        }
        for (FieldMeta field : meta.declaredBacks()) {
            if (isNamed(field, name) || Backs.foreign(field).back().queryNames().contains(name)) {
                return field;
            }
        }
        return null;
    }

    private static boolean isNamed(FieldMeta field, String name) {
        return field.name().equals(name) || field.djangoName().equals(name);
    }

    private static FieldMeta find(ModelMeta<?> meta, String name) {
        FieldMeta known = lookup(meta, name);
        if (known != null) {
            return known;
        }
        List<FieldMeta> relations = relations(meta);
        boolean undeclared = meta.backs().stream()
                .anyMatch(back ->
                        back.accessorName().equals(name) || back.queryNames().contains(name));
        if (meta.findField(name).isPresent()) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "'" + name
                            + "' does not resolve to an item that supports prefetching - this is an invalid parameter"
                            + " to prefetch_related().",
                    name + " is no relation of " + meta.label() + ".");
        }
        throw new QueryError(
                QueryError.Kind.ATTRIBUTE,
                "Cannot find '" + name + "' on " + meta.objectName() + " object, '" + name
                        + "' is an invalid parameter to prefetch_related()",
                undeclared
                        ? "Declare it in " + meta.objectName()
                                + " with @Reverse, so that there is a place for the objects."
                        : Suggestions.didYouMean(
                                name, relations.stream().map(FieldMeta::name).toList()));
    }

    private static List<Object> references(List<KeyedModel<?>> owners, FieldMeta field, @Nullable Query own) {
        List<Ref<?>> waiting = new ArrayList<>();
        List<Object> found = new ArrayList<>();
        for (KeyedModel<?> owner : owners) {
            if (field.get(owner) instanceof Ref<?> ref) {
                Object loaded = DOOR.loaded(ref);
                if (loaded != null) {
                    found.add(loaded);
                } else if (DOOR.key(ref) != null) {
                    waiting.add(ref);
                }
            }
        }
        if (own != null) {
            fillBy(waiting, own.hint(owners.getFirst()), field, found);
        } else if (!waiting.isEmpty()) {
            found.addAll(RefLoader.fill(waiting, field, owners.getFirst()));
        }
        return found;
    }

    private static void fillBy(List<Ref<?>> refs, Query own, FieldMeta field, List<Object> found) {
        if (own.isSliced()) {
            throw SlicedPrefetch.refused("A reference has one object: leave the slice out.");
        }
        List<Object> keys = new ArrayList<>();
        refs.forEach(ref -> keys.add(DOOR.key(ref)));
        Map<Object, Object> byKey = new HashMap<>();
        for (List<Object> portion : Keys.portions(keys)) {
            for (Object object : Engine.objects(own.filter(Keys.in(field.targetPath(), portion)))) {
                byKey.put(RefLoader.plain(field.targetValue((KeyedModel<?>) object)), object);
                found.add(object);
            }
        }
        refs.forEach(ref -> {
            Object object = byKey.get(DOOR.key(ref));
            if (object != null) {
                DOOR.fill(ref, object);
            }
        });
    }

    /** What rows that point to an object hold: the key, or the field that the foreign key names, which may be null. */
    private static @Nullable Object held(KeyedModel<?> owner, @Nullable FieldMeta foreign) {
        return foreign == null ? owner.key() : foreign.targetValue(owner);
    }

    private static List<Object> joined(List<Object> some, List<Object> more) {
        List<Object> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** An object and those that belong to it. */
    private static final class Owned {
        private final KeyedModel<?> owner;
        private List<Object> objects = List.of();

        Owned(KeyedModel<?> owner) {
            this.owner = owner;
        }

        void add(Object object) {
            if (objects.isEmpty()) {
                objects = new ArrayList<>();
            }
            objects.add(object);
        }
    }

    /** Loads the many objects of all owners, told apart by the owner's key in each row. */
    private static List<Object> grouped(
            List<KeyedModel<?>> owners,
            FieldMeta field,
            String path,
            @Nullable Query own,
            ModelMeta<?> target,
            @Nullable FieldMeta foreign,
            @Nullable String into) {
        Map<Object, Owned> byKey = new LinkedHashMap<>();
        for (KeyedModel<?> owner : owners) {
            Object key = held(owner, foreign);
            if (key != null && !byKey.containsKey(key)) {
                byKey.put(key, new Owned(owner));
            }
        }
        List<Object> all = List.of();
        for (List<Object> portion : Keys.split(new ArrayList<>(byKey.keySet()))) {
            KeyedModel<?> first = owners.getFirst();
            Query base = own != null
                    ? own.hint(first)
                    : FetchModes.following(target.manager().all().query(), first);
            Query query = SlicedPrefetch.of(base, path, Keys.in(path, portion));
            if (foreign == null) {
                query = query.annotate(OWNER, new Node.Path(path), true);
            }
            List<@Nullable Object> keys = new ArrayList<>();
            List<Object> objects = foreign == null ? Engine.objects(query, OWNER, keys) : Engine.objects(query);
            for (int i = 0; i < objects.size(); i++) {
                Object object = objects.get(i);
                Object key = foreign == null ? keys.get(i) : foreign.get((KeyedModel<?>) object);
                Owned owned = byKey.get(RefLoader.plain(key));
                if (owned != null) {
                    owned.add(object);
                }
                if (foreign != null && key instanceof Ref<?> ref) {
                    DOOR.fill(ref, owned == null ? null : owned.owner);
                }
            }
            all = all.isEmpty() ? objects : joined(all, objects);
        }
        if (own != null && own.isSliced() && into == null) {
            throw SlicedPrefetch.refused(
                    "Keep a part of the objects under a name of its own: Prefetch.of(...).into(\"first\").");
        }
        for (KeyedModel<?> owner : owners) {
            Object key = held(owner, foreign);
            Owned known = key == null ? null : byKey.get(key);
            List<Object> mine = known == null ? List.of() : known.objects;
            if (into != null) {
                Object one = mine.isEmpty() ? null : mine.getFirst();
                DOOR.annotation(owner, into, field.kind() == FieldKind.ONE_TO_ONE ? one : mine);
                continue;
            }
            if (field.get(owner) instanceof Many<?> many) {
                DOOR.fill(many, mine);
            } else if (field.get(owner) instanceof Ref<?> ref) {
                DOOR.fill(ref, mine.isEmpty() ? null : mine.getFirst());
            }
        }
        return all;
    }
}
