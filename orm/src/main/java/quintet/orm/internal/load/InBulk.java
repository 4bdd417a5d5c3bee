package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.Constraint;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.Plan;

/** Rows by their keys. */
public final class InBulk {
    private InBulk() {}

    private static void check(Query query, String field) {
        if (query.isSliced()) {
            throw new QueryError(QueryError.Kind.TYPE, "Cannot use 'limit' or 'offset' with in_bulk().");
        }
        if (field.equals("pk")) {
            return;
        }
        FieldMeta meta = query.meta().field(field);
        boolean unique = meta.isUnique()
                || query.distinctOn().equals(List.of(field))
                || query.meta().options().constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Constraint.Unique one
                                && one.condition() == null
                                && one.fields().equals(List.of(meta.name())));
        if (!unique) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "in_bulk()'s field_name must be a unique field but '" + field + "' isn't.",
                    "Several rows could have the same value.");
        }
    }

    /** Objects by their keys or the values of a unique field; all for null. */
    public static <M> Map<Object, M> objects(QuerySet<M> set, @Nullable Collection<?> keys, String field) {
        check(set.query(), field);
        Map<Object, M> result = new LinkedHashMap<>();
        for (Query query : portions(set.query(), keys, field)) {
            for (M object : Engine.list(set.with(query))) {
                KeyedModel<?> row = (KeyedModel<?>) object;
                Object key = field.equals("pk")
                        ? row.key()
                        : set.query().meta().field(field).get(row);
                result.put(RefLoader.plain(key), object);
            }
        }
        return result;
    }

    private static List<Query> portions(Query query, @Nullable Collection<?> keys, String field) {
        if (keys == null) {
            return List.of(query);
        }
        Query all = query.orderBy(List.of());
        List<Query> portions = new ArrayList<>();
        for (List<Object> portion : Keys.portions(keys)) {
            portions.add(all.filter(Keys.in(field, portion)));
        }
        return portions;
    }

    /** Rows as maps by their keys. */
    public static Map<Object, Map<String, Object>> maps(Query query, Collection<?> keys) {
        Map<Object, Map<String, Object>> result = new LinkedHashMap<>();
        List<String> names = ValueRows.names(query);
        values(query, keys).forEach((key, row) -> {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                map.put(names.get(i), row[i]);
            }
            result.put(key, map);
        });
        return result;
    }

    /** Rows as lists by their keys. */
    public static Map<Object, List<Object>> lists(Query query, Collection<?> keys) {
        Map<Object, List<Object>> result = new LinkedHashMap<>();
        values(query, keys).forEach((key, row) -> result.put(key, new ArrayList<>(Arrays.asList(row))));
        return result;
    }

    /** The chosen values of each row, by its key, which need not be among them. */
    private static Map<Object, @Nullable Object[]> values(Query query, Collection<?> keys) {
        check(query, "pk");
        Map<Object, @Nullable Object[]> result = new LinkedHashMap<>();
        int chosen = ValueRows.names(query).size();
        for (Query portion : portions(query, keys, "pk")) {
            Query keyed = portion.alsoValue(new Node.Path("pk"));
            List<@Nullable Object[]> rows = ValueRows.rows(keyed, row -> row.clone());
            rows.forEach(row -> result.put(Objects.requireNonNull(row[row.length - 1]), Arrays.copyOf(row, chosen)));
        }
        return result;
    }

    static List<String> names(List<Plan.Extra> extras) {
        return extras.stream().map(Plan.Extra::name).toList();
    }
}
