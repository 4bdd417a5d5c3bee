package quintet.orm.internal.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Operation;
import quintet.orm.internal.query.Query;

/** Queries joined by UNION, INTERSECT or EXCEPT. */
final class Combination {
    private Combination() {}

    /** Builds it into a SELECT; false if the query is none. */
    static boolean build(Query query, ModelMeta<?> model, Select select, @Nullable Resolver outer, Plan plan) {
        Query.Combined combined = query.combined();
        if (combined == null) {
            return false;
        }
        select.combinedOperator = combined.operator() + (combined.all() ? " ALL" : "");
        boolean first = true;
        for (Query part : combined.queries()) {
            SelectBuilder builder = new SelectBuilder(carry(query, part), outer);
            Plan own = first ? plan : new Plan();
            Select built = builder.combine(own)
                    ? builder.select()
                    : builder.givesValues() ? builder.rowSelect(own) : builder.objectSelect(own);
            if (part.order() == null && !part.isSliced()) {
                built.orderBy.clear();
            }
            if (first) {
                order(query, model, select, built, plan);
            }
            first = false;
            select.combined.add(built);
        }
        dropEmpty(select, combined.operator());
        return true;
    }

    /** Values chosen after the combination are chosen in each of its parts. */
    private static Query carry(Query query, Query part) {
        Query carried = part;
        for (Operation operation : query.operations()) {
            if (operation instanceof Operation.Values chosen && !part.givesValues()) {
                carried = carried.values(chosen.nodes());
            }
        }
        return carried;
    }

    private static void dropEmpty(Select select, String operator) {
        if (operator.equals("UNION")) {
            select.combined.removeIf(part -> part.empty);
        } else if (operator.equals("INTERSECT") && select.combined.stream().anyMatch(part -> part.empty)) {
            select.combined.clear();
        } else if (!select.combined.isEmpty()) {
            Select first = select.combined.getFirst();
            select.combined.removeIf(part -> part.empty && part != first);
            if (first.empty) {
                select.combined.clear();
            }
        }
        select.empty |= select.combined.isEmpty();
    }

    /** A combination is sorted by the places of its columns. */
    private static void order(Query query, ModelMeta<?> model, Select select, Select first, Plan plan) {
        List<Node.Ordering> order = query.order();
        if (order == null) {
            return;
        }
        for (Node.Ordering ordering : order) {
            if (!(ordering.node() instanceof Node.Path path)) {
                throw new QueryError("A union, intersection or difference is sorted by names of its columns only.");
            }
            int place = plan.place(path.text(), model);
            Select leaf = first;
            while (!leaf.combined.isEmpty()) {
                leaf = leaf.combined.getFirst();
            }
            if (place < 0 || (!leaf.items.isEmpty() && place > leaf.items.size())) {
                throw new QueryError("The order '" + path.text()
                        + "' of a union, intersection or difference is not among its columns.");
            }
            boolean down = ordering.descending() != query.isReversed();
            select.orderBy.add(
                    new R.By(new R.Raw(String.valueOf(place), List.of(), ValueType.INT), down, ordering.nullsFirst()));
        }
    }
}
