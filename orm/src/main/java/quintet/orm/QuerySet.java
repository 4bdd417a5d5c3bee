package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Query;

/**
 * A query for objects of {@code M}: an immutable value that holds no results. Every evaluation ({@code list()},
 * iteration, {@code count()} ...) asks the database anew. Answers to Django's {@code QuerySet}.
 *
 * @param <M> the model
 */
public final class QuerySet<M> implements Queries<M> {
    private final Class<M> type;
    private final Query query;

    /** Wraps a query; users start from a manager. */
    public QuerySet(Class<M> type, Query query) {
        this.type = type;
        this.query = query;
    }

    @Override
    public QuerySet<M> all() {
        return this;
    }

    /** The class of the objects. */
    public Class<M> type() {
        return type;
    }

    /** The query as a value; for Quintet's own use. */
    @Override
    public Query query() {
        return query;
    }

    /** The same class with another query; for Quintet's own use. */
    @Override
    public QuerySet<M> with(Query other) {
        return new QuerySet<>(type, other);
    }

    /** The alias that {@code using} gave; null where none was given, so that routers choose. */
    public @Nullable String database() {
        return query.database();
    }

    /** The SQL text this query would run in the default database, with {@code ?} for values. */
    @Override
    public String toString() {
        return quintet.orm.internal.load.Engine.describe(query);
    }
}
