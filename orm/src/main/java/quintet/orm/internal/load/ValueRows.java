package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.orm.Db;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.Compiled;
import quintet.orm.internal.sql.Plan;

/** Reads rows of values instead of objects. */
public final class ValueRows {
    private ValueRows() {}

    /**
     * Rows of values, each made into something.
     *
     * @param make gets the values of one row after the other in one array, which it must not keep
     */
    public static <Z> List<Z> rows(Query query, Function<@Nullable Object[], Z> make) {
        Db db = Engine.database(query);
        Compiled compiled = Engine.rowsOf(db, query);
        if (compiled.isEmpty()) {
            return new ArrayList<>();
        }
        Plan.Extra[] columns = compiled.plan().extras().toArray(Plan.Extra[]::new);
        return Engine.read(db, compiled, query, (rows, cells) -> {
            List<Z> result = new ArrayList<>();
            @Nullable Object[] values = new Object[columns.length];
            while (rows.next()) {
                for (int i = 0; i < columns.length; i++) {
                    values[i] = columns[i].type().read(cells, columns[i].place());
                }
                result.add(made(make, values, columns));
            }
            return result;
        });
    }

    private static <Z> Z made(Function<@Nullable Object[], Z> make, @Nullable Object[] values, Plan.Extra[] columns) {
        try {
            return make.apply(values);
        } catch (NullPointerException e) {
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    missing.add(columns[i].name());
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
        return InBulk.names(Engine.rowsOf(Engine.database(query), query).plan().extras());
    }
}
