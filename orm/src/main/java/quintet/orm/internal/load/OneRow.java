package quintet.orm.internal.load;

import java.util.List;
import java.util.Optional;
import quintet.orm.DoesNotExist;
import quintet.orm.ModelMeta;
import quintet.orm.MultipleObjectsReturned;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Reads one row of a query, and says so if there are none or too many. */
public final class OneRow {
    /** How many rows {@code get} reads, to say how many there are. */
    private static final int ENOUGH = 21;

    private OneRow() {}

    /** The first row. */
    public static <M> Optional<M> first(QuerySet<M> set) {
        return Engine.list(set.with(Orders.forFirst(set.query()).slice(0, 1))).stream()
                .findFirst();
    }

    /** The last row. */
    public static <M> Optional<M> last(QuerySet<M> set) {
        return Engine.list(set.with(Orders.forLast(set.query()).slice(0, 1))).stream()
                .findFirst();
    }

    /** The earliest or latest row. */
    public static <M> M edge(QuerySet<M> set, List<String> fields, boolean latest) {
        ModelMeta<?> meta = set.query().meta();
        List<String> names = fields.isEmpty() ? meta.latestBy() : fields;
        if (names.isEmpty()) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "earliest() and latest() require either fields as positional arguments or 'get_latest_by' in the"
                            + " model's Meta.",
                    "Name the fields: latest(\"published\"), or declare them with Meta.latestBy(...) in "
                            + meta.objectName() + ".");
        }
        if (set.query().isSliced()) {
            throw new QueryError(
                    QueryError.Kind.TYPE,
                    "Cannot change a query once a slice has been taken.",
                    "Take the slice later.");
        }
        List<Node.Ordering> order = names.stream()
                .map(name -> quintet.orm.Order.of(name).ordering())
                .toList();
        Query query = set.query().orderBy(order);
        return first(set.with(latest ? query.reverse() : query)).orElseThrow(() -> none(meta));
    }

    private static DoesNotExist none(ModelMeta<?> meta) {
        return new DoesNotExist(meta.objectName() + " matching query does not exist.", meta);
    }

    /** The only row. */
    public static <M> M only(QuerySet<M> set) {
        return onlyOf(set.query(), Engine.list(set.with(forOnly(set.query()))));
    }

    /** The only row, or none. */
    public static <M> Optional<M> onlyOrNone(QuerySet<M> set) {
        Query query = set.query();
        List<M> rows = Engine.list(set.with(forOnly(query)));
        checkOnly(query, rows);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /** The query for the only row: unordered, with a few rows more than one, to say how many there are. */
    public static Query forOnly(Query query) {
        if (query.isSliced()) {
            return query;
        }
        boolean keepsOrder = query.isCombined() || !query.distinctOn().isEmpty();
        return keepsOrder ? query.slice(0, ENOUGH) : query.any(ENOUGH);
    }

    private static void checkOnly(Query query, List<?> rows) {
        if (rows.size() > 1) {
            throw new MultipleObjectsReturned(
                    "get() returned more than one " + query.meta().objectName() + " -- it returned "
                            + (rows.size() < ENOUGH ? rows.size() : "more than " + (ENOUGH - 1)) + "!",
                    query.meta());
        }
    }

    /** The only one of the rows of a query. */
    public static <T> T onlyOf(Query query, List<T> rows) {
        checkOnly(query, rows);
        if (rows.isEmpty()) {
            throw none(query.meta());
        }
        return rows.getFirst();
    }

    /** The rows with a key. */
    public static <M> QuerySet<M> byKey(QuerySet<M> set, Object key) {
        return set.with(Keys.filter(set.query(), key));
    }
}
