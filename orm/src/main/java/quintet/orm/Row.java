package quintet.orm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.RowState;

/**
 * An object of a model that has no class: of the table between two models, or of a model as it was when a migration was
 * written. Columns are read and written by name; references hold plain keys.
 */
public final class Row extends KeyedModel<Object> {
    private final ModelMeta<Row> meta;
    private final @Nullable Object[] values;

    /** A new row with the fields' defaults. */
    Row(ModelMeta<Row> meta, int columns) {
        super(RowState.NEW);
        this.meta = meta;
        this.values = new Object[columns];
    }

    /** The value of a field by its name, or of a reference by its name or attribute. */
    public @Nullable Object get(String field) {
        return values[meta.field(field).index()];
    }

    /** The value of a field with a type; null stays null. */
    public <T> @Nullable T get(String field, Class<T> type) {
        Object value = get(field);
        return value == null ? null : type.cast(value);
    }

    /** Sets a field by its name. */
    public Row set(String field, @Nullable Object value) {
        FieldMeta of = meta.field(field);
        of.set(this, value instanceof Row row ? row.key() : value);
        return this;
    }

    @Nullable
    Object at(int index) {
        return values[index];
    }

    void put(int index, @Nullable Object value) {
        values[index] = value;
    }

    @Override
    public ModelMeta<Row> meta() {
        return meta;
    }

    /** The same model and the same key. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Row row && row.meta == meta && key() != null && Objects.equals(key(), row.key()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(meta.label(), key());
    }
}
