package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/** From what users pass to nodes. */
final class Args {
    private Args() {}

    /** An expression's or query's node, else the value as a parameter. */
    static Node node(@Nullable Object value) {
        return switch (value) {
            case Expr<?, ?> expression -> expression.node();
            case Cond<?> condition -> new Node.CondValue(condition.node());
            case Queries<?> query -> new Node.Sub(query.all().query());
            case Values<?, ?> rows -> new Node.Sub(rows.query());
            case null, default -> new Node.Param(value);
        };
    }
}
