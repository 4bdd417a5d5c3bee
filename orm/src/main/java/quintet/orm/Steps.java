package quintet.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import quintet.orm.internal.query.Merging;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Says which step may follow which, and puts queries together. */
final class Steps {
    private Steps() {}

    /** A query that is not joined with others. */
    static Query single(Query query, String step) {
        if (query.isCombined()) {
            throw new QueryError(
                    QueryError.Kind.NOT_SUPPORTED,
                    "Calling QuerySet." + step + "() after " + query.combinationName() + "() is not supported.",
                    "Do it in each of the queries before they are joined.");
        }
        return query;
    }

    /** A query that still takes conditions. */
    static Query filterable(Query query, String step) {
        single(query, step);
        if (query.isSliced()) {
            throw new QueryError(
                    QueryError.Kind.TYPE,
                    "Cannot filter a query once a slice has been taken.",
                    "Put filter() before limit() and slice().");
        }
        return query;
    }

    static Query sortable(Query query) {
        if (query.isSliced()) {
            throw new QueryError(
                    QueryError.Kind.TYPE,
                    "Cannot reorder a query once a slice has been taken.",
                    "Put orderBy() before limit() and slice().");
        }
        return query;
    }

    static Query reversible(Query query) {
        if (query.isSliced()) {
            throw new QueryError(
                    QueryError.Kind.TYPE,
                    "Cannot reverse a query once a slice has been taken.",
                    "Put reverse() before limit() and slice().");
        }
        return query;
    }

    static Query distinguishable(Query query) {
        single(query, "distinct");
        if (query.isSliced()) {
            throw new QueryError(
                    QueryError.Kind.TYPE,
                    "Cannot create distinct fields once a slice has been taken.",
                    "Put distinct() before limit() and slice().");
        }
        return query;
    }

    static Query values(Query query, String[] names) {
        return query.values(
                new ArrayList<>(Arrays.stream(names).<Node>map(Node.Path::new).toList()));
    }

    static Query values(Query query, List<? extends Expr<?, ?>> chosen) {
        return query.values(
                new ArrayList<>(chosen.stream().<Node>map(Expr::node).toList()));
    }

    /** UNION, INTERSECT or EXCEPT. */
    static Query combine(Query query, String operator, boolean all, Shaping<?, ?>[] others) {
        List<Query> queries = Arrays.stream(others).map(Shaping::query).toList();
        if (query.isEmpty() && operator.equals("UNION")) {
            List<Query> some = queries.stream().filter(q -> !q.isEmpty()).toList();
            return some.isEmpty()
                    ? query
                    : some.size() == 1
                            ? some.getFirst()
                            : some.getFirst().combine(operator, all, some.subList(1, some.size()));
        }
        if (query.isEmpty()) {
            return query;
        }
        return query.combine(operator, all, queries);
    }

    /** One query with the conditions of both. */
    static Query join(Query a, Node.Connector connector, Query b) {
        if (a.meta() != b.meta()) {
            throw new QueryError(QueryError.Kind.TYPE, "Cannot combine queries on two different base models.");
        }
        if (a.isSliced() || b.isSliced()) {
            throw new QueryError(QueryError.Kind.TYPE, "Cannot combine queries once a slice has been taken.");
        }
        single(a, "and");
        single(b, "and");
        if (a.isDistinct() != b.isDistinct()) {
            throw new QueryError(QueryError.Kind.TYPE, "Cannot combine a unique query with a non-unique query.");
        }
        if (!a.distinctOn().equals(b.distinctOn())) {
            throw new QueryError(QueryError.Kind.TYPE, "Cannot combine queries with different distinct fields.");
        }
        if (connector == Node.Connector.AND && (a.isEmpty() || b.isEmpty())) {
            return a.isEmpty() ? a : b;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        return connector == Node.Connector.AND ? Merging.withFiltersOf(a, b) : Merging.withOneFilter(a, connector, b);
    }
}
