package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** The order of a query's rows: whether there is one, whether it is total, what it is for the first and the last row. */
public final class Orders {
    private Orders() {}

    private static List<Node.Ordering> orderings(Query query) {
        List<Node.Ordering> given = query.order();
        return given != null ? given : query.meta().options().ordering();
    }

    /** Whether the rows have an order, given or by default. */
    public static boolean isOrdered(Query query) {
        return query.isEmpty() || !orderings(query).isEmpty();
    }

    /** Whether the order leaves no two rows at one place. */
    public static boolean isTotal(Query query) {
        ModelMeta<?> meta = query.meta();
        Set<String> names = new HashSet<>();
        for (Node.Ordering ordering : orderings(query)) {
            if (!(ordering.node() instanceof Node.Path path)) {
                continue;
            }
            FieldMeta field = meta.findField(path.text()).orElse(null);
            if (path.text().equals("pk") && !meta.hasCompositeKey()) {
                return true;
            }
            if (field == null) {
                continue;
            }
            boolean relatedOrder = field.isReference()
                    && path.text().equals(field.name())
                    && !field.target().options().ordering().isEmpty();
            if (field.hasColumn() && field.isUnique() && !field.isNullable() && !relatedOrder) {
                return true;
            }
            names.add(field.name());
        }
        if (meta.hasCompositeKey()
                && (names.contains("pk")
                        || names.containsAll(
                                meta.keyFields().stream().map(FieldMeta::name).toList()))) {
            return true;
        }
        return meta.options().uniqueTogether().stream()
                .anyMatch(together -> names.containsAll(together)
                        && together.stream().noneMatch(name -> meta.field(name).isNullable()));
    }

    /** The query for the first row: sorted by the key if by nothing. */
    public static Query forFirst(Query query) {
        return isOrdered(query) || query.isSliced() ? query : byKey(query, false);
    }

    /** The query for the last row: the other way round. */
    public static Query forLast(Query query) {
        if (query.isSliced()) {
            throw new QueryError(
                    QueryError.Kind.TYPE,
                    "Cannot reverse a query once a slice has been taken.",
                    "Ask for last() before limit() and slice().");
        }
        return isOrdered(query) ? query.reverse() : byKey(query, true);
    }

    private static Query byKey(Query query, boolean backwards) {
        List<Node.Ordering> keys = new ArrayList<>();
        for (FieldMeta field : query.meta().keyFields()) {
            String name = query.meta().hasCompositeKey() ? field.attribute() : "pk";
            keys.add(new Node.Ordering(new Node.Path(name), backwards, null));
        }
        return query.orderBy(keys);
    }
}
