package quintet.orm;

import quintet.orm.internal.query.Node;

/**
 * A number.
 *
 * @param <R> the model it starts from
 * @param <N> its Java type
 */
public class NumberExpr<R, N extends Number> extends Expr<R, N> {
    /** Wraps a node. */
    public NumberExpr(Node node) {
        super(node);
    }

    /** Added to. */
    public NumberExpr<R, N> plus(Number value) {
        return with("+", value);
    }

    /** Added to. */
    public NumberExpr<R, N> plus(Expr<? super R, ? extends Number> value) {
        return with("+", value);
    }

    /** Less a value. */
    public NumberExpr<R, N> minus(Number value) {
        return with("-", value);
    }

    /** Less a value. */
    public NumberExpr<R, N> minus(Expr<? super R, ? extends Number> value) {
        return with("-", value);
    }

    /** Multiplied. */
    public NumberExpr<R, N> times(Number value) {
        return with("*", value);
    }

    /** Multiplied. */
    public NumberExpr<R, N> times(Expr<? super R, ? extends Number> value) {
        return with("*", value);
    }

    /** Divided; whole numbers stay whole, as the database has it. */
    public NumberExpr<R, N> dividedBy(Number value) {
        return with("/", value);
    }

    /** Divided. */
    public NumberExpr<R, N> dividedBy(Expr<? super R, ? extends Number> value) {
        return with("/", value);
    }

    /** The remainder of a division. */
    public NumberExpr<R, N> modulo(Number value) {
        return with("%", value);
    }

    /** The remainder of a division. */
    public NumberExpr<R, N> modulo(Expr<? super R, ? extends Number> value) {
        return with("%", value);
    }

    /** To the power of. */
    public NumberExpr<R, N> power(Number value) {
        return with("^", value);
    }

    private NumberExpr<R, N> with(String operator, Object value) {
        return new NumberExpr<>(new Node.Arithmetic(node(), operator, Args.node(value)));
    }

    @Override
    public NumberExpr<R, N> as(String name) {
        return new NumberExpr<>(named(name));
    }
}
