package quintet.orm.internal.query;

import java.util.ArrayList;
import java.util.List;

/** Makes one query of the conditions of two. */
public final class Merging {
    private Merging() {}

    /** A query with the conditions of another too, each as a filter of its own. */
    public static Query withFiltersOf(Query query, Query other) {
        Query result = query;
        for (Operation operation : other.operations()) {
            result = result.add(operation);
        }
        return result.orElseOrderOf(other);
    }

    /** With one filter: the conditions of a query and those of another, joined. */
    public static Query withOneFilter(Query query, Node.Connector connector, Query other) {
        Node.Cond mine = condition(query);
        Node.Cond theirs = condition(other);
        List<Operation> rest = new ArrayList<>();
        query.operations().stream()
                .filter(o -> !(o instanceof Operation.Filter))
                .forEach(rest::add);
        other.operations().stream()
                .filter(o -> !(o instanceof Operation.Filter) && !rest.contains(o))
                .forEach(rest::add);
        Query result = query.withOperations(rest);
        if (!(mine instanceof Node.Anything) && !(theirs instanceof Node.Anything)) {
            result = result.filter(new Node.Both(connector, List.of(mine, theirs)));
        }
        return result.orElseOrderOf(other);
    }

    private static Node.Cond condition(Query query) {
        List<Node.Cond> parts = new ArrayList<>();
        for (Operation operation : query.operations()) {
            if (operation instanceof Operation.Filter filter) {
                parts.add(filter.negated() ? new Node.Not(filter.condition()) : filter.condition());
            }
        }
        return parts.isEmpty()
                ? new Node.Anything()
                : parts.size() == 1 ? parts.getFirst() : new Node.Both(Node.Connector.AND, parts);
    }
}
