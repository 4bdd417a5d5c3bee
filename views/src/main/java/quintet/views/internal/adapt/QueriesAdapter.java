package quintet.views.internal.adapt;

import org.jspecify.annotations.Nullable;
import quintet.orm.Queries;
import quintet.templates.ValueAdapter;

/**
 * Query sets, managers and relations to many: {@code book.tags.all}, {@code books.count}. Loops and tests read the rows,
 * once for each render; what would change data is not reachable.
 */
final class QueriesAdapter implements ValueAdapter<Queries<?>> {
    @Override
    public @Nullable Object attribute(Queries<?> queries, String name) {
        return switch (name) {
            case "all" -> queries;
            case "list" -> queries.list();
            case "count" -> queries.count();
            case "exists" -> queries.exists();
            case "first" -> queries.first().orElse(null);
            case "last" -> queries.last().orElse(null);
            case "reverse" -> queries.reverse();
            case "distinct" -> queries.distinct();
            case "none" -> queries.none();
            case "delete", "update", "create" -> Call.REFUSED;
            default -> MISSING;
        };
    }

    @Override
    public Object evaluate(Queries<?> queries) {
        return queries.list();
    }

    @Override
    public CharSequence text(Queries<?> queries) {
        return queries.toString();
    }
}
