package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a historical model, selected by Django's lookup spelling; an immutable value that is evaluated by {@link #list},
 * {@link #count} and the like. Supports the lookups that a data migration needs; for anything else there is
 * {@link MigrationApps#execute}.
 */
@CheckReturnValue
public interface RowSet extends Iterable<Row> {
    /** Rows that match: {@code filter("published__year__lt", 1950)}; follows foreign keys ({@code author__name}). */
    RowSet filter(String lookup, @Nullable Object value);

    /** Rows that do not match. */
    RowSet exclude(String lookup, @Nullable Object value);

    /** Rows in order; a leading minus means descending. */
    RowSet orderBy(String... fields);

    /** At most so many rows. */
    RowSet limit(int rows);

    /** All matching rows, read at once. */
    List<Row> list();

    /** The first row, or nothing. */
    Optional<Row> first();

    /** The only row that matches; an error when there is none or more than one. */
    Row get();

    /** How many rows match. */
    long count();

    /** Whether a row matches. */
    boolean exists();

    /** Creates a row; fields not given take their defaults. */
    Row create(Map<String, ? extends @Nullable Object> values);

    /** Changes all matching rows; returns how many. */
    int update(Map<String, ? extends @Nullable Object> values);

    /** Deletes all matching rows; returns how many. Rows that point to them are not followed. */
    int delete();
}
