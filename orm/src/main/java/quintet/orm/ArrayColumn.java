package quintet.orm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A column of lists. Answers to Django's {@code ArrayField}; PostgreSQL only.
 *
 * @param <R> the model it starts from
 * @param <T> what the lists hold
 */
public final class ArrayColumn<R, T> extends ArrayExpr<R, T> implements Column<R, List<T>> {
    /** A field of the model itself. */
    public ArrayColumn(String name) {
        super(new Node.Path(name));
    }

    /** A field of the model that a relation leads to. */
    public ArrayColumn(Relation<R, ?> from, String name) {
        super(new Node.Path(Node.join(from.path(), name)));
    }

    @Override
    public String path() {
        return ((Node.Path) node()).text();
    }

    @Override
    public Assignment<R> to(@Nullable List<T> value) {
        return Column.super.to(value);
    }
}
