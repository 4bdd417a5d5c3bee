package quintet.orm.internal.sql;

import java.util.List;
import java.util.Set;
import quintet.orm.QueryError;

/** What a relation as a whole can be compared by. */
final class RelationLookups {
    private static final Set<String> KNOWN = Set.of("exact", "in", "gt", "gte", "lt", "lte", "isnull");

    private RelationLookups() {}

    static void check(Trail trail, String lookup) {
        if (trail.relation()
                && !trail.hops().isEmpty()
                && !KNOWN.contains(lookup)
                && trail.rest().contains(lookup)) {
            throw unsupported(trail, lookup);
        }
    }

    /** What follows a path is neither a lookup nor a transform of what the path leads to. */
    static QueryError unsupported(Trail trail, String name) {
        if (!trail.relation() || trail.hops().isEmpty()) {
            return PathErrors.unsupported(ValueType.of(trail.field()), name);
        }
        Hop last = trail.hops().getLast();
        String type = last.forward()
                ? last.field().kind().djangoName()
                : last.field().isUnique() ? "OneToOneRel" : "ManyToOneRel";
        List<String> close = CloseMatches.of(name, KNOWN);
        return new QueryError(
                QueryError.Kind.FIELD,
                "Unsupported lookup '" + name + "' for " + type + " or join on the field not permitted"
                        + (close.isEmpty() ? "." : ", perhaps you meant " + String.join(" or ", close) + "?"),
                "Name a field of the other model.");
    }
}
