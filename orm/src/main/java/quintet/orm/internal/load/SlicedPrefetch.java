package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.List;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.Orderings;

/** A slice of a prefetched query holds for the objects of each owner: the database numbers them with a window. */
final class SlicedPrefetch {
    private SlicedPrefetch() {}

    /**
     * The query for the objects of several owners.
     *
     * @param path the way from the objects to their owners
     * @param owners the condition that they belong to the owners
     */
    static Query of(Query query, String path, Node.Cond owners) {
        if (!query.isSliced()) {
            return query.filter(owners);
        }
        List<Node.Ordering> order = new ArrayList<>();
        List<Node.Ordering> given = query.order();
        for (Node.Ordering ordering :
                Orderings.expanded(query.meta(), given == null ? query.meta().ordering() : given)) {
            order.add(query.isReversed() ? ordering.reversed() : ordering);
        }
        Node number = new Node.Window(
                new Node.Call("RowNumber", List.of(), List.of()), List.of(new Node.Path(path)), order, null);
        List<Node.Cond> all = new ArrayList<>();
        all.add(owners);
        all.add(new Node.Lookup(number, "gt", new Node.Param(query.low())));
        if (query.high() >= 0) {
            all.add(new Node.Lookup(number, "lte", new Node.Param(query.high())));
        }
        return query.unsliced().filter(new Node.Both(Node.Connector.AND, all));
    }

    /** The error for a slice where no part of the objects can be kept. */
    static QueryError refused(String instead) {
        return new QueryError(QueryError.Kind.TYPE, "Cannot filter a query once a slice has been taken.", instead);
    }
}
