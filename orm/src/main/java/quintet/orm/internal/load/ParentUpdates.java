package quintet.orm.internal.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import quintet.orm.Atomic;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.internal.db.Transaction;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Changes of columns that stand in several tables: the rows are found first, then each table is changed by their keys. */
final class ParentUpdates {
    private ParentUpdates() {}

    static int update(Query query, Map<FieldMeta, Node> values) {
        Db db = Engine.writing(query);
        return Transaction.<Integer, RuntimeException>run(db, new Atomic(db.alias(), false, false), () -> {
            Query rows = query.using(db.alias()).related(false).unprefetched().orderBy(List.of());
            List<Object> keys =
                    ValueRows.rows(rows.values(List.of(new Node.Path("pk"))), row -> Objects.requireNonNull(row[0]));
            int changed = 0;
            for (ModelMeta<?> table : query.meta().tables()) {
                Map<FieldMeta, Node> own = new LinkedHashMap<>();
                values.forEach((field, value) -> {
                    if (field.owner() == table) {
                        own.put(field.own(), value);
                    }
                });
                if (!own.isEmpty()) {
                    changed = Math.max(changed, update(db, table, keys, own));
                }
            }
            return changed;
        });
    }

    private static int update(Db db, ModelMeta<?> table, List<Object> keys, Map<FieldMeta, Node> values) {
        int changed = 0;
        for (List<Object> portion : Keys.portions(keys)) {
            Query rows = table.rows().query().using(db.alias()).filter(Keys.in("pk", portion));
            changed += Changes.update(rows, values);
        }
        return changed;
    }
}
