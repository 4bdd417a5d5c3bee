package quintet.orm;

import quintet.orm.internal.query.Node;

/**
 * A field and its new value, for {@code update}, {@code getOrCreate} and the like: {@code Book_.stock.to(3)}.
 *
 * @param field the field's path
 * @param value the value as a node; for Quintet's own use
 * @param <R> the model
 */
@SuppressWarnings("UnusedTypeParameter") // says where it fits
public record Assignment<R>(String field, Node value) {
    /** In Django's spelling. */
    public static <R> Assignment<R> of(String field, @org.jspecify.annotations.Nullable Object value) {
        return new Assignment<>(field, Args.node(value));
    }
}
