package quintet.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A value computed from many rows.
 *
 * @param <R> the model it starts from
 * @param <T> its Java type
 */
public final class Aggregate<R, T> extends Expr<R, T> {
    private static final Set<String> UNORDERED = Set.of(
            "Count", "Sum", "Avg", "Min", "Max", "StdDev", "StdDevSample", "Variance", "VarianceSample", "AnyValue");

    /** Wraps a node. */
    public Aggregate(Node node) {
        super(node);
    }

    private Node.Aggregate aggregate() {
        Node inner = node() instanceof Node.Named named ? named.node() : node();
        return (Node.Aggregate) (inner instanceof Node.Typed typed ? typed.node() : inner);
    }

    private Aggregate<R, T> change(Node.Aggregate changed) {
        Node inner = node() instanceof Node.Named named ? named.node() : node();
        Node outer = inner instanceof Node.Typed typed ? new Node.Typed(changed, typed.type()) : changed;
        return new Aggregate<>(node() instanceof Node.Named named ? new Node.Named(named.name(), outer) : outer);
    }

    /** Of the rows that meet a condition only. */
    public Aggregate<R, T> filter(Cond<? super R> rows) {
        Node.Aggregate a = aggregate();
        return change(new Node.Aggregate(
                a.name(), a.argument(), a.distinct(), rows.node(), a.otherwise(), a.order(), a.more()));
    }

    /** Each value once. */
    public Aggregate<R, T> distinct() {
        Node.Aggregate a = aggregate();
        return change(new Node.Aggregate(a.name(), a.argument(), true, a.filter(), a.otherwise(), a.order(), a.more()));
    }

    /** A value for no rows, instead of null. Django's {@code default}. */
    public Aggregate<R, T> orElse(@Nullable T value) {
        Node.Aggregate a = aggregate();
        if (a.name().equals("Count")) {
            throw new QueryError(
                    QueryError.Kind.TYPE, "Count does not allow default.", "The number of no rows is 0 already.");
        }
        return change(new Node.Aggregate(
                a.name(), a.argument(), a.distinct(), a.filter(), new Node.Param(value), a.order(), a.more()));
    }

    /** Of the rows around each row, instead of all. Django's {@code Window}. */
    public Expr<R, T> over(Window<? super R> rows) {
        return new Expr<>(rows.of(node() instanceof Node.Named named ? named.node() : node()));
    }

    /** In this order, where the order matters: for joined texts and lists. */
    public Aggregate<R, T> orderBy(Order<? super R> order) {
        Node.Aggregate a = aggregate();
        if (UNORDERED.contains(a.name())) {
            throw new QueryError(
                    QueryError.Kind.TYPE,
                    a.name() + " does not allow order_by.",
                    "The order of the rows makes no difference to it.");
        }
        List<Node.Ordering> orders = new ArrayList<>(a.order());
        orders.add(order.ordering());
        return change(new Node.Aggregate(
                a.name(), a.argument(), a.distinct(), a.filter(), a.otherwise(), List.copyOf(orders), a.more()));
    }

    @Override
    public Aggregate<R, T> as(String name) {
        return new Aggregate<>(named(name));
    }
}
