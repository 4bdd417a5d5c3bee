package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quintet.orm.FieldMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;

/** What to sort by. A relation is sorted as its model is. */
final class Orderings {
    private static final int DEEPEST = 20;

    private final Resolver resolver;

    Orderings(Resolver resolver) {
        this.resolver = resolver;
    }

    List<R.By> resolve(Node.Ordering ordering) {
        List<R.By> result = new ArrayList<>();
        add(ordering, "", false, result, 0);
        return result;
    }

    private void add(Node.Ordering ordering, String prefix, boolean turned, List<R.By> into, int depth) {
        if (depth > DEEPEST) {
            throw new QueryError("The default orders of the models at " + prefix + " refer to each other in a circle.");
        }
        boolean down = ordering.descending() != turned;
        Boolean nullsFirst = ordering.nullsFirst();
        if (ordering.node() instanceof Node.Path path && !resolver.annotations.containsKey(path.text())) {
            String text = prefix.isEmpty() ? path.text() : prefix + "__" + path.text();
            List<String> parts = Paths.split(text);
            Trail trail = resolver.find(parts);
            List<Node.Ordering> inner = relatedOrder(trail, parts.getLast());
            if (!inner.isEmpty()) {
                for (Node.Ordering next : inner) {
                    add(next, text, down, into, depth + 1);
                }
                return;
            }
            for (R part : R.parts(resolver.path(parts, null))) {
                into.add(new R.By(part, down, nullsFirst));
            }
            return;
        }
        if (!prefix.isEmpty()) {
            throw new QueryError("The default order of the model at " + prefix
                    + " has expressions, which cannot be followed from another model. Name its fields: orderBy(\""
                    + prefix + "__...\").");
        }
        for (R part : R.parts(resolver.resolve(ordering.node(), null))) {
            into.add(new R.By(part, down, nullsFirst));
        }
    }

    private static List<Node.Ordering> relatedOrder(Trail trail, String last) {
        if (!trail.relation() || trail.hops().isEmpty() || !trail.rest().isEmpty() || last.equals("pk")) {
            return List.of();
        }
        Hop hop = trail.hops().getLast();
        Optional<FieldMeta> named = hop.fromField().model().findField(last);
        boolean attribute = named.isPresent()
                && last.equals(named.get().attribute())
                && !last.equals(named.get().name());
        return attribute ? List.of() : hop.to().ordering();
    }
}
