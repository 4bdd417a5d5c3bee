package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import quintet.orm.Assignment;
import quintet.orm.Conflict;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.NotUpdated;
import quintet.orm.Save;

/** Updates or inserts an object's row in each of its tables. */
final class RowSaver {
    private final KeyedModel<?> object;
    private final ModelMeta<?> meta;
    private final Db db;
    private final Save options;
    private final boolean isNew;

    RowSaver(KeyedModel<?> object, ModelMeta<?> meta, Db db, Save options, boolean isNew) {
        this.object = object;
        this.meta = meta;
        this.db = db;
        this.options = options;
        this.isNew = isNew;
    }

    /**
     * Writes the row of one table.
     *
     * @param table the model whose table it is
     * @param fields the fields of that table to write
     * @param parentInserted whether the row of the parent's table was inserted just now, so that this one is new too
     * @return whether it was inserted
     */
    boolean write(ModelMeta<?> table, List<FieldMeta> fields, boolean parentInserted) {
        Writer writer = new Writer(db, meta, table);
        if (!parentInserted && mayBeThere(table)) {
            List<FieldMeta> changed =
                    fields.stream().filter(field -> !field.isKeyOf(table)).toList();
            boolean there;
            if (changed.isEmpty()) {
                there = !options.fields().isEmpty() || exists(table);
            } else {
                there = update(writer, table, changed);
            }
            if (there) {
                return false;
            }
            if (options.mode() == Save.Mode.UPDATE) {
                throw new NotUpdated(
                        "No row of " + table.label() + " has the key " + object.key() + ", so nothing was updated.",
                        table);
            }
        }
        insert(writer, table);
        return true;
    }

    /** With {@code selectOnSave} the database's count is not relied on. */
    private boolean update(Writer writer, ModelMeta<?> table, List<FieldMeta> changed) {
        boolean known = table.options().isSelectOnSave() && options.mode() == Save.Mode.ANY;
        if (known && !exists(table)) {
            return false;
        }
        int rows =
                table.hasBaseManager() ? updateBase(table, changed) : writer.update(object, changed, generated(table));
        return rows > 0 || (known && exists(table));
    }

    /** A row that the base manager leaves out is not there to be updated. */
    private int updateBase(ModelMeta<?> table, List<FieldMeta> changed) {
        List<Assignment<?>> values = new ArrayList<>();
        for (FieldMeta field : changed) {
            values.add(new Assignment<>(field.name(), BulkUpdate.value(field, field.get(object))));
        }
        Object key = Objects.requireNonNull(table.keyOf(object));
        int rows = Changes.update(Keys.filter(table.baseRows().query().using(db.alias()), key), values);
        List<FieldMeta> generated = generated(table);
        if (rows > 0 && !generated.isEmpty()) {
            Saver.refresh(object, generated.stream().map(FieldMeta::name).toList());
        }
        return rows;
    }

    private List<FieldMeta> generated(ModelMeta<?> table) {
        return table.options().generated().isEmpty()
                ? List.of()
                : meta.columnsOf(table).stream().filter(FieldMeta::isGenerated).toList();
    }

    private boolean mayBeThere(ModelMeta<?> table) {
        boolean last = table == meta.concrete();
        boolean insert = options.mode() == Save.Mode.INSERT && (last || options.inserts(table.type()));
        boolean generatedKey = isNew && table.key().defaultSupplier() != null && options.mode() == Save.Mode.ANY;
        return !insert && !generatedKey && table.keyOf(object) != null;
    }

    /** Gives the child's declared link the key its parent's row has. */
    void link(ModelMeta<?> table) {
        for (FieldMeta field : meta.columns()) {
            if (field.isParentLink() && !field.isMade() && field.target().concrete() == table) {
                field.set(object, table.keyOf(object));
            }
        }
    }

    private boolean exists(ModelMeta<?> table) {
        Object key = table.keyOf(object);
        return key != null && Engine.exists(Keys.filter(table.baseRows().query().using(db.alias()), key));
    }

    private void insert(Writer writer, ModelMeta<?> table) {
        RowOrder.place(db, table, object);
        List<FieldMeta> written = new ArrayList<>();
        List<FieldMeta> returned = new ArrayList<>();
        for (FieldMeta field : meta.columnsOf(table)) {
            (isMade(field, object) ? returned : written).add(field);
        }
        writer.insert(List.of(object), written, returned, Conflict.FAIL);
    }

    /** Whether the database makes the value of a column that has none. */
    static boolean isMade(FieldMeta field, KeyedModel<?> object) {
        return field.isGenerated()
                || ((field.kind().isAuto() || field.hasDatabaseDefault()) && field.get(object) == null);
    }
}
