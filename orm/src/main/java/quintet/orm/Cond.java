package quintet.orm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A condition on rows of {@code R}: what {@code filter} and {@code exclude} take. Immutable. Answers to Django's
 * {@code Q}.
 *
 * @param <R> the model the condition starts from
 */
public final class Cond<R> {
    private final Node.Cond node;

    /** Wraps a node; users get conditions from tokens. */
    public Cond(Node.Cond node) {
        this.node = node;
    }

    /**
     * A condition in Django's spelling, as in {@code Cond.lookup("author__name__icontains", "le guin")}.
     *
     * @param value a value, a collection for {@code in} and {@code range}, an {@link Expr} or a query set
     */
    public static <R> Cond<R> lookup(String lookup, @Nullable Object value) {
        String end = lookup.substring(lookup.lastIndexOf('_') + 1);
        return new Cond<>(new Node.Lookup(new Node.Path(lookup), null, Args.right(end, value)));
    }

    /** A condition that every row meets; a start for conditions put together in a loop. */
    public static <R> Cond<R> any() {
        return new Cond<>(new Node.Anything());
    }

    /** Both. */
    public Cond<R> and(Cond<? super R> other) {
        return join(Node.Connector.AND, other);
    }

    /** One of them or both. */
    public Cond<R> or(Cond<? super R> other) {
        return join(Node.Connector.OR, other);
    }

    /** An odd number of them. */
    public Cond<R> xor(Cond<? super R> other) {
        return join(Node.Connector.XOR, other);
    }

    /** The opposite. Django's {@code ~Q(...)}. */
    public Cond<R> not() {
        return new Cond<>(new Node.Not(node));
    }

    private Cond<R> join(Node.Connector connector, Cond<? super R> other) {
        if (node instanceof Node.Anything) {
            return new Cond<>(other.node);
        }
        if (other.node instanceof Node.Anything) {
            return this;
        }
        List<Node.Cond> conditions = new ArrayList<>();
        collect(connector, node, conditions);
        collect(connector, other.node, conditions);
        return new Cond<>(new Node.Both(connector, List.copyOf(conditions)));
    }

    private static void collect(Node.Connector connector, Node.Cond node, List<Node.Cond> into) {
        if (node instanceof Node.Both both && both.connector() == connector) {
            into.addAll(both.conditions());
        } else {
            into.add(node);
        }
    }

    /** The expression tree; for Quintet's own use. */
    public Node.Cond node() {
        return node;
    }

    /** Conditions are equal when they have the same form; values are not compared. */
    @Override
    public String toString() {
        return node.toString();
    }
}
