package quintet.orm;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A list the database keeps or computes. PostgreSQL only.
 *
 * @param <R> the model it starts from
 * @param <T> what the list holds
 */
public class ArrayExpr<R, T> extends Expr<R, List<T>> {
    /** Wraps a node. */
    public ArrayExpr(Node node) {
        super(node);
    }

    /** Has all these values, in any order. Django's {@code contains}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Cond<R> contains(T... values) {
        return compare("contains", Arrays.asList(values));
    }

    /** Has all the values of another list. */
    public final Cond<R> contains(Expr<? super R, List<T>> other) {
        return compare("contains", other);
    }

    /** Has no values but these. Django's {@code contained_by}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Cond<R> containedBy(T... values) {
        return compare("contained_by", Arrays.asList(values));
    }

    /** Has no values but those of another list. */
    public final Cond<R> containedBy(Expr<? super R, List<T>> other) {
        return compare("contained_by", other);
    }

    /** Has one of these values. Django's {@code overlap}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Cond<R> overlap(T... values) {
        return compare("overlap", Arrays.asList(values));
    }

    /** Has one of the values of another list. */
    public final Cond<R> overlap(Expr<? super R, List<T>> other) {
        return compare("overlap", other);
    }

    /** Has one of the values a query gives. */
    public final Cond<R> overlap(Values.Of1<?, ? extends T> rows) {
        return compare("overlap", rows);
    }

    /** How many values there are. Django's {@code len}. */
    public final NumberExpr<R, Integer> length() {
        return new NumberExpr<>(transform("len"));
    }

    /** The value at a place, counted from 0; NULL where there is none. Django's index transforms, {@code tags__0}. */
    public final Expr<R, T> get(int index) {
        return new Expr<>(transform(String.valueOf(checked(index))));
    }

    /** The values from a place up to, but without, another: counted from 0; null: to the end. Django's slice transforms, {@code tags__0_2}. */
    @Override
    public final ArrayExpr<R, T> slice(int start, @Nullable Integer end) {
        if (end == null) {
            throw new QueryError(QueryError.Kind.VALUE, "Say where the part of the array ends.", "Write slice(0, 2).");
        }
        return new ArrayExpr<>(transform(checked(start) + "_" + checked(end)));
    }

    private static int checked(int place) {
        if (place < 0) {
            throw new QueryError(
                    QueryError.Kind.VALUE, "Negative indexing is not supported.", "Places of an array count from 0.");
        }
        return place;
    }

    @Override
    public ArrayExpr<R, T> as(String name) {
        return new ArrayExpr<>(named(name));
    }
}
