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
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Many;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.Ref;
import quintet.orm.Row;
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
    private record End(
            ModelMeta<?> target, boolean isMany, FieldMeta relation, String path, FieldMeta own, FieldMeta other) {}

    private static End end(KeyedModel<?> owner, String name) {
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
        Query query = end.target().manager().all().query().using(owner.database());
        query = query.filter(new Node.Lookup(new Node.Path(end.path()), "exact", new Node.Param(owner)));
        return end.isMany() ? query : query.known(new Query.Known(end.relation().name(), owner));
    }

    private static Db db(KeyedModel<?> owner) {
        return Databases.current().get(owner.database());
    }

    private static void atomic(KeyedModel<?> owner, Runnable work) {
        Db db = db(owner);
        Transaction.<Boolean, RuntimeException>run(db, new Atomic(db.alias(), false, false), () -> {
            work.run();
            return true;
        });
    }

    /** Makes a related object. */
    @SuppressWarnings("unchecked") // the relation's target is T
    public static <T> T create(Many<T> many, KeyedModel<?> owner, String name, Consumer<? super T> fill) {
        End end = end(owner, name);
        key(owner, name);
        List<T> made = new ArrayList<>();
        atomic(owner, () -> {
            QuerySet<T> all = (QuerySet<T>) end.target().rows();
            made.add(Creation.create(all.with(all.query().using(owner.database())), object -> {
                if (!end.isMany()) {
                    end.relation().set((KeyedModel<?>) object, Ref.of(owner));
                }
                fill.accept(object);
            }));
            if (end.isMany()) {
                add(owner, name, made);
            }
        });
        return made.getFirst();
    }

    /** Relates objects, or objects with keys. */
    public static void add(KeyedModel<?> owner, String name, Collection<?> objects) {
        End end = end(owner, name);
        Object key = key(owner, name);
        Set<Object> keys = keys(end, objects);
        if (keys.isEmpty()) {
            return;
        }
        atomic(owner, () -> {
            if (end.isMany()) {
                link(owner, end, key, keys);
            } else {
                point(owner, end, keys, owner);
            }
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
        Query all = end.target().rows().query().using(owner.database());
        for (List<Object> portion : Keys.portions(keys)) {
            Engine.update(
                    all.filter(Keys.in("pk", portion)),
                    List.of(new Assignment<>(end.relation().name(), new Node.Param(to))));
        }
    }

    private static Query links(KeyedModel<?> owner, End end, Object key) {
        ModelMeta<?> through = end.own().model();
        Query all =
                through.type() == Row.class ? Query.of(through) : through.rows().query();
        return all.using(owner.database())
                .filter(new Node.Lookup(new Node.Path(end.own().attribute()), "exact", new Node.Param(key)))
                .orderBy(List.of());
    }

    private static void link(KeyedModel<?> owner, End end, Object key, Set<Object> keys) {
        Set<Object> there = new LinkedHashSet<>();
        for (List<Object> portion : Keys.portions(keys)) {
            Query known = links(owner, end, key).filter(Keys.in(end.other().attribute(), portion));
            there.addAll(Engine.rows(
                    known.values(List.of(new Node.Path(end.other().attribute()))),
                    row -> Objects.requireNonNull(row[0])));
        }
        for (Object other : keys) {
            if (!there.contains(other)) {
                insert(owner, end, key, other);
            }
        }
    }

    private static void insert(KeyedModel<?> owner, End end, Object key, Object other) {
        save(owner, end, key, other);
        if (end.relation().isSymmetrical() && !key.equals(other)) {
            Query mirrored = links(owner, end, other)
                    .filter(new Node.Lookup(new Node.Path(end.other().attribute()), "exact", new Node.Param(key)));
            if (!Engine.exists(mirrored)) {
                save(owner, end, other, key);
            }
        }
    }

    private static void save(KeyedModel<?> owner, End end, Object own, Object other) {
        KeyedModel<?> row = (KeyedModel<?>) end.own().model().make();
        end.own().set(row, own);
        end.other().set(row, other);
        row.save(new quintet.orm.Save(quintet.orm.Save.Mode.INSERT, List.of(), owner.database()));
    }

    /** Takes objects away. */
    public static void remove(KeyedModel<?> owner, String name, Collection<?> objects) {
        End end = end(owner, name);
        Object key = key(owner, name);
        Set<Object> keys = keys(end, objects);
        atomic(owner, () -> {
            for (List<Object> portion : Keys.portions(keys)) {
                removePortion(owner, end, key, portion);
            }
        });
    }

    private static void removePortion(KeyedModel<?> owner, End end, Object key, List<Object> portion) {
        if (end.isMany()) {
            Engine.deleteRows(links(owner, end, key).filter(Keys.in(end.other().attribute(), portion)));
            if (end.relation().isSymmetrical()) {
                for (Object other : portion) {
                    Engine.deleteRows(
                            links(owner, end, other).filter(Keys.in(end.other().attribute(), List.of(key))));
                }
            }
        } else {
            free(owner, end, Keys.in("pk", portion));
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
                .using(owner.database())
                .filter(new Node.Lookup(new Node.Path(end.path()), "exact", new Node.Param(owner)))
                .filter(which);
        Engine.update(mine, List.of(new Assignment<>(end.relation().name(), new Node.Param(null))));
    }

    /** Takes all objects away. */
    public static void clear(KeyedModel<?> owner, String name) {
        End end = end(owner, name);
        Object key = key(owner, name);
        atomic(owner, () -> {
            if (!end.isMany()) {
                free(owner, end, new Node.Anything());
                return;
            }
            Engine.deleteRows(links(owner, end, key));
            if (end.relation().isSymmetrical()) {
                End mirrored = new End(
                        end.target(), true, end.relation(), end.path(), /* own= */ end.other(), /* other= */ end.own());
                Engine.deleteRows(links(owner, mirrored, key));
            }
        });
    }

    /** Relates exactly these. */
    public static void set(KeyedModel<?> owner, String name, Collection<?> objects) {
        End end = end(owner, name);
        Set<Object> wanted = keys(end, objects);
        atomic(owner, () -> {
            Set<Object> gone = new LinkedHashSet<>(Engine.rows(
                    query(owner, name).orderBy(List.of()).values(List.of(new Node.Path("pk"))),
                    row -> Objects.requireNonNull(row[0])));
            Set<Object> known = new LinkedHashSet<>(gone);
            gone.removeAll(wanted);
            wanted.removeAll(known);
            if (!gone.isEmpty()) {
                remove(owner, name, gone);
            }
            add(owner, name, wanted);
        });
    }
}
