package quintet.orm.internal.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.Db;
import quintet.orm.Expr;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.Compiled;
import quintet.orm.internal.sql.EmptyValues;
import quintet.orm.internal.sql.Plan;
import quintet.orm.internal.sql.SqlCache;

/** Values computed from all rows of a query. */
public final class Aggregation {
    private Aggregation() {}

    static Map<String, Node> named(List<? extends Expr<?, ?>> aggregates) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Expr<?, ?> aggregate : aggregates) {
            if (!(aggregate.node() instanceof Node.Named named)) {
                throw new QueryError(
                        QueryError.Kind.TYPE,
                        "Complex aggregates require an alias",
                        "Give each aggregate a name: sum(...).as(\"total\").");
            }
            nodes.put(named.name(), named.node());
        }
        return nodes;
    }

    static Map<String, Object> run(Query query, Map<String, Node> nodes) {
        if (!query.distinctOn().isEmpty()) {
            throw new QueryError(
                    QueryError.Kind.NOT_SUPPORTED,
                    "aggregate() + distinct(fields) not implemented.",
                    "Aggregate over the keys of the distinct rows: filter(\"pk__in\", rows.distinctOn(...).values(\"pk\")).");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        if (nodes.isEmpty()) {
            return result;
        }
        Db db = Engine.database(query);
        Query all = query.related(false);
        for (Map.Entry<String, Node> entry : nodes.entrySet()) {
            all = all.annotate("aggregate:" + entry.getKey(), entry.getValue(), false);
        }
        Query key = all;
        Compiled compiled = db.cache()
                .get(
                        key,
                        SqlCache.Purpose.AGGREGATE,
                        () -> db.dialect().compiler().aggregate(query, nodes));
        if (compiled.isEmpty()) {
            nodes.forEach((name, node) -> result.put(
                    name, Objects.requireNonNull(EmptyValues.of(node)).value()));
            return result;
        }
        return Engine.read(db, compiled, all, (rows, cells) -> {
            if (rows.next()) {
                for (Plan.Extra extra : compiled.plan().extras()) {
                    result.put(extra.name(), extra.type().read(cells, extra.place()));
                }
            }
            return result;
        });
    }

    static @Nullable Object one(Query query, Node aggregate) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        nodes.put("value", aggregate instanceof Node.Named named ? named.node() : aggregate);
        return run(query, nodes).get("value");
    }

    /** One value computed from all rows. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the aggregate's type is T
    public static <T> @Nullable T of(Query query, Expr<?, T> aggregate) {
        return (T) one(query, aggregate.node());
    }

    /** Several values computed from all rows. */
    public static Map<String, Object> of(Query query, List<? extends Expr<?, ?>> aggregates) {
        return run(query, named(aggregates));
    }
}
