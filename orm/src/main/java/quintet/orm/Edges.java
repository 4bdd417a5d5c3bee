package quintet.orm;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.load.OneRow;
import quintet.orm.internal.load.Orders;
import quintet.orm.internal.query.Query;

/** The first, last or only row of a query for values. */
final class Edges {
    private Edges() {}

    static <T> @Nullable T first(Query query, Function<Query, List<T>> read) {
        List<T> rows = read.apply(Orders.forFirst(query).slice(0, 1));
        return rows.isEmpty() ? null : rows.getFirst();
    }

    static <T> @Nullable T last(Query query, Function<Query, List<T>> read) {
        List<T> rows = read.apply(Orders.forLast(query).slice(0, 1));
        return rows.isEmpty() ? null : rows.getFirst();
    }

    static <T> T only(Query query, Function<Query, List<T>> read) {
        return OneRow.onlyOf(query, read.apply(OneRow.forOnly(query)));
    }
}
