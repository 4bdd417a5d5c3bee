package quintet.orm.internal.sql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.QueryError;

/** What a relation as a whole can be compared by. */
final class RelationLookups {
    private static final Set<String> KNOWN = Set.of("exact", "in", "gt", "gte", "lt", "lte", "isnull");

    private RelationLookups() {}

    static void check(Trail trail, @Nullable R column, String lookup) {
        if (!trail.relation()
                || trail.hops().isEmpty()
                || KNOWN.contains(lookup)
                || !trail.rest().contains(lookup)) {
            return;
        }
        Hop last = trail.hops().getLast();
        String name = last.forward()
                ? last.field().kind().djangoName()
                : last.field().isUnique() ? "OneToOneRel" : "ManyToOneRel";
        List<String> close = CloseMatches.of(lookup, KNOWN);
        throw new QueryError(
                QueryError.Kind.FIELD,
                "Unsupported lookup '" + lookup + "' for " + name + " or join on the field not permitted"
                        + (close.isEmpty() ? "." : ", perhaps you meant " + String.join(" or ", close) + "?"),
                "Name a field of the other model.");
    }
}
