package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A column of JSON values.
 *
 * @param <R> the model it starts from
 * @param <T> its Java type
 */
public final class JsonColumn<R, T> extends JsonExpr<R, T> implements Column<R, T> {
    /** A field of the model itself. */
    public JsonColumn(String name) {
        super(new Node.Path(name));
    }

    /** A field of the model that a relation leads to. */
    public JsonColumn(Relation<R, ?> from, String name) {
        super(new Node.Path(Node.join(from.path(), name)));
    }

    @Override
    public String path() {
        return ((Node.Path) node()).text();
    }

    @Override
    public Assignment<R> to(@Nullable T value) {
        return Column.super.to(value);
    }
}
