package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A column of words prepared for searching. Answers to Django's {@code SearchVectorField}; PostgreSQL only.
 *
 * @param <R> the model it starts from
 */
public final class SearchVectorColumn<R> extends Postgres.Vector<R> implements Column<R, String> {
    /** A field of the model itself. */
    public SearchVectorColumn(String name) {
        super(new Node.Path(name));
    }

    /** A field of the model that a relation leads to. */
    public SearchVectorColumn(Relation<R, ?> from, String name) {
        super(new Node.Path(Node.join(from.path(), name)));
    }

    @Override
    public String path() {
        return ((Node.Path) node()).text();
    }

    @Override
    public Assignment<R> to(@Nullable String value) {
        return Column.super.to(value);
    }
}
