package quintet.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * The rows a function looks at: those of the same group, in an order, within a frame. {@code
 * rank().over(Window.partitionBy(Book_.genre).orderBy(Book_.price.desc()))}. Immutable; answers to the arguments of
 * Django's {@code Window}.
 *
 * @param <R> the model
 */
public final class Window<R> {
    private final List<Node> partition;
    private final List<Node.Ordering> order;
    private final Node.@Nullable Frame frame;

    private Window(List<Node> partition, List<Node.Ordering> order, Node.@Nullable Frame frame) {
        this.partition = List.copyOf(partition);
        this.order = List.copyOf(order);
        this.frame = frame;
    }

    /** All rows of the query. */
    public static <R> Window<R> everything() {
        return new Window<>(List.of(), List.of(), null);
    }

    /** The rows that have the same values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R> Window<R> partitionBy(Expr<R, ?>... values) {
        return new Window<>(Arrays.stream(values).<Node>map(Expr::node).toList(), List.of(), null);
    }

    /** All rows of the query in an order. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R> Window<R> orderedBy(Order<R>... orders) {
        return Window.<R>everything().orderBy(orders);
    }

    /** In an order. Aggregates then are of the rows up to this one, unless a frame says otherwise. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Window<R> orderBy(Order<? super R>... orders) {
        List<Node.Ordering> more = new ArrayList<>(order);
        for (Order<? super R> one : orders) {
            more.add(one.ordering());
        }
        return new Window<>(partition, more, frame);
    }

    /** Of the rows of the order only those near the row. */
    public Window<R> frame(WindowFrame rows) {
        return new Window<>(partition, order, rows.node());
    }

    Node of(Node function) {
        return new Node.Window(function, partition, order, frame);
    }
}
