package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.MigrationRow;
import quintet.orm.internal.migrations.MigrationException;

/** A row that was read; remembers what was set since. */
final class JdbcRow implements MigrationRow {
    private final JdbcRows rows;
    private final Map<String, @Nullable Object> values;
    private final Map<String, @Nullable Object> changed = new LinkedHashMap<>();

    JdbcRow(JdbcRows rows, Map<String, @Nullable Object> values) {
        this.rows = rows;
        this.values = values;
    }

    @Override
    public <T> T get(String field, Class<T> type) {
        T value = getOrNull(field, type);
        if (value == null) {
            throw new MigrationException("Field '" + field + "' of "
                    + rows.model().key() + " is NULL in row " + id() + "; use getOrNull where NULL may occur");
        }
        return value;
    }

    @Override
    public <T> @Nullable T getOrNull(String field, Class<T> type) {
        SchemaField of = rows.model().field(name(field));
        Object value = KeyTests.columns(of).isEmpty() ? values.get(of.name()) : whole(KeyTests.columns(of));
        return value == null ? null : StoredValues.as(of, value, type);
    }

    /** The values of several columns; null if one of them is NULL. */
    private @Nullable List<Object> whole(List<SchemaField> columns) {
        List<Object> all = new ArrayList<>();
        for (SchemaField column : columns) {
            Object value = values.get(column.name());
            if (value == null) {
                return null;
            }
            all.add(value);
        }
        return all;
    }

    /** A field's name; also understood with {@code _id} at the end of a reference. */
    private String name(String field) {
        if (!values.containsKey(field) && field.endsWith("_id")) {
            return rows.model().field(field.substring(0, field.length() - 3)).name();
        }
        return rows.model().field(field).name();
    }

    @Override
    public Object id() {
        SchemaField key = rows.model().primaryKey();
        Object id = KeyTests.columns(key).isEmpty() ? values.get(key.name()) : whole(KeyTests.columns(key));
        if (id == null) {
            throw new MigrationException("The row of " + rows.model().key() + " has no key");
        }
        return id;
    }

    @Override
    public MigrationRow set(String field, @Nullable Object value) {
        SchemaField of = rows.model().field(name(field));
        List<SchemaField> columns = KeyTests.columns(of);
        if (columns.isEmpty()) {
            put(of.name(), value instanceof MigrationRow row ? row.id() : value);
            return this;
        }
        List<@Nullable Object> parts = KeyTests.values(of, columns, value);
        for (int i = 0; i < columns.size(); i++) {
            put(columns.get(i).name(), parts.get(i));
        }
        return this;
    }

    private void put(String name, @Nullable Object value) {
        values.put(name, value);
        changed.put(name, value);
    }

    @Override
    public void save() {
        if (changed.isEmpty()) {
            return;
        }
        int updated = rows.byKey(id()).update(changed);
        if (updated != 1) {
            throw new MigrationException("Row " + id() + " of " + rows.model().key() + " is not there any more");
        }
        changed.clear();
    }

    @Override
    public void delete() {
        int deleted = rows.byKey(id()).delete();
        if (deleted != 1) {
            throw new MigrationException("Row " + id() + " of " + rows.model().key() + " is not there any more");
        }
    }

    @Override
    public Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public String toString() {
        return rows.model().key() + " " + values;
    }
}
