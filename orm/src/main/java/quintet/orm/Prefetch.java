package quintet.orm;

import java.util.Arrays;
import java.util.List;
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

    private Prefetch(String path, @Nullable Query query, @Nullable String into) {
        this(new Query.Prefetch(path, query, into));
    }

    private Prefetch(Query.Prefetch prefetch) {
        this.prefetch = prefetch;
    }

    /** A relation in Django's spelling, all of its objects. */
    public static <M> Prefetch<M> of(String path) {
        return new Prefetch<>(path, null, null);
    }

    /** A relation in Django's spelling, with the objects of a query only. */
    public static <M> Prefetch<M> of(String path, Shaping<?, ?> query) {
        if (query.query().givesValues()) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Prefetch querysets cannot use raw(), values(), and values_list().",
                    "Prefetched relations hold objects.");
        }
        return new Prefetch<>(path, query.query(), null);
    }

    /**
     * A relation to rows of any model, with the objects of these queries, one for each model; those of other models are loaded
     * as usual. Django's {@code GenericPrefetch}.
     */
    public static <M> Prefetch<M> ofModels(String path, Queries<?>... queries) {
        List<Query> all =
                Arrays.stream(queries).map(query -> query.all().query()).toList();
        return new Prefetch<>(new Query.Prefetch(path, null, null, all));
    }

    /** Keeps the objects under a name of their own: {@code row.annotation("good")} gives the list, or the one
     * object of a relation to one, null for none. Django's {@code to_attr}. */
    public Prefetch<M> into(String name) {
        return new Prefetch<>(new Query.Prefetch(prefetch.path(), prefetch.query(), name, prefetch.more()));
    }

    /** A relation, all of its objects. */
    public static <M> Prefetch<M> of(Relation<M, ?> relation) {
        return new Prefetch<>(relation.path(), null, null);
    }

    /** A relation with the objects of a query only: filtered, sorted, with relations of their own. */
    public static <M, T> Prefetch<M> of(Relation<M, T> relation, Queries<T> query) {
        return new Prefetch<>(relation.path(), query.all().query(), null);
    }

    /** The prefetch as a value; for Quintet's own use. */
    Query.Prefetch value() {
        return prefetch;
    }
}
