package quintet.orm.internal.load;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.orm.Cells;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.DoesNotExist;
import quintet.orm.Expr;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.MultipleObjectsReturned;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.internal.db.Limits;
import quintet.orm.internal.db.Link;
import quintet.orm.internal.db.QueryLog;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Numbering;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.Compiled;
import quintet.orm.internal.sql.Compiler;
import quintet.orm.internal.sql.Plan;
import quintet.orm.internal.sql.SqlCache;

/** Runs queries. */
public final class Engine {
    /** How many rows {@code get} reads, to say how many there are. */
    private static final int ENOUGH = 21;

    private static final @Nullable Object[] NO_VALUES = {};

    private Engine() {}

    /** The database a query is read from; rows that are locked come from the one they are written to. */
    static Db database(Query query) {
        if (query.lock() != null) {
            return writing(query);
        }
        Databases databases = Databases.current();
        String alias = query.database();
        if (alias == null && !databases.routing().isSingle()) {
            return databases.forRead(query.meta(), (KeyedModel<?>) query.hint());
        }
        return databases.get(alias);
    }

    /** The database in which the rows of a query are changed. */
    static Db writing(Query query) {
        Databases databases = Databases.current();
        String alias = query.database();
        if (alias == null && !databases.routing().isSingle()) {
            return databases.forWrite(query.meta(), (KeyedModel<?>) query.hint());
        }
        return databases.get(alias);
    }

    /** The database to write an object to. */
    static Db writing(KeyedModel<?> object) {
        Databases databases = Databases.current();
        return databases.routing().isSingle() ? databases.main() : databases.forWrite(object.meta(), object);
    }

    /** The text of a query's SQL. */
    public static String describe(Query query) {
        Compiled compiled = rowsOf(database(query), query);
        return compiled.isEmpty() ? "(no rows)" : compiled.sql();
    }

    /** Asked only when a query has no text yet, which is when a model that is not used is noticed. */
    private static Compiler compiler(Db db, Query query) {
        query.meta().checkNotSwapped();
        return db.dialect().compiler();
    }

    private static Compiled rowsOf(Db db, Query query) {
        return db.cache()
                .get(query, SqlCache.Purpose.ROWS, () -> compiler(db, query).rows(query));
    }

    // --- Reading

    /** Reads the result of a query. */
    interface ResultReader<T> {
        T read(ResultSet rows, Cells cells) throws SQLException;
    }

    /** Runs a compiled query. */
    static <T> T read(Db db, Compiled compiled, Query query, ResultReader<T> reader) {
        return read(db, compiled, query, reader, 0);
    }

    /** {@code portion}: how many rows the driver fetches at once; 0: all of them. */
    private static <T> T read(Db db, Compiled compiled, Query query, ResultReader<T> reader, int portion) {
        CrossDatabase.checkSubqueries(query, db);
        @Nullable Object[] values = compiled.slots().isEmpty() ? NO_VALUES : Numbering.values(query);
        boolean locks = query.lock() != null;
        Db.Work<T> work = portion == 0
                ? link -> read(db, link, compiled, values, reader, 0)
                : link -> Cursors.open(db, link, () -> read(db, link, compiled, values, reader, portion));
        Duration limit = query.timeout();
        return limit == null
                ? db.run(locks, compiled.sql(), work)
                : Limits.within(limit, () -> db.run(locks, compiled.sql(), work));
    }

    private static <T> T read(
            Db db, Link link, Compiled compiled, @Nullable Object[] values, ResultReader<T> reader, int portion)
            throws SQLException {
        long start = QueryLog.start();
        String sql = compiled.sql();
        PreparedStatement statement = prepare(db, link, sql, start, values);
        boolean done = false;
        boolean asked = false;
        try {
            if (!compiled.slots().isEmpty()) {
                compiled.bind(db.dialect().parameters(link, statement), values);
            }
            if (portion > 0) {
                statement.setFetchSize(portion);
            }
            asked = true;
            T result;
            try (ResultSet rows = statement.executeQuery()) {
                result = reader.read(rows, db.dialect().cells(rows));
            }
            if (portion > 0) {
                statement.setFetchSize(0);
            }
            done = true;
            return result;
        } finally {
            if (asked) {
                QueryLog.end(db, sql, start, values);
            }
            if (done) {
                link.keep(sql, statement);
            } else {
                link.drop(statement);
            }
        }
    }

    /** A statement; one that the database refuses was asked too. */
    static PreparedStatement prepare(Db db, Link link, String sql, long start, @Nullable Object[] values)
            throws SQLException {
        try {
            return link.prepare(sql);
        } catch (SQLException e) {
            QueryLog.end(db, sql, start, values);
            throw e;
        }
    }

    /** All objects of a query. */
    @SuppressWarnings("unchecked") // the query's model is M
    public static <M> List<M> list(QuerySet<M> set) {
        return (List<M>) objects(set.query());
    }

    static List<Object> objects(Query query) {
        Db db = database(query);
        Compiled compiled = rowsOf(db, query);
        if (compiled.isEmpty()) {
            return new ArrayList<>();
        }
        ObjectReader reader = new ObjectReader(compiled.plan(), query, db.alias());
        List<Object> objects = read(db, compiled, query, (rows, cells) -> reader.read(rows, cells, -1));
        if (!query.prefetches().isEmpty()) {
            Prefetcher.load(objects, query.prefetches());
        }
        return objects;
    }

    /** Reads objects in portions while the result stays open. */
    @SuppressWarnings("unchecked") // the query's model is M
    public static <M> void each(QuerySet<M> set, int portion, Consumer<? super M> action) {
        if (portion < 1) {
            throw new QueryError("A portion has at least one row.");
        }
        Query query = set.query();
        Db db = database(query);
        Compiled compiled = rowsOf(db, query);
        if (compiled.isEmpty()) {
            return;
        }
        ObjectReader reader = new ObjectReader(compiled.plan(), query, db.alias());
        read(
                db,
                compiled,
                query,
                (rows, cells) -> {
                    List<Object> objects;
                    do {
                        objects = reader.read(rows, cells, portion);
                        if (!query.prefetches().isEmpty()) {
                            Prefetcher.load(objects, query.prefetches());
                        }
                        objects.forEach(object -> action.accept((M) object));
                    } while (objects.size() == portion);
                    return true;
                },
                portion);
    }

    /** Rows of values, each made into something. */
    public static <Z> List<Z> rows(Query query, Function<@Nullable Object[], Z> make) {
        Db db = database(query);
        Compiled compiled = rowsOf(db, query);
        if (compiled.isEmpty()) {
            return new ArrayList<>();
        }
        List<Plan.Extra> columns = compiled.plan().extras();
        return read(db, compiled, query, (rows, cells) -> {
            List<Z> result = new ArrayList<>();
            while (rows.next()) {
                @Nullable Object[] values = new Object[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = columns.get(i).type().read(cells, columns.get(i).place());
                }
                result.add(made(make, values, columns));
            }
            return result;
        });
    }

    private static <Z> Z made(
            Function<@Nullable Object[], Z> make, @Nullable Object[] values, List<Plan.Extra> columns) {
        try {
            return make.apply(values);
        } catch (NullPointerException e) {
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    missing.add(columns.get(i).name());
                }
            }
            if (missing.isEmpty()) {
                throw e;
            }
            throw new QueryError("A row has no value for " + String.join(", ", missing)
                    + ", but what it is made into needs one: use a wrapper type such as Integer, or leave such rows out with"
                    + " isNotNull().");
        }
    }

    /** Rows of values as maps. */
    public static List<Map<String, Object>> maps(Query query) {
        List<String> names = names(query);
        return rows(query, values -> {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                row.put(names.get(i), values[i]);
            }
            return row;
        });
    }

    /** Rows of values as lists. */
    public static List<List<Object>> lists(Query query) {
        return rows(query, row -> (List<Object>) new ArrayList<>(Arrays.asList(row)));
    }

    /** The names of a query's values. */
    static List<String> names(Query query) {
        return InBulk.names(rowsOf(database(query), query).plan().extras());
    }

    /** The number of rows. */
    public static long count(Query query) {
        Db db = database(query);
        Compiled compiled = db.cache()
                .get(query, SqlCache.Purpose.COUNT, () -> compiler(db, query).count(query));
        return compiled.isEmpty() ? 0 : read(db, compiled, query, (rows, cells) -> rows.next() ? rows.getLong(1) : 0L);
    }

    /** Whether there are rows. */
    public static boolean exists(Query query) {
        Db db = database(query);
        Compiled compiled = db.cache()
                .get(query, SqlCache.Purpose.EXISTS, () -> compiler(db, query).exists(query));
        return !compiled.isEmpty() && read(db, compiled, query.orderBy(List.of()), (rows, cells) -> rows.next());
    }

    /** Whether the query's conditions are met, where they name no column: no table is read. */
    static boolean test(Query query) {
        Db db = database(query);
        Compiled compiled =
                db.cache().get(query, "test", () -> db.dialect().compiler().test(query));
        return !compiled.isEmpty() && read(db, compiled, query, (rows, cells) -> rows.next());
    }

    /** Whether an object is among the rows. */
    public static <M> boolean contains(QuerySet<M> set, KeyedModel<?> object) {
        if (object.meta() != set.query().meta()) {
            return false;
        }
        Object key = object.key();
        if (key == null) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "QuerySet.contains() cannot be used on unsaved objects.",
                    "An object without a key is in no query: save it first.");
        }
        return exists(byKey(set, key).query());
    }

    // --- One row

    /** The first row. */
    public static <M> Optional<M> first(QuerySet<M> set) {
        return list(set.with(Orders.forFirst(set.query()).slice(0, 1))).stream().findFirst();
    }

    /** The last row. */
    public static <M> Optional<M> last(QuerySet<M> set) {
        return list(set.with(Orders.forLast(set.query()).slice(0, 1))).stream().findFirst();
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
        return onlyOrNone(set).orElseThrow(() -> none(set.query().meta()));
    }

    /** The only row, or none. */
    public static <M> Optional<M> onlyOrNone(QuerySet<M> set) {
        Query query = set.query();
        List<M> rows = list(set.with(forOnly(query)));
        checkOnly(query, rows);
        return rows.stream().findFirst();
    }

    /** The query for the only row: unordered, with a few rows more than one, to say how many there are. */
    public static Query forOnly(Query query) {
        if (query.isSliced()) {
            return query;
        }
        boolean keepsOrder = query.isCombined() || !query.distinctOn().isEmpty();
        return (keepsOrder ? query : query.orderBy(List.of())).slice(0, ENOUGH);
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

    /** Objects by their keys or the values of a unique field; all for null. */
    public static <M> Map<Object, M> inBulk(QuerySet<M> set, @Nullable Collection<?> keys, String field) {
        return InBulk.objects(set, keys, field);
    }

    /** One value computed from all rows. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the aggregate's type is T
    public static <T> @Nullable T aggregate(Query query, Expr<?, T> aggregate) {
        return (T) Aggregation.one(query, aggregate.node());
    }

    /** Several values computed from all rows. */
    public static Map<String, Object> aggregate(Query query, List<? extends Expr<?, ?>> aggregates) {
        return Aggregation.run(query, Aggregation.named(aggregates));
    }

    /** The first days of units for which there are rows. */
    public static <M> List<LocalDate> dates(QuerySet<M> set, Node field, String unit, boolean descending) {
        return Dates.dates(set.query(), field, unit, descending);
    }

    /** The first moments of units for which there are rows. */
    public static <M> List<Instant> datetimes(
            QuerySet<M> set, Node field, String unit, boolean descending, @Nullable ZoneId zone) {
        return Dates.datetimes(set.query(), field, unit, descending, zone);
    }

    /** How the database would run a query. */
    public static String explain(Query query, Map<String, ?> options) {
        Db db = database(query);
        Compiled compiled = rowsOf(db, query);
        if (compiled.isEmpty()) {
            return "(no rows)";
        }
        String prefix = db.dialect().explain(options);
        boolean table = db.dialect().explainsAsTable();
        Compiled explained = new Compiled(prefix + compiled.sql(), compiled.slots(), compiled.plan());
        int column = db.dialect().explainedColumn();
        return read(db, explained, query, (rows, cells) -> {
            StringBuilder text = new StringBuilder();
            while (rows.next()) {
                text.append(text.isEmpty() ? "" : "\n").append(table ? line(rows) : rows.getString(column));
            }
            return text.toString();
        });
    }

    /** A plan that comes as a table: its cells with blanks between them. */
    private static String line(ResultSet rows) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            cells.add(String.valueOf(rows.getString(i)));
        }
        return String.join(" ", cells);
    }
}
