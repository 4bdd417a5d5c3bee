package quintet.orm;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** From what users pass to nodes. */
final class Args {
    private Args() {}

    /** The node of a lookup's right side; nothing equals NULL, so nulls among the values of {@code in} are left out. */
    static Node right(@Nullable String lookup, @Nullable Object value) {
        if (value instanceof Collection<?> many
                && "in".equals(lookup)
                && many.stream().anyMatch(item -> item == null || item instanceof java.math.BigInteger)) {
            Node values = node(many.stream().filter(Args::canMatch).toList());
            // To leave out null too is what excluding by such a list means.
            return many.contains(null) ? new Node.Call(Node.VALUES_OR_NULL, List.of(values), List.of()) : values;
        }
        if (value instanceof Collection<?> many
                && ("in".equals(lookup) || "range".equals(lookup))
                && many.stream().anyMatch(Expr.class::isInstance)) {
            return new Node.Row(many.stream().map(Args::node).toList());
        }
        return node(value);
    }

    /** Nothing equals NULL, and no column has numbers beyond 64 bits. */
    private static boolean canMatch(@Nullable Object value) {
        return value != null && !(value instanceof java.math.BigInteger big && big.bitLength() > 63);
    }

    private static Node sub(Query query) {
        return new Node.Sub(query, query.high() - query.low() != 1);
    }

    /** An expression's or query's node, else the value as a parameter. */
    static Node node(@Nullable Object value) {
        return switch (value) {
            case Expr<?, ?> expression -> expression.node();
            case Cond<?> condition -> new Node.CondValue(condition.node());
            case Queries<?> query -> sub(query.all().query());
            case Values<?, ?> rows -> sub(rows.query());
            case null, default -> new Node.Param(value);
        };
    }
}
