package quintet.orm.internal.sql;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/** What aggregates are when it is known without asking that there are no rows. Of other expressions the database must say it. */
public final class EmptyValues {
    private EmptyValues() {}

    /** A value that is known, and may be null. */
    public record Known(@Nullable Object value) {}

    /** The value; null: nobody knows. */
    public static @Nullable Known of(Node node) {
        return switch (node) {
            case Node.Named named -> of(named.node());
            case Node.Typed typed -> of(typed.node());
            case Node.Param param -> new Known(param.value());
            case Node.Aggregate aggregate -> {
                if (aggregate.name().equals("Count")) {
                    yield new Known(0L);
                }
                Node otherwise = aggregate.otherwise();
                yield otherwise == null ? new Known(null) : of(otherwise);
            }
            case Node.Call call when call.name().equals("Coalesce") -> coalesce(call);
            default -> null;
        };
    }

    /** The first value that is there, as long as those before it are known to be null. */
    private static @Nullable Known coalesce(Node.Call call) {
        for (Node argument : call.arguments()) {
            Known known = of(argument);
            if (known == null || known.value() != null) {
                return known;
            }
        }
        return new Known(null);
    }
}
