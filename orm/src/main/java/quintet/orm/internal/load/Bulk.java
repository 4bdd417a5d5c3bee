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
    private static final int MOST_IN_ARRAYS = 10_000;

    private Bulk() {}

    /** Inserts objects. */
    public static <M> List<M> create(QuerySet<M> set, Collection<? extends M> objects, Conflict conflict, int batch) {
        Query query = set.query();
        ModelMeta<?> meta = query.meta();
        check(meta, conflict);
        if (meta.tables().size() > 1) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Can't bulk create a multi-table inherited model",
                    meta.label() + " has rows in several tables. save() the objects one by one.");
        }
        List<M> all = new ArrayList<>(objects);
        if (all.isEmpty()) {
            return all;
        }
        List<KeyedModel<?>> rows = new ArrayList<>(all.size());
        for (M object : all) {
            KeyedModel<?> row = (KeyedModel<?>) object;
            if (row.meta().concrete() != meta.concrete()) {
                throw new QueryError("bulkCreate of " + meta.label() + " cannot insert a "
                        + row.meta().objectName() + ".");
            }
            rows.add(row);
        }
        insert(Engine.writing(query), meta, rows, conflict, batch);
        return all;
    }

    /** Inserts rows of one table. */
    static void insert(Db db, ModelMeta<?> meta, List<KeyedModel<?>> rows, Conflict conflict, int batch) {
        if (rows.isEmpty()) {
            return;
        }
        RowOrder.place(db, meta.concrete(), rows);
        // Mostly all rows are of one kind.
        int with = 0;
        // Looked up once: a thousand objects ask a handful of fields.
        List<FieldMeta> supplied = meta.declaredColumns().stream()
                .filter(f -> f.defaultSupplier() != null)
                .toList();
        List<FieldMeta> stamped = meta.columns().stream()
                .filter(f -> f.isAutoNow() || f.isAutoNowAdd())
                .toList();
        for (KeyedModel<?> row : rows) {
            DefaultValues.fill(row, supplied);
            Saver.stampNew(row, stamped);
            Files.store(row, meta.files());
            with += meta.keyOf(row) == null ? 0 : 1;
        }
        List<KeyedModel<?>> keyed = withKeys(meta, rows, with, true);
        List<KeyedModel<?>> unkeyed = withKeys(meta, rows, rows.size() - with, false);
        MixedDefaults.fill(meta, rows);
        Atomic options = new Atomic(db.alias(), false, false);
        Transaction.<Boolean, RuntimeException>run(db, options, () -> {
            byShape(meta, keyed).forEach(same -> insert(db, meta, same, false, conflict, batch));
            byShape(meta, unkeyed).forEach(same -> insert(db, meta, same, true, conflict, batch));
            return true;
        });
    }

    /** The rows with keys, or those without; {@code count} says how many there are. */
    private static List<KeyedModel<?>> withKeys(ModelMeta<?> meta, List<KeyedModel<?>> rows, int count, boolean keys) {
        if (count == 0 || count == rows.size()) {
            return count == 0 ? List.of() : rows;
        }
        return rows.stream().filter(row -> (meta.keyOf(row) != null) == keys).toList();
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

    private static void check(ModelMeta<?> meta, Conflict conflict) {
        if (conflict.update().isEmpty()) {
            return;
        }
        if (conflict.unique().isEmpty()) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Unique fields that can trigger the upsert must be provided.",
                    "Conflict.update(fields, unique) takes both.");
        }
        for (String name : conflict.unique()) {
            FieldMeta field = name.equals("pk") ? meta.key() : meta.field(name);
            if (!field.hasColumn() && !field.isComposite()) {
                throw new QueryError(
                        QueryError.Kind.VALUE, "bulk_create() can only be used with concrete fields in unique_fields.");
            }
        }
        for (String name : conflict.update()) {
            FieldMeta field = name.equals("pk") ? null : meta.field(name);
            if (field == null) {
                throw ModelMeta.noField(meta, name);
            }
            if (!field.hasColumn() && !field.isComposite()) {
                throw new QueryError(
                        QueryError.Kind.VALUE, "bulk_create() can only be used with concrete fields in update_fields.");
            }
            if (field.isPrimaryKey()) {
                throw new QueryError(
                        QueryError.Kind.VALUE, "bulk_create() cannot be used with primary keys in update_fields.");
            }
        }
    }

    private static void insert(
            Db db, ModelMeta<?> meta, List<KeyedModel<?>> objects, boolean makesKeys, Conflict conflict, int batch) {
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
        // Where INSERT gives nothing back, nobody knows which of the rows were there already.
        boolean untold = !conflict.update().isEmpty() && !db.dialect().returnsInserted();
        List<FieldMeta> read = conflict.ignore() || untold ? List.of() : returned;
        Writer writer = new Writer(db, meta, meta.concrete());
        int most = db.dialect().arrayTypes(fields).isEmpty()
                ? Math.max(1, Math.min(500, db.dialect().maxParameters() / Math.max(1, fields.size())))
                : MOST_IN_ARRAYS;
        int portion = batch > 0 ? Math.min(batch, most) : most;
        for (int i = 0; i < objects.size(); i += portion) {
            writer.insert(objects.subList(i, Math.min(objects.size(), i + portion)), fields, read, conflict);
        }
        if (!conflict.ignore() && !(untold && makesKeys)) {
            RowState saved = RowState.saved(db.alias());
            objects.forEach(object -> Backdoor.get().state(object, saved));
        }
    }

    /** Updates some fields of objects. */
    public static <M> int update(QuerySet<M> set, Collection<? extends M> objects, List<String> names, int batch) {
        ModelMeta<?> meta = set.query().meta();
        if (names.isEmpty()) {
            throw new QueryError(QueryError.Kind.VALUE, "Field names must be given to bulk_update().");
        }
        List<FieldMeta> fields = new ArrayList<>();
        for (String name : names) {
            FieldMeta field = name.equals("pk") ? null : meta.findField(name).orElse(null);
            boolean leadsBack = field == null
                    && meta.backs().stream().anyMatch(back -> back.queryNames().contains(name));
            if (field == null && !leadsBack) {
                throw ModelMeta.noField(meta, name);
            }
            if (field == null || (!field.hasColumn() && !field.isComposite())) {
                throw new QueryError(QueryError.Kind.VALUE, "bulk_update() can only be used with concrete fields.");
            }
            if (field.isGenerated()) {
                throw new QueryError(
                        QueryError.Kind.VALUE,
                        "bulk_update() can only be used with concrete fields.",
                        field + " is computed by the database.");
            }
            if (field.isPrimaryKey()) {
                throw new QueryError(QueryError.Kind.VALUE, "bulk_update() cannot be used with primary key fields.");
            }
            fields.addAll(field.parts());
        }
        List<KeyedModel<?>> rows = new ArrayList<>();
        for (M object : objects) {
            KeyedModel<?> row = (KeyedModel<?>) object;
            if (meta.keyOf(row) == null) {
                throw new QueryError(
                        QueryError.Kind.VALUE,
                        "All bulk_update() objects must have a primary key set.",
                        "save() them first.");
            }
            rows.add(row);
        }
        Db db = Engine.writing(set.query());
        return rows.isEmpty()
                ? 0
                : Transaction.<Integer, RuntimeException>run(
                        db, new Atomic(db.alias(), false, false), () -> update(db, meta, rows, fields, batch));
    }

    /** Table by table; gives the largest number of rows changed in one. */
    private static int update(Db db, ModelMeta<?> meta, List<KeyedModel<?>> rows, List<FieldMeta> fields, int batch) {
        int changed = 0;
        for (ModelMeta<?> table : meta.tables()) {
            List<FieldMeta> own =
                    fields.stream().filter(field -> field.owner() == table).toList();
            if (!own.isEmpty()) {
                changed = Math.max(changed, BulkUpdate.run(db, meta, rows, own, batch));
            }
        }
        return changed;
    }

    /** Deletes all rows of a query and what depends on them. */
    public static <M> Deleted delete(QuerySet<M> set) {
        Query query = set.query();
        Changes.checkChangeable(query, "delete");
        if (query.givesValues()) {
            throw new QueryError(
                    QueryError.Kind.TYPE,
                    "Cannot call delete() after .values() or .values_list()",
                    "delete() goes before values().");
        }
        if (FastDeletes.possible(query.meta(), null) && !query.isEmpty() && query.lock() == null) {
            int rows = Changes.deleteRows(query.related(false).unprefetched().undeferred());
            return new Deleted(rows, rows == 0 ? Map.of() : Map.of(query.meta().label(), rows));
        }
        Db db = Engine.writing(query);
        Query all = query.using(db.alias()).related(false).unprefetched().undeferred();
        List<KeyedModel<?>> objects = new ArrayList<>();
        for (Object object : Engine.objects(all.orderBy(List.of()))) {
            objects.add((KeyedModel<?>) object);
        }
        return Deleter.delete(db, objects, set);
    }
}
