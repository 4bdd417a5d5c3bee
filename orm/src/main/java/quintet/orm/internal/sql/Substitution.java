package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;

/** Puts values in the place of a row's columns, so that a condition can be tested for a row that is not written yet. */
public final class Substitution {
    private final Function<String, Node> values;

    /**
     * Replaces columns by what a function gives.
     *
     * @param values the value of a field by its name; may throw to give up
     */
    public Substitution(Function<String, Node> values) {
        this.values = values;
    }

    /** The condition with values. */
    public Node.Cond condition(Node.Cond condition) {
        return switch (condition) {
            case Node.Both both ->
                new Node.Both(
                        both.connector(),
                        both.conditions().stream().map(this::condition).toList());
            case Node.Not not -> new Node.Not(condition(not.condition()));
            case Node.Lookup lookup -> lookup(lookup);
            case Node.Truth truth -> new Node.Truth(node(truth.node()));
            case Node.Exists exists -> exists;
            case Node.Anything anything -> anything;
        };
    }

    private Node.Cond lookup(Node.Lookup lookup) {
        Node left = lookup.left();
        String name = lookup.lookup();
        if (left instanceof Node.Path path && name == null) {
            List<String> parts = Paths.split(path.text());
            boolean named = parts.size() > 1 && Lookups.isLookup(parts.getLast());
            name = named ? parts.getLast() : "exact";
            left = new Node.Path(String.join("__", named ? parts.subList(0, parts.size() - 1) : parts));
        }
        Node value = node(left);
        if ("isnull".equals(name)) {
            boolean missing = isNull(value);
            boolean wanted = Lookups.truth(lookup.right());
            return missing == wanted ? new Node.Anything() : new Node.Not(new Node.Anything());
        }
        return new Node.Lookup(value, name, node(lookup.right()));
    }

    /** The value that stands for NULL. */
    public static Node missing() {
        return new Node.Raw("NULL", List.of());
    }

    /** Whether a value is NULL whatever the database. */
    public static boolean isNull(Node value) {
        return value.equals(missing()) || (value instanceof Node.Typed typed && isNull(typed.node()));
    }

    /** The expression with values. */
    public Node node(Node node) {
        return switch (node) {
            case Node.Cond condition -> condition(condition);
            case Node.Path path -> path(path);
            case Node.Param param -> param;
            case Node.Call call -> new Node.Call(call.name(), nodes(call.arguments()), call.options());
            case Node.Arithmetic a -> new Node.Arithmetic(node(a.left()), a.operator(), node(a.right()));
            case Node.CondValue value -> new Node.CondValue(condition(value.condition()));
            case Node.Case choice -> {
                List<Node.When> branches = new ArrayList<>();
                choice.branches()
                        .forEach(when -> branches.add(new Node.When(condition(when.condition()), node(when.then()))));
                yield new Node.Case(branches, orNull(choice.otherwise()));
            }
            case Node.Named named -> node(named.node());
            case Node.Typed typed -> new Node.Typed(node(typed.node()), typed.type());
            case Node.JsonStep step -> new Node.JsonStep(node(step.node()), step.key());
            case Node.Raw raw -> new Node.Raw(raw.sql(), nodes(raw.parameters()));
            case Node.Row row -> new Node.Row(nodes(row.nodes()));
            default ->
                throw new QueryError(
                        "The constraint uses " + node + ", which cannot be tested before the row is written.");
        };
    }

    private Node path(Node.Path path) {
        List<String> parts = Paths.split(path.text());
        Node value = values.apply(parts.getFirst());
        for (String transform : parts.subList(1, parts.size())) {
            value = new Node.Call("transform:" + transform, List.of(value), List.of());
        }
        return value;
    }

    private List<Node> nodes(List<Node> nodes) {
        return nodes.stream().map(this::node).toList();
    }

    private @Nullable Node orNull(@Nullable Node node) {
        return node == null ? null : node(node);
    }
}
