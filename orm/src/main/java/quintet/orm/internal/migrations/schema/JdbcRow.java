package quintet.orm.internal.migrations.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
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
        Object value = values.get(name(field));
        return value == null ? null : StoredValues.as(rows.model().field(name(field)), value, type);
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
        Object id = values.get(rows.model().primaryKey().name());
        if (id == null) {
            throw new MigrationException("The row of " + rows.model().key() + " has no key of one column");
        }
        return id;
    }

    @Override
    public MigrationRow set(String field, @Nullable Object value) {
        Object plain = value instanceof MigrationRow row ? row.id() : value;
        values.put(name(field), plain);
        changed.put(name(field), plain);
        return this;
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
