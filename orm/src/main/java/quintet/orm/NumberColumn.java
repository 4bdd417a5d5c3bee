package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A column of numbers.
 *
 * @param <R> the model it starts from
 * @param <N> its Java type
 */
public final class NumberColumn<R, N extends Number> extends NumberExpr<R, N> implements Column<R, N> {
    /** A field of the model itself. */
    public NumberColumn(String name) {
        super(new Node.Path(name));
    }

    /** A field of the model that a relation leads to. */
    public NumberColumn(Relation<R, ?> from, String name) {
        super(new Node.Path(Node.join(from.path(), name)));
    }

    @Override
    public String path() {
        return ((Node.Path) node()).text();
    }

    @Override
    public Assignment<R> to(@Nullable N value) {
        return Column.super.to(value);
    }
}
