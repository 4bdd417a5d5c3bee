package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A column of truth values.
 *
 * @param <R> the model it starts from
 */
public final class BoolColumn<R> extends BoolExpr<R> implements Column<R, Boolean> {
    /** A field of the model itself. */
    public BoolColumn(String name) {
        super(new Node.Path(name));
    }

    /** A field of the model that a relation leads to. */
    public BoolColumn(Relation<R, ?> from, String name) {
        super(new Node.Path(Node.join(from.path(), name)));
    }

    @Override
    public String path() {
        return ((Node.Path) node()).text();
    }

    @Override
    public Assignment<R> to(@Nullable Boolean value) {
        return Column.super.to(value);
    }
}
