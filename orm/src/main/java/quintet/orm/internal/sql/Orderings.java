package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;

/** What to sort by. A relation is sorted as its model is. */
public final class Orderings {
    private static final int DEEPEST = 20;

    private final Resolver resolver;

    Orderings(Resolver resolver) {
        this.resolver = resolver;
    }

    List<R.By> resolve(Node.Ordering ordering) {
        List<Node.Ordering> expanded = new ArrayList<>();
        if (ordering.node() instanceof Node.Path path && resolver.annotations.containsKey(path.text())) {
            expanded.add(ordering);
        } else {
            expand(ordering, "", false, resolver::find, expanded, 0);
        }
        List<R.By> result = new ArrayList<>();
        for (Node.Ordering plain : expanded) {
            for (R part : R.parts(resolver.lenient(plain.node(), null))) {
                result.add(new R.By(part, plain.descending(), plain.nullsFirst()));
            }
        }
        return result;
    }

    /** The orders of a model's rows with each relation replaced by what its own model is sorted by. */
    public static List<Node.Ordering> expanded(ModelMeta<?> model, List<Node.Ordering> orders) {
        List<Node.Ordering> result = new ArrayList<>();
        orders.forEach(order -> expand(order, "", false, parts -> Paths.find(model, parts), result, 0));
        return result;
    }

    private static void expand(
            Node.Ordering ordering,
            String prefix,
            boolean turned,
            Function<List<String>, Trail> paths,
            List<Node.Ordering> into,
            int depth) {
        if (depth > DEEPEST) {
            throw new QueryError("The default orders of the models at " + prefix + " refer to each other in a circle.");
        }
        boolean down = ordering.descending() != turned;
        Boolean nullsFirst = ordering.nullsFirst();
        if (ordering.node() instanceof Node.Path path) {
            String text = prefix.isEmpty() ? path.text() : prefix + "__" + path.text();
            List<String> parts = Paths.split(text);
            Trail trail = paths.apply(parts);
            List<Node.Ordering> inner = relatedOrder(trail, parts.getLast());
            if (!inner.isEmpty()) {
                for (Node.Ordering next : inner) {
                    expand(next, text, down, paths, into, depth + 1);
                }
                return;
            }
            into.add(new Node.Ordering(new Node.Path(text), down, nullsFirst));
            return;
        }
        if (!prefix.isEmpty()) {
            throw new QueryError("The default order of the model at " + prefix
                    + " has expressions, which cannot be followed from another model. Name its fields: orderBy(\""
                    + prefix + "__...\").");
        }
        into.add(new Node.Ordering(ordering.node(), down, nullsFirst));
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
