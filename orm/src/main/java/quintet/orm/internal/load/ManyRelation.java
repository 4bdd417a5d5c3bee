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
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Many;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.Ref;
import quintet.orm.internal.db.Transaction;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Reads and changes the objects at the other end of a relation to many. */
public final class ManyRelation {
    private ManyRelation() {}

    /**
     * A relation seen from one of its ends.
     *
     * @param target the model at the other end
     * @param isMany whether it is a many-to-many relation
     * @param relation the many-to-many field, or the foreign key that points here
     * @param path the path from the target to the owner
     * @param own the column of the table between that points to the owner
     * @param other the column of the table between that points to the other
     */
    record End(ModelMeta<?> target, boolean isMany, FieldMeta relation, String path, FieldMeta own, FieldMeta other) {
        /** Whether it is seen from the model the relation points to. */
        boolean isReverse() {
            return own.equals(relation.isManyToMany() ? relation.throughTarget() : own);
        }
    }

    static End end(KeyedModel<?> owner, String name) {
        ModelMeta<?> meta = owner.meta();
        for (FieldMeta field : meta.manyToMany()) {
            if (field.name().equals(name)) {
                return new End(
                        field.target(),
                        true,
                        field,
                        Prefetcher.backPath(field),
                        field.throughSource(),
                        field.throughTarget());
            }
        }
        for (FieldMeta declared : meta.declaredBacks()) {
            if (declared.name().equals(name)) {
                FieldMeta foreign = Backs.foreign(declared);
                return foreign.isManyToMany()
                        ? new End(
                                foreign.model(),
                                true,
                                foreign,
                                foreign.name(),
                                foreign.throughTarget(),
                                foreign.throughSource())
                        : new End(foreign.model(), false, foreign, foreign.name(), foreign, foreign);
            }
        }
        throw new QueryError(meta.label() + " has no relation '" + name + "'.");
    }

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
        End end = end(owner, name);
        key(owner, name);
        Query query = end.target().manager().all().query().hint(owner);
        Node.Cond mine = new Node.Lookup(new Node.Path(end.path()), "exact", new Node.Param(owner));
        return end.isMany()
                ? query.filterAndContinue(mine)
                : query.filter(mine).known(new Query.Known(end.relation().name(), owner));
    }

    /** The database in which the relation is changed. */
    private static Db db(KeyedModel<?> owner, End end) {
        ModelMeta<?> model = end.isMany() ? end.own().model() : end.target();
        return Databases.current().forWrite(model, owner);
    }

    private static void atomic(KeyedModel<?> owner, End end, Runnable work) {
        Db db = db(owner, end);
        Transaction.<Boolean, RuntimeException>run(db, new Atomic(db.alias(), false, false), () -> {
            work.run();
            return true;
        });
    }

    /** Makes a related object. */
    @SuppressWarnings("unchecked") // the relation's target is T
    public static <T> T create(
            KeyedModel<?> owner, String name, Consumer<? super T> fill, List<? extends Assignment<?>> through) {
        End end = end(owner, name);
        key(owner, name);
        List<T> made = new ArrayList<>();
        atomic(owner, end, () -> {
            QuerySet<T> all = (QuerySet<T>) end.target().rows();
            made.add(Creation.create(all.with(all.query().using(db(owner, end).alias())), object -> {
                point(owner, end, (KeyedModel<?>) object);
                fill.accept(object);
            }));
            if (end.isMany()) {
                add(owner, name, made, through);
            }
        });
        return made.getFirst();
    }

    private static void point(KeyedModel<?> owner, End end, KeyedModel<?> object) {
        if (!end.isMany()) {
            end.relation().set(object, Ref.of(owner));
        }
    }

    /** The related object with these values, or a new one. */
    public static <T> Created<T> getOrCreate(
            Many<T> many,
            KeyedModel<?> owner,
            String name,
            List<? extends Assignment<?>> values,
            Consumer<? super T> defaults) {
        End end = end(owner, name);
        List<Created<T>> result = new ArrayList<>();
        atomic(owner, end, () -> {
            Created<T> created = Creation.getOrCreate(many.all(), values, object -> {
                point(owner, end, (KeyedModel<?>) object);
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
                            db(owner, end(owner, name)).alias()));
        }
        return created;
    }

    /** Relates objects, or objects with keys; new rows of the table between get these values. */
    public static void add(
            KeyedModel<?> owner, String name, Collection<?> objects, List<? extends Assignment<?>> through) {
        End end = end(owner, name);
        Object key = key(owner, name);
        if (objects.isEmpty()) {
            return;
        }
        atomic(owner, end, () -> {
            CrossDatabase.checkAdd(owner, objects);
            if (end.isMany()) {
                new Links(owner, end, key).add(keys(end, objects), through);
            } else {
                addToOne(owner, end, objects);
            }
        });
    }

    /** Objects that are not saved yet are saved with the reference; the others are changed with one statement. */
    private static void addToOne(KeyedModel<?> owner, End end, Collection<?> objects) {
        List<Object> saved = new ArrayList<>();
        for (Object object : objects) {
            if (object instanceof KeyedModel<?> row
                    && row.isNew()
                    && row.meta().isOrExtends(end.target().concrete())) {
                point(owner, end, row);
                row.save(quintet.orm.Save.DEFAULT.in(db(owner, end).alias()));
            } else {
                saved.add(object);
            }
        }
        Set<Object> keys = keys(end, saved);
        if (!keys.isEmpty()) {
            point(owner, end, keys, owner);
        }
        for (Object object : saved) {
            if (object instanceof KeyedModel<?> row) {
                point(owner, end, row);
            }
        }
    }

    /** Relates exactly the objects with these keys, as a fixture says; those who listen are told that it is raw. */
    public static void setRaw(KeyedModel<?> owner, String name, Collection<?> wanted) {
        End end = end(owner, name);
        Object key = key(owner, name);
        atomic(owner, end, () -> {
            Set<Object> known = new LinkedHashSet<>(Engine.rows(
                    query(owner, name)
                            .using(db(owner, end).alias())
                            .orderBy(List.of())
                            .values(List.of(new Node.Path("pk"))),
                    row -> Objects.requireNonNull(row[0])));
            Set<Object> missing = keys(end, wanted);
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

    private static Set<Object> keys(End end, Collection<?> objects) {
        Set<Object> keys = new LinkedHashSet<>();
        for (Object object : objects) {
            if (object instanceof KeyedModel<?> model) {
                if (!model.meta().isOrExtends(end.target().concrete())) {
                    throw new QueryError("A " + end.target().objectName() + " is expected here, not a "
                            + model.meta().objectName() + ".");
                }
                if (model.key() == null) {
                    throw new QueryError("Save the " + model.meta().objectName() + " first: it has no key yet.");
                }
                keys.add(Objects.requireNonNull(model.key()));
            } else {
                keys.add(object);
            }
        }
        return keys;
    }

    private static void point(KeyedModel<?> owner, End end, Set<Object> keys, Object to) {
        Query all = end.target().rows().query().using(db(owner, end).alias());
        for (List<Object> portion : Keys.portions(keys)) {
            Changes.update(
                    all.filter(Keys.in("pk", portion)),
                    List.of(new Assignment<>(end.relation().name(), new Node.Param(to))));
        }
    }

    /** Takes objects away. */
    public static void remove(KeyedModel<?> owner, String name, Collection<?> objects) {
        End end = end(owner, name);
        Object key = key(owner, name);
        Set<Object> keys = keys(end, objects);
        if (!end.isMany()) {
            checkRelated(owner, end, objects);
        }
        atomic(owner, end, () -> {
            if (end.isMany()) {
                new Links(owner, end, key).remove(keys);
                return;
            }
            for (List<Object> portion : Keys.portions(keys)) {
                free(owner, end, Keys.in("pk", portion));
            }
        });
    }

    private static void checkRelated(KeyedModel<?> owner, End end, Collection<?> objects) {
        Object mine = RefLoader.plain(end.relation().targetField().get(owner));
        for (Object object : objects) {
            if (object instanceof KeyedModel<?> row
                    && !(end.relation().get(row) instanceof Ref<?> ref && mine.equals(ref.id()))) {
                throw new quintet.orm.DoesNotExist(row + " is not related to " + owner + ".");
            }
        }
    }

    private static void free(KeyedModel<?> owner, End end, Node.Cond which) {
        if (!end.relation().isNullable()) {
            throw new QueryError("Objects cannot be taken away: " + end.relation()
                    + " must point to something. Delete them, or point them elsewhere.");
        }
        Query mine = end.target()
                .rows()
                .query()
                .using(db(owner, end).alias())
                .filter(new Node.Lookup(new Node.Path(end.path()), "exact", new Node.Param(owner)))
                .filter(which);
        Changes.update(mine, List.of(new Assignment<>(end.relation().name(), new Node.Param(null))));
    }

    /** Takes all objects away. */
    public static void clear(KeyedModel<?> owner, String name) {
        End end = end(owner, name);
        Object key = key(owner, name);
        atomic(owner, end, () -> {
            if (!end.isMany()) {
                free(owner, end, new Node.Anything());
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
        End end = end(owner, name);
        if (clear && (end.isMany() || end.relation().isNullable())) {
            atomic(owner, end, () -> {
                clear(owner, name);
                add(owner, name, objects, through);
            });
            return;
        }
        Set<Object> wanted = keys(end, objects);
        atomic(owner, end, () -> {
            Set<Object> gone = new LinkedHashSet<>(Engine.rows(
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
