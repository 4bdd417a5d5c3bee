package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quintet.orm.Atomic;
import quintet.orm.Conflict;
import quintet.orm.Db;
import quintet.orm.Deleted;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.RowState;
import quintet.orm.internal.db.Transaction;
import quintet.orm.internal.meta.DefaultValues;
import quintet.orm.internal.query.Query;

/** Changes many rows with few statements. */
public final class Bulk {
    private Bulk() {}

    /** Inserts objects. */
    public static <M> List<M> create(QuerySet<M> set, Collection<? extends M> objects, Conflict conflict) {
        Query query = set.query();
        ModelMeta<?> meta = query.meta();
        if (!conflict.update().isEmpty() && conflict.unique().isEmpty()) {
            throw new QueryError("Conflict.update needs the unique fields that decide.");
        }
        if (meta.tables().size() > 1) {
            throw new QueryError("Can't bulk create a multi-table inherited model: " + meta.label()
                    + " has rows in several tables. save() the objects one by one.");
        }
        List<M> all = new ArrayList<>(objects);
        if (all.isEmpty()) {
            return all;
        }
        List<KeyedModel<?>> rows = new ArrayList<>();
        for (M object : all) {
            KeyedModel<?> row = (KeyedModel<?>) object;
            if (row.meta().concrete() != meta.concrete()) {
                throw new QueryError("bulkCreate of " + meta.label() + " cannot insert a "
                        + row.meta().objectName() + ".");
            }
            rows.add(row);
        }
        insert(Engine.database(query), meta, rows, conflict);
        return all;
    }

    /** Inserts rows of one table. */
    static void insert(Db db, ModelMeta<?> meta, List<KeyedModel<?>> rows, Conflict conflict) {
        if (rows.isEmpty()) {
            return;
        }
        List<KeyedModel<?>> without = new ArrayList<>();
        List<KeyedModel<?>> with = new ArrayList<>();
        for (KeyedModel<?> row : rows) {
            DefaultValues.fill(row);
            Saver.stampNew(row);
            (meta.keyOf(row) == null ? without : with).add(row);
        }
        Atomic options = new Atomic(db.alias(), false, false);
        Transaction.<Boolean, RuntimeException>run(db, options, () -> {
            byShape(meta, with).forEach(same -> insert(db, meta, same, false, conflict));
            byShape(meta, without).forEach(same -> insert(db, meta, same, true, conflict));
            return true;
        });
    }

    /** Rows that leave the same columns to the database, so that one statement takes them. */
    private static Collection<List<KeyedModel<?>>> byShape(ModelMeta<?> meta, List<KeyedModel<?>> objects) {
        List<FieldMeta> optional =
                meta.columns().stream().filter(FieldMeta::hasDatabaseDefault).toList();
        if (optional.isEmpty()) {
            return List.of(objects);
        }
        Map<List<Boolean>, List<KeyedModel<?>>> shapes = new LinkedHashMap<>();
        for (KeyedModel<?> object : objects) {
            List<Boolean> shape =
                    optional.stream().map(field -> field.get(object) == null).toList();
            shapes.computeIfAbsent(shape, s -> new ArrayList<>()).add(object);
        }
        return shapes.values();
    }

    private static void insert(
            Db db, ModelMeta<?> meta, List<KeyedModel<?>> objects, boolean makesKeys, Conflict conflict) {
        if (objects.isEmpty()) {
            return;
        }
        List<FieldMeta> fields = new ArrayList<>();
        List<FieldMeta> returned = new ArrayList<>();
        for (FieldMeta field : meta.columns()) {
            boolean made = field.isPrimaryKey() && field.kind().isAuto()
                    ? makesKeys
                    : RowSaver.isMade(field, objects.getFirst());
            (made ? returned : fields).add(field);
        }
        List<FieldMeta> read = conflict.ignore() ? List.of() : returned;
        Writer writer = new Writer(db, meta, meta.concrete());
        int portion = Math.max(1, Math.min(500, db.dialect().maxParameters() / Math.max(1, fields.size())));
        for (int i = 0; i < objects.size(); i += portion) {
            writer.insert(objects.subList(i, Math.min(objects.size(), i + portion)), fields, read, conflict);
        }
        if (!conflict.ignore()) {
            RowState saved = RowState.saved(db.alias());
            objects.forEach(object -> Backdoor.get().state(object, saved));
        }
    }

    /** Updates some fields of objects. */
    public static <M> int update(QuerySet<M> set, Collection<? extends M> objects, List<String> names) {
        ModelMeta<?> meta = set.query().meta();
        if (names.isEmpty()) {
            throw new QueryError("bulkUpdate needs the names of the fields to write.");
        }
        List<FieldMeta> fields = new ArrayList<>();
        for (String name : names) {
            FieldMeta field = meta.field(name);
            if (!field.hasColumn() || field.isPrimaryKey() || field.isGenerated()) {
                throw new QueryError("bulkUpdate cannot write " + field + ".");
            }
            fields.add(field);
        }
        List<KeyedModel<?>> rows = new ArrayList<>();
        for (M object : objects) {
            KeyedModel<?> row = (KeyedModel<?>) object;
            if (meta.keyOf(row) == null) {
                throw new QueryError("All objects given to bulkUpdate must have a key: save() them first.");
            }
            rows.add(row);
        }
        Db db = Engine.database(set.query());
        return rows.isEmpty()
                ? 0
                : Transaction.<Integer, RuntimeException>run(
                        db, new Atomic(db.alias(), false, false), () -> update(db, meta, rows, fields));
    }

    /** Table by table; gives the largest number of rows changed in one. */
    private static int update(Db db, ModelMeta<?> meta, List<KeyedModel<?>> rows, List<FieldMeta> fields) {
        int changed = 0;
        for (ModelMeta<?> table : meta.tables()) {
            List<FieldMeta> own =
                    fields.stream().filter(field -> field.owner() == table).toList();
            if (!own.isEmpty()) {
                changed = Math.max(changed, new Writer(db, meta, table).update(rows, own));
            }
        }
        return changed;
    }

    /** Deletes all rows of a query and what depends on them. */
    public static <M> Deleted delete(QuerySet<M> set) {
        Query query = set.query();
        Engine.checkChangeable(query, "delete");
        if (query.givesValues()) {
            throw new QueryError("Cannot delete values: delete() goes before values().");
        }
        List<KeyedModel<?>> objects = new ArrayList<>();
        for (Object object :
                Engine.objects(query.related(false).unprefetched().undeferred().orderBy(List.of()))) {
            objects.add((KeyedModel<?>) object);
        }
        return Deleter.delete(Engine.database(query), objects, set);
    }
}
