package quintet.orm.internal.load;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.orm.Cells;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.KeyedModel;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.internal.db.Limits;
import quintet.orm.internal.db.Link;
import quintet.orm.internal.db.QueryLog;
import quintet.orm.internal.query.Numbering;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.Compiled;
import quintet.orm.internal.sql.Compiler;
import quintet.orm.internal.sql.SqlCache;

/** Runs queries. */
public final class Engine {
    private static final @Nullable Object[] NO_VALUES = {};
    private static final List<@Nullable Object> NOTHING = List.of();

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

    /** The SQL for all rows of a query. */
    static Compiled rowsOf(Db db, Query query) {
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
        @Nullable
        Object[] values = compiled.slots().isEmpty()
                ? NO_VALUES
                : Numbering.values(query, compiled.slots().size());
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
        return objects(query, null, NOTHING);
    }

    /** All objects of a query; the values of one annotation go into a list of their own, in the same order. */
    static List<Object> objects(Query query, @Nullable String beside, List<@Nullable Object> values) {
        Db db = database(query);
        Compiled compiled = rowsOf(db, query);
        if (compiled.isEmpty()) {
            return new ArrayList<>();
        }
        ObjectReader reader = new ObjectReader(compiled.plan(), query, db.alias(), beside, values);
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
        ObjectReader reader = new ObjectReader(compiled.plan(), query, db.alias(), null, NOTHING);
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
        Compiled compiled = db.cache()
                .get(query, SqlCache.Purpose.TEST, () -> db.dialect().compiler().test(query));
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
        return exists(OneRow.byKey(set, key).query());
    }
}
