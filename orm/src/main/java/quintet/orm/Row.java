package quintet.orm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a historical model, by field names. */
public interface Row {
    /** The value of a field; a foreign key gives the key. An error when the field is unknown, the value is null or of another type. */
    <T> T get(String field, Class<T> type);

    /** The value of a field, null where the column is NULL. */
    <T> @Nullable T getOrNull(String field, Class<T> type);

    /** The value of the primary key. */
    Object id();

    /** Sets a field; written by {@link #save}. */
    Row set(String field, @Nullable Object value);

    /** Writes the fields that were set. */
    void save();

    /** Deletes the row. */
    void delete();

    /** All values by field name. */
    Map<String, @Nullable Object> values();
}
