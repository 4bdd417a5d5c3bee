package quintet.orm.internal.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node.Cond;
import quintet.orm.internal.query.Node.Ordering;

/**
 * Gives the values of a query numbers, in one fixed order. {@link #values} collects them in the same order from any query
 * of the same form, so that SQL compiled for one serves them all.
 */
public final class Numbering {
    private final List<@Nullable Object> values = new ArrayList<>();

    private Numbering() {}

    /**
     * The values of a query in order.
     *
     * @param expected about how many there are
     */
    public static @Nullable Object[] values(Query query, int expected) {
        Collector collector = new Collector(expected);
        collector.query(query);
        return collector.values();
    }

    /** The query with numbers on its values. */
    public static Query number(Query query) {
        Numbering numbering = new Numbering();
        Query numbered = numbering.query(query);
        if (numbering.values.size() != values(query, numbering.values.size()).length) {
            throw new IllegalStateException("Values of a query were numbered and collected in different orders.");
        }
        return numbered;
    }

    private Query query(Query query) {
        List<Operation> operations = new ArrayList<>();
        for (Operation operation : query.operations()) {
            operations.add(
                    switch (operation) {
                        case Operation.Filter filter ->
                            new Operation.Filter(cond(filter.condition()), filter.negated(), filter.continued());
                        case Operation.Annotate annotate ->
                            new Operation.Annotate(annotate.name(), node(annotate.node()), annotate.selected());
                        case Operation.Values chosen -> new Operation.Values(nodes(chosen.nodes()));
                        case Operation.Relate relate ->
                            new Operation.Relate(relate.name(), relate.path(), cond(relate.condition()));
                    });
        }
        Query numbered = query.withOperations(operations);
        if (query.order() != null) {
            numbered = numbered.orderBy(orderings(query.order()));
        }
        Query.Combined combined = query.combined();
        if (combined != null) {
            List<Query> parts = new ArrayList<>();
            for (Query part : combined.queries()) {
                parts.add(query(part));
            }
            numbered = numbered.withCombined(new Query.Combined(combined.operator(), combined.all(), parts));
        }
        if (query.isSliced()) {
            numbered = numbered.withLimits(values.size());
            values.add(query.low());
            values.add(query.high());
        }
        return numbered;
    }

    private List<Node> nodes(List<Node> nodes) {
        List<Node> result = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            result.add(node(node));
        }
        return result;
    }

    private List<Ordering> orderings(List<Ordering> orderings) {
        List<Ordering> result = new ArrayList<>(orderings.size());
        for (Ordering ordering : orderings) {
            result.add(new Ordering(node(ordering.node()), ordering.descending(), ordering.nullsFirst()));
        }
        return result;
    }

    private @Nullable Node orNull(@Nullable Node node) {
        return node == null ? null : node(node);
    }

    private Node node(Node node) {
        return switch (node) {
            case Cond cond -> cond(cond);
            case Node.Param param -> {
                values.add(param.value());
                yield new Node.Param(param.value(), values.size() - 1);
            }
            case Node.Path path -> path;
            case Node.Solved solved -> solved;
            case Node.Call call -> new Node.Call(call.name(), nodes(call.arguments()), call.options());
            case Node.CondValue value -> new Node.CondValue(cond(value.condition()));
            case Node.Arithmetic a -> {
                Node left = node(a.left());
                yield new Node.Arithmetic(left, a.operator(), node(a.right()));
            }
            case Node.Aggregate a -> {
                Node argument = orNull(a.argument());
                Cond filter = a.filter() == null ? null : cond(a.filter());
                Node otherwise = orNull(a.otherwise());
                List<Ordering> order = orderings(a.order());
                yield new Node.Aggregate(a.name(), argument, a.distinct(), filter, otherwise, order, nodes(a.more()));
            }
            case Node.Case choice -> {
                List<Node.When> branches = new ArrayList<>();
                for (Node.When when : choice.branches()) {
                    Cond condition = cond(when.condition());
                    branches.add(new Node.When(condition, node(when.then())));
                }
                yield new Node.Case(branches, orNull(choice.otherwise()));
            }
            case Node.Named named -> new Node.Named(named.name(), node(named.node()));
            case Node.Outer outer -> new Node.Outer(node(outer.node()));
            case Node.Sub sub -> new Node.Sub(query(sub.query()), sub.several());
            case Node.Typed typed -> new Node.Typed(node(typed.node()), typed.type());
            case Node.JsonStep step -> new Node.JsonStep(node(step.node()), step.key());
            case Node.Raw raw -> new Node.Raw(raw.sql(), nodes(raw.parameters()));
            case Node.Window w -> {
                Node function = node(w.function());
                List<Node> partition = nodes(w.partition());
                yield new Node.Window(function, partition, orderings(w.order()), w.frame());
            }
            case Node.Slice slice -> new Node.Slice(node(slice.node()), slice.start(), slice.end());
            case Node.Row row -> new Node.Row(nodes(row.nodes()));
        };
    }

    private Cond cond(Cond cond) {
        return switch (cond) {
            case Node.Both both -> {
                List<Cond> conditions = new ArrayList<>();
                for (Cond condition : both.conditions()) {
                    conditions.add(cond(condition));
                }
                yield new Node.Both(both.connector(), conditions);
            }
            case Node.Not not -> new Node.Not(cond(not.condition()));
            case Node.Lookup lookup -> {
                Node left = node(lookup.left());
                yield new Node.Lookup(left, lookup.lookup(), node(lookup.right()));
            }
            case Node.Truth truth -> new Node.Truth(node(truth.node()));
            case Node.Exists exists -> new Node.Exists(query(exists.query()));
            case Node.Anything anything -> anything;
        };
    }

    /** Goes the same way without making anything. */
    private static final class Collector implements Consumer<Operation> {
        private @Nullable Object[] into;
        private int count;

        Collector(int expected) {
            this.into = new Object[expected];
        }

        @Nullable
        Object[] values() {
            return count == into.length ? into : Arrays.copyOf(into, count);
        }

        private void add(@Nullable Object value) {
            if (count == into.length) {
                into = Arrays.copyOf(into, count * 2 + 4);
            }
            into[count++] = value;
        }

        void query(Query query) {
            query.eachOperation(this);
            if (query.order() != null) {
                orderings(query.order());
            }
            Query.Combined combined = query.combined();
            if (combined != null) {
                combined.queries().forEach(this::query);
            }
            if (query.isSliced()) {
                add(query.low());
                add(query.high());
            }
        }

        @Override
        public void accept(Operation operation) {
            switch (operation) {
                case Operation.Filter filter -> node(filter.condition());
                case Operation.Annotate annotate -> node(annotate.node());
                case Operation.Values chosen -> chosen.nodes().forEach(this::node);
                case Operation.Relate relate -> node(relate.condition());
            }
        }

        private void orderings(List<Ordering> orderings) {
            for (Ordering ordering : orderings) {
                node(ordering.node());
            }
        }

        private void node(@Nullable Node node) {
            switch (node) {
                case null -> {}
                case Node.Param param -> add(param.value());
                case Node.Path path -> {}
                case Node.Solved solved -> {}
                case Node.Lookup lookup -> {
                    node(lookup.left());
                    node(lookup.right());
                }
                case Node.Both both -> both.conditions().forEach(this::node);
                case Node.Not not -> node(not.condition());
                case Node.Truth truth -> node(truth.node());
                case Node.Exists exists -> query(exists.query());
                case Node.Anything anything -> {}
                case Node.Call call -> call.arguments().forEach(this::node);
                case Node.CondValue value -> node(value.condition());
                case Node.Arithmetic a -> {
                    node(a.left());
                    node(a.right());
                }
                case Node.Aggregate a -> {
                    node(a.argument());
                    node(a.filter());
                    node(a.otherwise());
                    orderings(a.order());
                    a.more().forEach(this::node);
                }
                case Node.Case choice -> {
                    for (Node.When when : choice.branches()) {
                        node(when.condition());
                        node(when.then());
                    }
                    node(choice.otherwise());
                }
                case Node.Named named -> node(named.node());
                case Node.Outer outer -> node(outer.node());
                case Node.Sub sub -> query(sub.query());
                case Node.Typed typed -> node(typed.node());
                case Node.Slice slice -> node(slice.node());
                case Node.JsonStep step -> node(step.node());
                case Node.Raw raw -> raw.parameters().forEach(this::node);
                case Node.Window w -> {
                    node(w.function());
                    w.partition().forEach(this::node);
                    orderings(w.order());
                }
                case Node.Row row -> row.nodes().forEach(this::node);
            }
        }
    }
}
