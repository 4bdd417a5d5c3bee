package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.orm.Assignment;
import quintet.orm.Atomic;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.Ref;
import quintet.orm.internal.db.Transaction;
import quintet.orm.internal.query.Merging;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** The order of rows that point to the same object ({@code Meta.orderWithRespectTo}), kept in the column {@code _order}. */
public final class RowOrder {
    private static final String COLUMN = "_order";

    private RowOrder() {}

    private static FieldMeta owner(ModelMeta<?> table) {
        return table.field(Objects.requireNonNull(table.options().orderWithRespectTo()));
    }

    private static @Nullable Object group(FieldMeta owner, KeyedModel<?> object) {
        Object value = object.meta().field(owner.name()).get(object);
        return value instanceof Ref<?> ref ? ref.id() : value;
    }

    private static Query siblings(Db db, ModelMeta<?> table, FieldMeta owner, @Nullable Object group) {
        Node.Cond same = group == null
                ? new Node.Lookup(new Node.Path(owner.attribute()), "isnull", new Node.Param(true))
                : new Node.Lookup(new Node.Path(owner.attribute()), "exact", new Node.Param(group));
        return table.rows().query().using(db.alias()).filter(same);
    }

    /** Gives an object that is inserted into a table the last place. */
    static void place(Db db, ModelMeta<?> table, KeyedModel<?> object) {
        FieldMeta field = table.orderField();
        if (field != null && field.owner() == table) {
            FieldMeta owner = owner(table);
            object.meta().field(COLUMN).set(object, next(db, table, owner, group(owner, object)));
        }
    }

    /** Gives objects that are inserted together places behind those that are there. */
    static void place(Db db, ModelMeta<?> table, Collection<? extends KeyedModel<?>> objects) {
        FieldMeta field = table.orderField();
        if (field == null || field.owner() != table) {
            return;
        }
        FieldMeta owner = owner(table);
        Map<Object, Integer> next = new HashMap<>();
        for (KeyedModel<?> object : objects) {
            FieldMeta own = object.meta().field(COLUMN);
            if (own.get(object) == null) {
                Object group = group(owner, object);
                int place = next.computeIfAbsent(String.valueOf(group), g -> next(db, table, owner, group));
                own.set(object, place);
                next.put(String.valueOf(group), place + 1);
            }
        }
    }

    private static int next(Db db, ModelMeta<?> table, FieldMeta owner, @Nullable Object group) {
        Query last = siblings(db, table, owner, group)
                .orderBy(List.of(new Node.Ordering(new Node.Path(COLUMN), true, null)))
                .slice(0, 1)
                .values(List.of(new Node.Path(COLUMN)));
        List<Integer> found = ValueRows.rows(last, row -> row[0] instanceof Number n ? n.intValue() : -1);
        return found.isEmpty() ? 0 : found.getFirst() + 1;
    }

    /** The object behind or before another one of the same owner. */
    public static Optional<KeyedModel<?>> neighbour(KeyedModel<?> object, boolean behind) {
        ModelMeta<?> meta = object.meta();
        FieldMeta field = meta.orderField();
        if (field == null) {
            throw new QueryError(
                    meta.label() + " keeps no order of its rows. Declare it with" + " Meta.orderWithRespectTo(...).");
        }
        ModelMeta<?> table = field.owner();
        FieldMeta owner = owner(table);
        Db db = Databases.current().forRead(meta, object);
        // The object's place may have changed since it was loaded.
        Query self = Keys.filter(meta.rows().query().using(db.alias()), Objects.requireNonNull(object.key()));
        List<Object> place =
                ValueRows.rows(self.values(List.of(new Node.Path(COLUMN))), row -> Objects.requireNonNull(row[0]));
        if (place.isEmpty()) {
            return Optional.empty();
        }
        Query all = meta.manager().all().query().using(db.alias());
        Query near = Merging.withFiltersOf(all, siblings(db, meta, owner, group(owner, object)))
                .filter(new Node.Lookup(new Node.Path(COLUMN), behind ? "gt" : "lt", new Node.Param(place.getFirst())))
                .orderBy(List.of(new Node.Ordering(new Node.Path(COLUMN), !behind, null)))
                .slice(0, 1);
        List<Object> found = Engine.objects(near);
        return found.isEmpty() ? Optional.empty() : Optional.of((KeyedModel<?>) found.getFirst());
    }

    /** The keys of the objects that point to an owner, in their order. */
    public static List<Object> keys(KeyedModel<?> owner, String name) {
        Query query = ordered(owner, name)
                .orderBy(List.of(new Node.Ordering(new Node.Path(COLUMN), false, null)))
                .values(List.of(new Node.Path("pk")));
        return ValueRows.rows(query, row -> Objects.requireNonNull(row[0]));
    }

    /** Puts the objects that point to an owner into an order. */
    public static void arrange(KeyedModel<?> owner, String name, Collection<?> objects) {
        Query rows = ordered(owner, name);
        Db db = Engine.writing(rows);
        List<Object> keys = new ArrayList<>();
        objects.forEach(object -> keys.add(
                object instanceof KeyedModel<?> row ? Objects.requireNonNull(row.key(), "unsaved object") : object));
        Transaction.<Boolean, RuntimeException>run(db, new Atomic(db.alias(), false, false), () -> {
            for (int i = 0; i < keys.size(); i++) {
                Changes.update(
                        Keys.filter(rows.using(db.alias()), keys.get(i)),
                        List.of(new Assignment<>(COLUMN, new Node.Param(i))));
            }
            return true;
        });
    }

    private static Query ordered(KeyedModel<?> owner, String name) {
        ManyEnd end = ManyEnd.of(owner, name);
        FieldMeta field = end.target().orderField();
        boolean fits = field != null
                && !end.isMany()
                && end.relation().name().equals(field.owner().options().orderWithRespectTo());
        if (!fits) {
            throw new QueryError(
                    "The objects of " + owner.meta().objectName() + "." + name + " have no order of their own."
                            + " Declare it in " + end.target().objectName() + ": Meta.orderWithRespectTo("
                            + end.target().objectName() + "_." + end.relation().name() + "()).");
        }
        return ManyRelation.query(owner, name);
    }
}
