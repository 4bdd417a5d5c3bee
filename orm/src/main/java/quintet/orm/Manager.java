package quintet.orm;

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

    /** The model. */
    public final Class<M> type() {
        return type;
    }
}
