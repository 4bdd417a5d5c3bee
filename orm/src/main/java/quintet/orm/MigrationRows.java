package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a model as it was at one point of history, selected by Django's lookup spelling. An immutable value without results;
 * {@link #list}, {@link #count} and the like ask the database, on the connection of the migration.
 *
 * <pre>{@code
 * runJava(apps -> {
 *     for (MigrationRow book : apps.model("library", "Book").filter("title__startswith", "The ")) {
 *         book.set("sort_title", book.get("title", String.class).substring(4)).save();
 *     }
 * })
 * }</pre>
 */
@CheckReturnValue
public interface MigrationRows extends Iterable<MigrationRow> {
    /**
     * Rows that match: {@code filter("price__lt", 10)}, through references {@code filter("author__name", "Ann")}. Lookups: exact, gt,
     * gte, lt, lte, in, range, isnull, iexact, contains, startswith, endswith and their i-forms, regex, iregex.
     */
    MigrationRows filter(String lookup, @Nullable Object value);

    /** Rows that do not match. */
    MigrationRows exclude(String lookup, @Nullable Object value);

    /** Rows in order; a leading minus means descending. */
    MigrationRows orderBy(String... fields);

    /** At most so many rows. */
    MigrationRows limit(int rows);

    /** All matching rows. */
    List<MigrationRow> list();

    /** The first row, by primary key unless ordered otherwise. */
    Optional<MigrationRow> first();

    /** The only row that matches; an error when there is none or more than one. */
    MigrationRow get();

    /** How many rows match. */
    long count();

    /** Whether a row matches. */
    boolean exists();

    /** Creates a row; fields not given take their defaults. */
    MigrationRow create(Map<String, ? extends @Nullable Object> values);

    /** Changes all matching rows; returns how many. */
    int update(Map<String, ? extends @Nullable Object> values);

    /** Deletes all matching rows; returns how many. Rows that point to them are the database's business. */
    int delete();

    @Override
    default Iterator<MigrationRow> iterator() {
        return list().iterator();
    }
}
