package quintet.orm.internal.load;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.orm.Assignment;
import quintet.orm.Cells;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.DoesNotExist;
import quintet.orm.Expr;
import quintet.orm.FieldMeta;
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
import quintet.orm.internal.sql.Plan;
import quintet.orm.internal.sql.SqlCache;

/** Runs queries. */
public final class Engine {
    /** How many rows {@code get} reads, to say how many there are. */
    private static final int ENOUGH = 21;

    private static final @Nullable Object[] NO_VALUES = {};

    private Engine() {}

    /** The database of a query. */
    static Db database(Query query) {
        return Databases.current().get(query.database());
    }

    /** The text of a query's SQL. */
    public static String describe(Query query) {
        Compiled compiled = rowsOf(database(query), query);
        return compiled.isEmpty() ? "(no rows)" : compiled.sql();
    }

    private static Compiled rowsOf(Db db, Query query) {
        return db.cache()
                .get(query, SqlCache.Purpose.ROWS, () -> db.dialect().compiler().rows(query));
    }

    // --- Reading

    /** Reads the result of a query. */
    interface ResultReader<T> {
        T read(ResultSet rows, Cells cells) throws SQLException;
    }

    /** Runs a compiled query. */
    static <T> T read(Db db, Compiled compiled, Query query, ResultReader<T> reader) {
        @Nullable Object[] values = compiled.slots().isEmpty() ? NO_VALUES : Numbering.values(query);
        boolean locks = query.lock() != null;
        Db.Work<T> work = link -> read(db, link, compiled, values, reader);
        Duration limit = query.timeout();
        return limit == null
                ? db.run(locks, compiled.sql(), work)
                : Limits.within(limit, () -> db.run(locks, compiled.sql(), work));
    }

    private static <T> T read(Db db, Link link, Compiled compiled, @Nullable Object[] values, ResultReader<T> reader)
            throws SQLException {
        long start = QueryLog.start();
        String sql = compiled.sql();
        PreparedStatement statement = link.prepare(sql);
        boolean done = false;
        try {
            if (!compiled.slots().isEmpty()) {
                compiled.bind(db.dialect().parameters(link, statement), values);
            }
            T result;
            try (ResultSet rows = statement.executeQuery()) {
                result = reader.read(rows, db.dialect().cells(rows));
            }
            QueryLog.end(db, sql, start, values);
            done = true;
            return result;
        } finally {
            if (done) {
                link.keep(sql, statement);
            } else {
                link.drop(statement);
            }
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
        read(db, compiled, query, (rows, cells) -> {
            List<Object> objects;
            do {
                objects = reader.read(rows, cells, portion);
                if (!query.prefetches().isEmpty()) {
                    Prefetcher.load(objects, query.prefetches());
                }
                objects.forEach(object -> action.accept((M) object));
            } while (objects.size() == portion);
            return true;
        });
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
        Compiled compiled = rowsOf(database(query), query);
        List<String> names =
                compiled.plan().extras().stream().map(Plan.Extra::name).toList();
        return rows(query, values -> {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                row.put(names.get(i), values[i]);
            }
            return row;
        });
    }

    /** The number of rows. */
    public static long count(Query query) {
        Db db = database(query);
        Compiled compiled = db.cache()
                .get(
                        query,
                        SqlCache.Purpose.COUNT,
                        () -> db.dialect().compiler().count(query));
        return compiled.isEmpty() ? 0 : read(db, compiled, query, (rows, cells) -> rows.next() ? rows.getLong(1) : 0L);
    }

    /** Whether there are rows. */
    public static boolean exists(Query query) {
        Db db = database(query);
        Compiled compiled = db.cache()
                .get(
                        query,
                        SqlCache.Purpose.EXISTS,
                        () -> db.dialect().compiler().exists(query));
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
        Object key = object.key();
        if (key == null) {
            throw new QueryError("An object without a key is in no query: save it first.");
        }
        return exists(byKey(set, key).query());
    }

    // --- One row

    private static Query ordered(Query query, boolean backwards) {
        boolean unordered = query.order() == null
                ? query.meta().ordering().isEmpty()
                : query.order().isEmpty();
        Query result = query;
        if (unordered) {
            List<Node.Ordering> keys = new ArrayList<>();
            for (FieldMeta field : query.meta().keyFields()) {
                keys.add(new Node.Ordering(new Node.Path(field.attribute()), false, null));
            }
            result = query.orderBy(keys);
        }
        return backwards ? result.reverse() : result;
    }

    /** The first row. */
    public static <M> Optional<M> first(QuerySet<M> set) {
        Query query = set.query().isSliced() ? set.query() : ordered(set.query(), false);
        return firstOf(list(set.with(query.slice(0, 1))));
    }

    /** The last row. */
    public static <M> Optional<M> last(QuerySet<M> set) {
        if (set.query().isSliced()) {
            throw new QueryError("A slice cannot be turned round: ask for last() before limit() and slice().");
        }
        return firstOf(list(set.with(ordered(set.query(), true).slice(0, 1))));
    }

    /** The earliest or latest row. */
    public static <M> M edge(QuerySet<M> set, List<String> fields, boolean latest) {
        ModelMeta<?> meta = set.query().meta();
        List<String> names = fields.isEmpty() ? meta.latestBy() : fields;
        if (names.isEmpty()) {
            throw new QueryError("Name the fields: latest(\"published\"), or declare them with Meta.latestBy(...) in "
                    + meta.objectName() + ".");
        }
        List<Node.Ordering> order = names.stream()
                .map(name -> quintet.orm.Order.of(name).ordering())
                .toList();
        Query query = set.query().orderBy(order);
        return first(set.with(latest ? query.reverse() : query)).orElseThrow(() -> none(meta));
    }

    private static DoesNotExist none(ModelMeta<?> meta) {
        return new DoesNotExist(meta.objectName() + " matching query does not exist.");
    }

    /** The only row. */
    public static <M> M only(QuerySet<M> set) {
        return onlyOrNone(set).orElseThrow(() -> none(set.query().meta()));
    }

    /** The only row, or none. */
    public static <M> Optional<M> onlyOrNone(QuerySet<M> set) {
        Query query = set.query();
        List<M> rows =
                list(query.isSliced() ? set : set.with(query.orderBy(List.of()).slice(0, ENOUGH)));
        if (rows.size() > 1) {
            throw new MultipleObjectsReturned(
                    "get() returned more than one " + query.meta().objectName() + " -- it returned "
                            + (rows.size() < ENOUGH ? rows.size() : "more than " + (ENOUGH - 1)) + "!");
        }
        return firstOf(rows);
    }

    private static <M> Optional<M> firstOf(List<M> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /** The rows with a key. */
    public static <M> QuerySet<M> byKey(QuerySet<M> set, Object key) {
        return set.with(Keys.filter(set.query(), key));
    }

    /** Objects by their keys. */
    public static <M> Map<Object, M> inBulk(QuerySet<M> set, Collection<?> keys) {
        if (set.query().isSliced()) {
            throw new QueryError("inBulk() cannot be used on a slice.");
        }
        Map<Object, M> result = new LinkedHashMap<>();
        for (List<Object> portion : Keys.portions(keys)) {
            Query query = set.query().filter(Keys.in("pk", portion)).orderBy(List.of());
            for (M object : list(set.with(query))) {
                result.put(java.util.Objects.requireNonNull(((KeyedModel<?>) object).key()), object);
            }
        }
        return result;
    }

    // --- Aggregates

    /** One value computed from all rows. */
    @SuppressWarnings("unchecked") // the aggregate's type is T
    public static <M, T> @Nullable T aggregate(QuerySet<M> set, Expr<? super M, T> aggregate) {
        return (T) aggregate(set.query(), Map.of("value", aggregate.node())).get("value");
    }

    /** Several values computed from all rows. */
    public static <M> Map<String, Object> aggregate(QuerySet<M> set, List<? extends Expr<? super M, ?>> aggregates) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Expr<? super M, ?> aggregate : aggregates) {
            if (!(aggregate.node() instanceof Node.Named named)) {
                throw new QueryError("Give each aggregate a name: sum(...).as(\"total\").");
            }
            nodes.put(named.name(), named.node());
        }
        return aggregate(set.query(), nodes);
    }

    private static Map<String, Object> aggregate(Query query, Map<String, Node> nodes) {
        Db db = database(query);
        Query all = query.related(false);
        for (Map.Entry<String, Node> entry : nodes.entrySet()) {
            all = all.annotate("aggregate:" + entry.getKey(), entry.getValue(), false);
        }
        Compiled compiled = db.dialect().compiler().aggregate(query, nodes);
        Map<String, Object> result = new LinkedHashMap<>();
        if (compiled.isEmpty()) {
            nodes.forEach((name, node) -> result.put(name, EmptyAggregates.of(node)));
            return result;
        }
        return read(db, compiled, all, (rows, cells) -> {
            if (rows.next()) {
                for (Plan.Extra extra : compiled.plan().extras()) {
                    result.put(extra.name(), extra.type().read(cells, extra.place()));
                }
            }
            return result;
        });
    }

    // --- Dates

    /** The first days of units for which there are rows. */
    public static <M> List<LocalDate> dates(QuerySet<M> set, Node field, String unit, boolean descending) {
        Node truncated = new Node.Call("Trunc", List.of(field), List.of(Units.date(unit), "date"));
        return rows(distinct(set.query(), field, truncated, descending), row ->
                (LocalDate) java.util.Objects.requireNonNull(row[0]));
    }

    /** The first moments of units for which there are rows. */
    public static <M> List<Instant> datetimes(QuerySet<M> set, Node field, String unit, boolean descending) {
        Node truncated = new Node.Call("Trunc", List.of(field), List.of(Units.time(unit)));
        return rows(distinct(set.query(), field, truncated, descending), row ->
                (Instant) java.util.Objects.requireNonNull(row[0]));
    }

    private static Query distinct(Query query, Node field, Node truncated, boolean descending) {
        return query.filter(new Node.Lookup(field, "isnull", new Node.Param(false)))
                .values(List.of(truncated))
                .distinct(List.of())
                .orderBy(List.of(new Node.Ordering(truncated, descending, null)));
    }

    /** How the database would run a query. */
    public static String explain(Query query) {
        Db db = database(query);
        Compiled compiled = rowsOf(db, query);
        if (compiled.isEmpty()) {
            return "(no rows)";
        }
        String prefix = db.vendor().equals("sqlite") ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
        boolean table = db.vendor().equals("mysql");
        Compiled explained = new Compiled(prefix + compiled.sql(), compiled.slots(), compiled.plan());
        int column = db.vendor().equals("sqlite") ? 4 : 1;
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

    // --- Changes

    /** Changes all rows of a query. */
    public static int update(Query query, List<? extends Assignment<?>> changes) {
        checkChangeable(query, "update");
        ModelMeta<?> meta = query.meta();
        Map<FieldMeta, Node> values = new LinkedHashMap<>();
        for (Assignment<?> change : changes) {
            FieldMeta field = meta.field(change.field());
            if (!field.hasColumn()) {
                throw new QueryError(field + " has no column that update() could change.");
            }
            if (field.isGenerated()) {
                throw new QueryError(field + " is computed by the database, so update() cannot change it.");
            }
            values.put(field, change.value());
        }
        for (FieldMeta field : values.keySet()) {
            if (field.isInherited()) {
                return ParentUpdates.update(query, values);
            }
        }
        return update(query, values);
    }

    /** Changes columns of the query's own table. */
    static int update(Query query, Map<FieldMeta, Node> values) {
        Db db = database(query);
        Query all = query.related(false).orderBy(List.of());
        for (Map.Entry<FieldMeta, Node> value : values.entrySet()) {
            all = all.annotate("aggregate:" + value.getKey().name(), value.getValue(), false);
        }
        Query key = all;
        Compiled compiled =
                db.cache().get(key, "update", () -> db.dialect().compiler().update(query, values));
        return write(db, compiled, key);
    }

    /** Deletes all rows of a query with one statement, whatever depends on them. */
    static int deleteRows(Query query) {
        Db db = database(query);
        Query all = query.related(false).orderBy(List.of());
        return write(
                db, db.cache().get(all, "delete", () -> db.dialect().compiler().delete(all)), all);
    }

    private static int write(Db db, Compiled compiled, Query query) {
        if (compiled.isEmpty()) {
            return 0;
        }
        @Nullable Object[] values = Numbering.values(query);
        Db.Work<Integer> work = link -> write(db, link, compiled, values);
        Duration limit = query.timeout();
        return limit == null
                ? db.run(true, compiled.sql(), work)
                : Limits.within(limit, () -> db.run(true, compiled.sql(), work));
    }

    private static int write(Db db, Link link, Compiled compiled, @Nullable Object[] values) throws SQLException {
        long start = QueryLog.start();
        PreparedStatement statement = link.prepare(compiled.sql());
        boolean done = false;
        try {
            compiled.bind(db.dialect().parameters(link, statement), values);
            int rows = statement.executeUpdate();
            QueryLog.end(db, compiled.sql(), start, values);
            done = true;
            return rows;
        } finally {
            if (done) {
                link.keep(compiled.sql(), statement);
            } else {
                link.drop(statement);
            }
        }
    }

    static void checkChangeable(Query query, String what) {
        if (query.isSliced()) {
            throw new QueryError(
                    "Cannot " + what + " a slice: choose the rows with filter() instead of limit() or slice().");
        }
        if (query.isCombined()) {
            throw new QueryError("Cannot " + what + " a union, intersection or difference.");
        }
        if (query.isDistinct() && !query.distinctOn().isEmpty()) {
            throw new QueryError("Cannot " + what + " after distinctOn().");
        }
    }
}
