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

    /** To the power of. */
    public NumberExpr<R, N> power(Expr<? super R, ? extends Number> value) {
        return with("^", value);
    }

    /** The other way round: less than zero for what was more. */
    public NumberExpr<R, N> negated() {
        return with("*", -1);
    }

    /** Without the sign. */
    public NumberExpr<R, N> abs() {
        return Functions.abs(this);
    }

    /** The next whole number up. */
    public NumberExpr<R, N> ceil() {
        return Functions.ceil(this);
    }

    /** The next whole number down. */
    public NumberExpr<R, N> floor() {
        return Functions.floor(this);
    }

    /** Rounded to a whole number. */
    public NumberExpr<R, N> round() {
        return Functions.round(this);
    }

    /** Rounded to a number of places behind the point. */
    public NumberExpr<R, N> round(int places) {
        return Functions.round(this, places);
    }

    /** -1, 0 or 1. */
    public NumberExpr<R, N> sign() {
        return Functions.sign(this);
    }

    /** The bits that both have. */
    public NumberExpr<R, N> bitAnd(long bits) {
        return with("&", bits);
    }

    @Override
    public NumberExpr<R, N> bitAnd(Expr<? super R, ?> other) {
        return with("&", other);
    }

    /** The bits that one of them has. */
    public NumberExpr<R, N> bitOr(long bits) {
        return with("|", bits);
    }

    @Override
    public NumberExpr<R, N> bitOr(Expr<? super R, ?> other) {
        return with("|", other);
    }

    /** The bits that exactly one of them has. */
    public NumberExpr<R, N> bitXor(long bits) {
        return with("#", bits);
    }

    @Override
    public NumberExpr<R, N> bitXor(Expr<? super R, ?> other) {
        return with("#", other);
    }

    /** The bits moved up. */
    public NumberExpr<R, N> shiftLeft(int places) {
        return with("<<", places);
    }

    @Override
    public NumberExpr<R, N> shiftLeft(Expr<? super R, ?> places) {
        return with("<<", places);
    }

    /** The bits moved down. */
    public NumberExpr<R, N> shiftRight(int places) {
        return with(">>", places);
    }

    @Override
    public NumberExpr<R, N> shiftRight(Expr<? super R, ?> places) {
        return with(">>", places);
    }

    @Override
    public NumberExpr<R, N> coalesce(N otherwise) {
        return new NumberExpr<>(super.coalesce(otherwise).node());
    }

    @Override
    public NumberExpr<R, N> coalesce(Expr<? super R, ? extends N> otherwise) {
        return new NumberExpr<>(super.coalesce(otherwise).node());
    }

    @Override
    public NumberExpr<R, N> nullIf(N other) {
        return new NumberExpr<>(super.nullIf(other).node());
    }

    private NumberExpr<R, N> with(String operator, Object value) {
        return new NumberExpr<>(new Node.Arithmetic(node(), operator, Args.node(value)));
    }

    @Override
    public NumberExpr<R, N> as(String name) {
        return new NumberExpr<>(named(name));
    }
}
