package quintet.orm.internal.load;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/** What aggregates of no rows are. */
final class EmptyAggregates {
    private EmptyAggregates() {}

    static @Nullable Object of(Node node) {
        return switch (node) {
            case Node.Named named -> of(named.node());
            case Node.Typed typed -> of(typed.node());
            case Node.Aggregate aggregate ->
                aggregate.name().equals("Count")
                        ? (Object) 0L
                        : aggregate.otherwise() instanceof Node.Param param ? param.value() : null;
            default -> null;
        };
    }
}
