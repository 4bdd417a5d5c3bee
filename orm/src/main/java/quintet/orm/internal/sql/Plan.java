package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.ReverseMeta;

/** What the columns of a result mean. */
public final class Plan {
    /**
     * An object in each row.
     *
     * @param model its model
     * @param start the place of its first column
     * @param fields the numbers of the fields loaded; null: all, in order
     * @param parent the number of the object it belongs to; -1: none
     * @param field the reference of the parent that leads here, or null
     * @param back the way back that leads here, or null
     * @param into the name under which the parent keeps it, where it has no field for it
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared, read in the innermost loop
    public record Part(
            ModelMeta<?> model,
            int start,
            int @Nullable [] fields,
            int parent,
            @Nullable FieldMeta field,
            @Nullable ReverseMeta back,
            @Nullable String into) {
        /** The place of the key, by which one sees that there is no object. */
        public int keyPlace() {
            int key = model.key().index();
            if (fields == null) {
                return start + key;
            }
            for (int i = 0; i < fields.length; i++) {
                if (fields[i] == key) {
                    return start + i;
                }
            }
            throw new IllegalStateException("An object is never loaded without its key.");
        }
    }

    /** A computed value: its name, how it is read, its place. */
    public record Extra(String name, ValueType type, int place) {}

    private final List<Part> parts = new ArrayList<>();
    private final List<Extra> extras = new ArrayList<>();
    private int columns;

    /** The objects in each row. */
    public List<Part> parts() {
        return parts;
    }

    /** Annotations of objects, or the values of rows. */
    public List<Extra> extras() {
        return extras;
    }

    void addBase(ModelMeta<?> model, @Nullable List<FieldMeta> fields, BiConsumer<Join, FieldMeta> add, Join join) {
        part(model, fields, add, join, -1, null, null, null);
    }

    int addRelated(
            int parent,
            @Nullable FieldMeta field,
            @Nullable ReverseMeta back,
            @Nullable String into,
            ModelMeta<?> model,
            @Nullable List<FieldMeta> fields,
            BiConsumer<Join, FieldMeta> add,
            Join join) {
        return part(model, fields, add, join, parent, field, back, into);
    }

    private int part(
            ModelMeta<?> model,
            @Nullable List<FieldMeta> fields,
            BiConsumer<Join, FieldMeta> add,
            Join join,
            int parent,
            @Nullable FieldMeta field,
            @Nullable ReverseMeta back,
            @Nullable String into) {
        List<FieldMeta> loaded = fields == null ? model.columns() : fields;
        loaded.forEach(column -> add.accept(join, column));
        int[] numbers = fields == null
                ? null
                : fields.stream().mapToInt(FieldMeta::index).toArray();
        parts.add(new Part(model, columns + 1, numbers, parent, field, back, into));
        columns += loaded.size();
        return parts.size() - 1;
    }

    void addAnnotation(String name, ValueType type, int place) {
        extras.add(new Extra(name, type, place));
    }

    void addValue(String name, ValueType type) {
        extras.add(new Extra(name, type, columns + 1));
        columns += type.parts().size();
    }

    /** The place of a column by its name; -1 if there is none. */
    int place(String name, ModelMeta<?> model) {
        for (Extra extra : extras) {
            if (extra.name().equals(name)) {
                return extra.place();
            }
        }
        FieldMeta field = model.findField(name).orElse(null);
        for (Extra extra : extras) {
            if (field != null && model.findField(extra.name()).orElse(null) == field) {
                return extra.place();
            }
        }
        if (parts.isEmpty()) {
            return -1;
        }
        return field == null || !field.hasColumn() ? -1 : parts.getFirst().start() + field.index();
    }
}
