package quintet.orm.internal.load;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.Assignment;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.db.Limits;
import quintet.orm.internal.db.Link;
import quintet.orm.internal.db.QueryLog;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Numbering;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.Compiled;
import quintet.orm.internal.sql.SqlCache;

/** Changes and deletes the rows of queries with one statement. */
public final class Changes {
    private Changes() {}

    /** Changes all rows of a query. */
    public static int update(Query query, List<? extends Assignment<?>> changes) {
        checkChangeable(query, "update");
        ModelMeta<?> meta = query.meta();
        Map<FieldMeta, Node> values = changes.size() == 1 ? Map.of() : new LinkedHashMap<>(changes.size() * 2);
        boolean inherited = false;
        for (Assignment<?> change : changes) {
            if (meta.hasCompositeKey() && change.field().equals("pk")) {
                throw new QueryError(
                        QueryError.Kind.FIELD,
                        "Composite primary key fields must be updated individually.",
                        "The key of " + meta.label() + " has the fields "
                                + String.join(
                                        ", ",
                                        meta.keyFields().stream()
                                                .map(FieldMeta::name)
                                                .toList())
                                + ".");
            }
            FieldMeta field = meta.field(change.field());
            if (!field.hasColumn() && !field.isComposite()) {
                throw new QueryError(
                        QueryError.Kind.FIELD,
                        "Cannot update model field " + field + " (only non-relations and foreign keys permitted).");
            }
            if (field.isGenerated()) {
                throw new QueryError(field + " is computed by the database, so update() cannot change it.");
            }
            inherited |= field.isInherited();
            if (field.isComposite()) {
                List<Node> parts = WholeUpdates.parts(meta, field, change.value());
                Map<FieldMeta, Node> all = new LinkedHashMap<>(values);
                for (int i = 0; i < parts.size(); i++) {
                    all.put(field.parts().get(i), parts.get(i));
                }
                values = all;
            } else if (changes.size() == 1) {
                values = Map.of(field, change.value());
            } else {
                values.put(field, change.value());
            }
        }
        if (inherited) {
            return ParentUpdates.update(query, values);
        }
        return update(query, values);
    }

    /** Changes columns of the query's own table. */
    static int update(Query query, Map<FieldMeta, Node> values) {
        Db db = Engine.writing(query);
        Query key = query.assigning(values);
        Compiled compiled = db.cache()
                .get(key, SqlCache.Purpose.UPDATE, () -> db.dialect().compiler().update(query, values));
        return write(db, compiled, key);
    }

    /** Deletes all rows of a query with one statement, whatever depends on them. */
    static int deleteRows(Query query) {
        Db db = Engine.writing(query);
        Query all = query.rowsOnly();
        return write(
                db,
                db.cache()
                        .get(
                                all,
                                SqlCache.Purpose.DELETE,
                                () -> db.dialect().compiler().delete(all)),
                all);
    }

    private static int write(Db db, Compiled compiled, Query query) {
        if (compiled.isEmpty()) {
            return 0;
        }
        @Nullable Object[] values = Numbering.values(query, compiled.slots().size());
        Db.Work<Integer> work = link -> write(db, link, compiled, values);
        Duration limit = query.timeout();
        return limit == null
                ? db.run(true, compiled.sql(), work)
                : Limits.within(limit, () -> db.run(true, compiled.sql(), work));
    }

    private static int write(Db db, Link link, Compiled compiled, @Nullable Object[] values) throws SQLException {
        long start = QueryLog.start();
        PreparedStatement statement = Engine.prepare(db, link, compiled.sql(), start, values);
        boolean bound = false;
        boolean done = false;
        try {
            compiled.bind(db.dialect().parameters(link, statement), values);
            bound = true;
            int rows = statement.executeUpdate();
            done = true;
            return rows;
        } finally {
            if (bound) {
                QueryLog.end(db, compiled.sql(), start, values);
            }
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
                    QueryError.Kind.TYPE,
                    what.equals("delete")
                            ? "Cannot use 'limit' or 'offset' with delete()."
                            : "Cannot update a query once a slice has been taken.",
                    "Choose the rows with filter() instead of limit() or slice().");
        }
        if (query.isCombined()) {
            throw new QueryError(
                    QueryError.Kind.NOT_SUPPORTED,
                    "Calling QuerySet." + what + "() after " + query.combinationName() + "() is not supported.");
        }
        if (query.isDistinct() && !query.distinctOn().isEmpty()) {
            throw new QueryError(
                    QueryError.Kind.TYPE,
                    what.equals("delete")
                            ? "Cannot call delete() after .distinct(*fields)."
                            : "Cannot call update() after .distinct(*fields).");
        }
    }
}
