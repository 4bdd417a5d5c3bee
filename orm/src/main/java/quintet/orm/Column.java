package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A token of a field with a column.
 *
 * @param <R> the model it starts from
 * @param <T> the Java type of its values
 */
public interface Column<R, T> extends Token<R> {
    /** Sets the field to a value. */
    default Assignment<R> to(@Nullable T value) {
        return new Assignment<>(path(), new Node.Param(value));
    }

    /** Sets the field to what the database computes, as in {@code Book_.stock.to(Book_.stock.minus(1))}. Django's {@code F()}. */
    default Assignment<R> to(Expr<? super R, ? extends T> value) {
        return new Assignment<>(path(), value.node());
    }

    /** Sets the field to NULL. */
    default Assignment<R> toNull() {
        return new Assignment<>(path(), new Node.Param(null));
    }
}
