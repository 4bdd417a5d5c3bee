package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Query;

/**
 * How a relation is loaded with a result. Answers to Django's {@code Prefetch}.
 *
 * @param <M> the model
 */
@SuppressWarnings("UnusedTypeParameter") // says where it fits
public final class Prefetch<M> {
    private final Query.Prefetch prefetch;

    private Prefetch(String path, @Nullable Query query) {
        this.prefetch = new Query.Prefetch(path, query, null);
    }

    /** A relation, all of its objects. */
    public static <M> Prefetch<M> of(Relation<M, ?> relation) {
        return new Prefetch<>(relation.path(), null);
    }

    /** A relation with the objects of a query only: filtered, sorted, with relations of their own. */
    public static <M, T> Prefetch<M> of(Relation<M, T> relation, Queries<T> query) {
        return new Prefetch<>(relation.path(), query.all().query());
    }

    /** The prefetch as a value; for Quintet's own use. */
    Query.Prefetch value() {
        return prefetch;
    }
}
