package quintet.orm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How {@code save} works.
 *
 * @param mode insert, update or whichever fits
 * @param fields the names of the fields to write; empty: all
 * @param database the alias of the database; null: where the object came from, else the default
 * @param parents with {@link Mode#INSERT}: the models that the object extends whose rows are inserted too
 */
public record Save(Mode mode, List<String> fields, @Nullable String database, List<Class<?>> parents) {
    /** Without a say about parents. */
    public Save(Mode mode, List<String> fields, @Nullable String database) {
        this(mode, fields, database, List.of());
    }

    /** Insert if the object is new, else update, in its own database. */
    public static final Save DEFAULT = new Save(Mode.ANY, List.of(), null);

    /** Insert or update. */
    public enum Mode {
        /** Whichever fits. */
        ANY,
        /** Insert, and fail if the key exists. Django's {@code force_insert}. */
        INSERT,
        /** Update, and fail if the row is not there. Django's {@code force_update}. */
        UPDATE,
        /** Write nothing: no field was named. */
        NOTHING
    }

    /** Insert, and fail if the key exists. */
    public static Save insert() {
        return new Save(Mode.INSERT, List.of(), null);
    }

    /**
     * Insert, and the rows of these models that the object extends too; without them a parent's row that is there is updated.
     * Django's {@code force_insert=(Item,)}; {@code KeyedModel.class} stands for all.
     */
    public static Save insert(Class<?>... parents) {
        return new Save(Mode.INSERT, List.of(), null, List.of(parents));
    }

    /** Whether the row of this model is inserted without looking whether it is there. */
    public boolean inserts(Class<?> model) {
        return mode == Mode.INSERT && parents.stream().anyMatch(parent -> parent.isAssignableFrom(model));
    }

    /** Update, and fail with {@link NotUpdated} if the row is not there. */
    public static Save update() {
        return new Save(Mode.UPDATE, List.of(), null);
    }

    /** Update some fields only. Django's {@code update_fields}. */
    public static Save only(String... fields) {
        if (fields.length == 0) {
            return new Save(Mode.NOTHING, List.of(), null);
        }
        return new Save(Mode.UPDATE, List.of(fields), null);
    }

    /** Update some fields only. */
    public static Save only(Token<?>... fields) {
        return new Save(
                Mode.UPDATE, java.util.Arrays.stream(fields).map(Token::path).toList(), null);
    }

    /** The same in a database by alias. Django's {@code using}. */
    public Save in(String alias) {
        return new Save(mode, fields, alias, parents);
    }
}
