package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.fields.Range;
import quintet.orm.internal.query.Node;

/**
 * A column of ranges. Answers to Django's {@code IntegerRangeField}, {@code DateRangeField} ...; PostgreSQL only.
 *
 * @param <R> the model it starts from
 * @param <T> the type of the bounds
 */
public final class RangeColumn<R, T> extends RangeExpr<R, T> implements Column<R, Range<T>> {
    /** A field of the model itself. */
    public RangeColumn(String name) {
        super(new Node.Path(name));
    }

    /** A field of the model that a relation leads to. */
    public RangeColumn(Relation<R, ?> from, String name) {
        super(new Node.Path(Node.join(from.path(), name)));
    }

    @Override
    public String path() {
        return ((Node.Path) node()).text();
    }

    @Override
    public Assignment<R> to(@Nullable Range<T> value) {
        return Column.super.to(value);
    }
}
