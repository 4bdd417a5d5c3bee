package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A relation under a new name, with a condition that stands in its join: {@code FilteredRelation.of(Author_.books(),
 * Book_.inPrint...).as("printed")}. Rows without such a related row stay, which a filter would not do. Answers to Django's
 * {@code FilteredRelation}.
 *
 * @param <R> the model it starts from
 */
public final class FilteredRelation<R> {
    private final String path;
    private final @Nullable String name;
    private final Node.Cond condition;

    private FilteredRelation(String path, @Nullable String name, Node.Cond condition) {
        this.path = path;
        this.name = name;
        this.condition = condition;
    }

    /** A relation's rows that meet a condition; the condition starts from {@code R} and goes through the relation. */
    public static <R> FilteredRelation<R> of(Relation<R, ?> relation, Cond<R> condition) {
        return of(relation.path(), condition);
    }

    /** The same in Django's spelling. */
    public static <R> FilteredRelation<R> of(String path, Cond<R> condition) {
        if (path.isEmpty()) {
            throw new QueryError(QueryError.Kind.VALUE, "relation_name cannot be empty.");
        }
        return new FilteredRelation<>(path, null, condition.node());
    }

    /** With the name that filters, orders and values use. */
    public FilteredRelation<R> as(String alias) {
        return new FilteredRelation<>(path, alias, condition);
    }

    String name() {
        if (name == null) {
            throw new QueryError(
                    QueryError.Kind.TYPE, "FilteredRelation requires an alias.", "Give it one: .as(\"printed\").");
        }
        return name;
    }

    String path() {
        return path;
    }

    Node.Cond condition() {
        return condition;
    }
}
