package quintet.orm;

import java.util.List;
import quintet.orm.internal.query.Query;

/**
 * Where queries for a model start: {@code public static final Manager<Book> objects = new Manager<>(Book.class)}. Extend
 * it to add methods of your own, and override {@link #all} to leave rows out everywhere. Does nothing until it is used.
 *
 * @param <M> the model
 */
public class Manager<M> implements Queries<M> {
    private final Class<M> type;
    private final QuerySet<M> rows;

    /** The manager of a model. */
    public Manager(Class<M> type) {
        this.type = type;
        this.rows = new QuerySet<>(type, Query.of(type));
    }

    /** The rows this manager gives. Django's {@code get_queryset}. */
    @Override
    public QuerySet<M> all() {
        return rows;
    }

    /**
     * The row with a natural key, as {@link KeyedModel#naturalKey} gives it. By the fields that {@code Meta.naturalKey} names;
     * override it where a key is found another way. Django's {@code get_by_natural_key}.
     *
     * @throws DoesNotExist if there is none
     */
    public M getByNaturalKey(List<?> key) {
        return quintet.orm.internal.load.NaturalKeys.find(this, key);
    }

    /** The model. */
    public final Class<M> type() {
        return type;
    }
}
