package quintet.orm;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldDeclaration;
import quintet.orm.internal.sql.ValueType;

/** Reads and writes {@link Row}s by their fields' types. */
public final class RowAccess extends ModelAccess<Row> {
    private final List<FieldDeclaration> columns;
    private final List<FieldDeclaration> relations;
    private final Supplier<ModelMeta<Row>> meta;
    private final @Nullable ValueType[] types;

    /** The access of a model without a class. */
    public RowAccess(List<FieldDeclaration> columns, List<FieldDeclaration> relations, Supplier<ModelMeta<Row>> meta) {
        super(Row.class, columns, relations);
        this.columns = columns;
        this.relations = relations;
        this.meta = meta;
        this.types = new ValueType[columns.size()];
    }

    private ValueType type(int field) {
        ValueType type = types[field];
        if (type == null) {
            type = ValueType.of(meta.get().columns().get(field));
            types[field] = type;
        }
        return type;
    }

    @Override
    public List<FieldDeclaration> columns() {
        return columns;
    }

    @Override
    public List<FieldDeclaration> relations() {
        return relations;
    }

    @Override
    public Row make() {
        Row row = new Row(Objects.requireNonNull(meta.get()), columns.size());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).options().containsKey("initial")) {
                row.put(i, columns.get(i).options().get("initial"));
            }
        }
        return row;
    }

    @Override
    public void init(Row row) {}

    @Override
    public void read(Row row, Cells cells, int at) {
        for (int i = 0; i < columns.size(); i++) {
            row.put(i, type(i).read(cells, at + i));
        }
    }

    @Override
    public void read(Row row, int field, Cells cells, int at) {
        row.put(field, type(field).read(cells, at));
    }

    @Override
    public void write(Row row, int field, Parameters parameters) {
        type(field).bind(parameters, row.at(field));
    }

    @Override
    public @Nullable Object get(Row row, int field) {
        return row.at(field);
    }

    @Override
    public void set(Row row, int field, @Nullable Object value) {
        row.put(field, value);
    }
}
