package quintet.orm;

import quintet.orm.internal.query.Node;

/**
 * What to sort by: an expression, which sorts upwards, or {@code asc()} and {@code desc()} of one.
 *
 * @param <R> the model it starts from
 */
public interface Order<R> {
    /** The ordering as a node; for Quintet's own use. */
    Node.Ordering ordering();

    /** Missing values first. */
    default Order<R> nullsFirst() {
        Node.Ordering old = ordering();
        return of(new Node.Ordering(old.node(), old.descending(), true));
    }

    /** Missing values last. */
    default Order<R> nullsLast() {
        Node.Ordering old = ordering();
        return of(new Node.Ordering(old.node(), old.descending(), false));
    }

    /** In Django's spelling: {@code "title"}, {@code "-author__name"}, {@code "?"} for a random order. */
    static <R> Order<R> of(String name) {
        boolean down = name.startsWith("-");
        String path = down || name.startsWith("+") ? name.substring(1) : name;
        Node node = path.equals("?")
                ? new Node.Call("Random", java.util.List.of(), java.util.List.of())
                : new Node.Path(path);
        return of(new Node.Ordering(node, down, null));
    }

    private static <R> Order<R> of(Node.Ordering ordering) {
        return () -> ordering;
    }
}
