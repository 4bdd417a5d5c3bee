package quintet.orm;

import quintet.orm.internal.query.Node;

/**
 * A truth value.
 *
 * @param <R> the model it starts from
 */
public class BoolExpr<R> extends Expr<R, Boolean> {
    /** Wraps a node. */
    public BoolExpr(Node node) {
        super(node);
    }

    /** Is true. */
    @Override
    public Cond<R> isTrue() {
        return eq(true);
    }

    /** Is false. */
    public Cond<R> isFalse() {
        return eq(false);
    }

    @Override
    public BoolExpr<R> as(String name) {
        return new BoolExpr<>(named(name));
    }
}
