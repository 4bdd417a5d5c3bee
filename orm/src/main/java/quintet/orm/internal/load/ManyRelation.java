package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import quintet.orm.Assignment;
import quintet.orm.Atomic;
import quintet.orm.Created;
import quintet.orm.Db;
import quintet.orm.KeyedModel;
import quintet.orm.Many;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.internal.db.Transaction;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Reads and changes the objects at the other end of a relation to many. */
public final class ManyRelation {
    private ManyRelation() {}

    private static Object key(KeyedModel<?> owner, String name) {
        Object key = owner.key();
        if (key == null) {
            throw new QueryError("Save the " + owner.meta().objectName() + " before using its " + name
                    + ": rows cannot point to it while it has no key.");
        }
        return key;
    }

    /** The query for the related objects. */
    public static Query query(KeyedModel<?> owner, String name) {
        ManyEnd end = ManyEnd.of(owner, name);
        key(owner, name);
        Query query = FetchModes.following(end.target().manager().all().query(), owner);
        Node.Cond mine = new Node.Lookup(new Node.Path(end.path()), "exact", new Node.Param(owner));
        return end.isMany()
                ? query.filterAndContinue(mine)
                : query.filter(mine).known(new Query.Known(end.relation().name(), owner));
    }

    private static void atomic(KeyedModel<?> owner, ManyEnd end, Runnable work) {
        Db db = end.db(owner);
        Transaction.<Boolean, RuntimeException>run(db, new Atomic(db.alias(), false, false), () -> {
            work.run();
            return true;
        });
    }

    /** Makes a related object. */
    @SuppressWarnings("unchecked") // the relation's target is T
    public static <T> T create(
            KeyedModel<?> owner, String name, Consumer<? super T> fill, List<? extends Assignment<?>> through) {
        ManyEnd end = ManyEnd.of(owner, name);
        key(owner, name);
        List<T> made = new ArrayList<>();
        atomic(owner, end, () -> {
            QuerySet<T> all = (QuerySet<T>) end.target().rows();
            made.add(Creation.create(all.with(all.query().using(end.db(owner).alias())), object -> {
                BackMany.point(owner, end, (KeyedModel<?>) object);
                fill.accept(object);
            }));
            if (end.isMany()) {
                add(owner, name, made, through);
            }
        });
        return made.getFirst();
    }

    /** The related object with these values, or a new one. */
    public static <T> Created<T> getOrCreate(
            Many<T> many,
            KeyedModel<?> owner,
            String name,
            List<? extends Assignment<?>> values,
            Consumer<? super T> defaults) {
        ManyEnd end = ManyEnd.of(owner, name);
        List<Created<T>> result = new ArrayList<>();
        atomic(owner, end, () -> {
            Created<T> created = Creation.getOrCreate(many.all(), values, object -> {
                BackMany.point(owner, end, (KeyedModel<?>) object);
                defaults.accept(object);
            });
            if (created.created() && end.isMany()) {
                add(owner, name, List.of(created.object()), List.of());
            }
            result.add(created);
        });
        return result.getFirst();
    }

    /** The related object with these values, changed; or a new one. */
    public static <T> Created<T> updateOrCreate(
            Many<T> many,
            KeyedModel<?> owner,
            String name,
            List<? extends Assignment<?>> values,
            Consumer<? super T> change) {
        Created<T> created = getOrCreate(many, owner, name, values, change);
        if (!created.created()) {
            change.accept(created.object());
            ((KeyedModel<?>) created.object())
                    .save(quintet.orm.Save.DEFAULT.in(
                            ManyEnd.of(owner, name).db(owner).alias()));
        }
        return created;
    }

    /** Relates objects, or objects with keys; new rows of the table between get these values. */
    public static void add(
            KeyedModel<?> owner, String name, Collection<?> objects, List<? extends Assignment<?>> through) {
        ManyEnd end = ManyEnd.of(owner, name);
        Object key = key(owner, name);
        if (objects.isEmpty()) {
            return;
        }
        atomic(owner, end, () -> {
            CrossDatabase.checkAdd(owner, objects);
            if (end.isMany()) {
                new Links(owner, end, key).add(end.keys(objects), through);
            } else {
                BackMany.add(owner, end, objects);
            }
        });
    }

    /** Relates exactly the objects with these keys, as a fixture says; those who listen are told that it is raw. */
    public static void setRaw(KeyedModel<?> owner, String name, Collection<?> wanted) {
        ManyEnd end = ManyEnd.of(owner, name);
        Object key = key(owner, name);
        atomic(owner, end, () -> {
            Set<Object> known = new LinkedHashSet<>(ValueRows.rows(
                    query(owner, name)
                            .using(end.db(owner).alias())
                            .orderBy(List.of())
                            .values(List.of(new Node.Path("pk"))),
                    row -> Objects.requireNonNull(row[0])));
            Set<Object> missing = end.keys(wanted);
            Set<Object> gone = new LinkedHashSet<>(known);
            gone.removeAll(missing);
            missing.removeAll(known);
            Links links = new Links(owner, end, key, true);
            if (!gone.isEmpty()) {
                links.remove(gone);
            }
            links.add(missing, List.of());
        });
    }

    /** Takes objects away. */
    public static void remove(KeyedModel<?> owner, String name, Collection<?> objects) {
        ManyEnd end = ManyEnd.of(owner, name);
        Object key = key(owner, name);
        Set<Object> keys = end.keys(objects);
        if (!end.isMany()) {
            BackMany.checkRelated(owner, end, objects);
        }
        atomic(owner, end, () -> {
            if (end.isMany()) {
                new Links(owner, end, key).remove(keys);
                return;
            }
            for (List<Object> portion : Keys.portions(keys)) {
                BackMany.free(owner, end, Keys.in("pk", portion));
            }
        });
    }

    /** Takes all objects away. */
    public static void clear(KeyedModel<?> owner, String name) {
        ManyEnd end = ManyEnd.of(owner, name);
        Object key = key(owner, name);
        atomic(owner, end, () -> {
            if (!end.isMany()) {
                BackMany.free(owner, end, new Node.Anything());
                return;
            }
            new Links(owner, end, key).clear();
        });
    }

    /** Relates exactly these. */
    public static void set(
            KeyedModel<?> owner,
            String name,
            Collection<?> objects,
            boolean clear,
            List<? extends Assignment<?>> through) {
        ManyEnd end = ManyEnd.of(owner, name);
        if (clear && (end.isMany() || end.relation().isNullable())) {
            atomic(owner, end, () -> {
                clear(owner, name);
                add(owner, name, objects, through);
            });
            return;
        }
        Set<Object> wanted = end.keys(objects);
        atomic(owner, end, () -> {
            Set<Object> gone = new LinkedHashSet<>(ValueRows.rows(
                    query(owner, name).orderBy(List.of()).values(List.of(new Node.Path("pk"))),
                    row -> Objects.requireNonNull(row[0])));
            Set<Object> known = new LinkedHashSet<>(gone);
            gone.removeAll(wanted);
            wanted.removeAll(known);
            if (!gone.isEmpty() && (end.isMany() || end.relation().isNullable())) {
                remove(owner, name, gone);
            }
            add(owner, name, wanted, through);
        });
    }
}
