package quintet.orm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a model as it was at one point of history. References hold plain keys; keys with several fields are lists. */
public interface MigrationRow {
    /** The value of a field; an error when it is NULL, of another type, or no field has this name. */
    <T> T get(String field, Class<T> type);

    /** The value of a field; null where the column is NULL. */
    <T> @Nullable T getOrNull(String field, Class<T> type);

    /** The value of the primary key. */
    Object id();

    /** Sets a field; {@link #save} writes it. */
    MigrationRow set(String field, @Nullable Object value);

    /** Writes the fields that were set. */
    void save();

    /** Deletes the row. */
    void delete();

    /** All values by field. */
    Map<String, @Nullable Object> values();
}
