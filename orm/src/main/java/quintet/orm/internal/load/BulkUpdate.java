package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.Assignment;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Writes some fields of many objects: one UPDATE with a CASE for each field and batch. */
final class BulkUpdate {
    private static final int MOST_PARAMETERS = 2000;

    private BulkUpdate() {}

    static int run(Db db, ModelMeta<?> meta, List<KeyedModel<?>> objects, List<FieldMeta> fields, int batch) {
        int most = Math.max(1, MOST_PARAMETERS / (2 * fields.size() + 1));
        int portion = batch > 0 ? Math.min(batch, most) : most;
        int rows = 0;
        for (int i = 0; i < objects.size(); i += portion) {
            List<KeyedModel<?>> some = objects.subList(i, Math.min(objects.size(), i + portion));
            rows += update(db, meta, some, fields);
        }
        return rows;
    }

    private static int update(Db db, ModelMeta<?> meta, List<KeyedModel<?>> objects, List<FieldMeta> fields) {
        if (!meta.files().isEmpty()) {
            objects.forEach(object -> Files.store(object, fields));
        }
        List<Assignment<?>> changes = new ArrayList<>();
        for (FieldMeta field : fields) {
            List<Node.When> branches = new ArrayList<>();
            for (KeyedModel<?> object : objects) {
                branches.add(new Node.When(
                        new Node.Lookup(new Node.Path("pk"), "exact", new Node.Param(object.key())),
                        value(field, field.get(object))));
            }
            changes.add(new Assignment<>(
                    field.name(),
                    new Node.Call("Assigned", List.of(new Node.Case(branches, null)), List.of(field.name()))));
        }
        Map<Object, Object> keys = new LinkedHashMap<>();
        objects.forEach(object -> keys.put(java.util.Objects.requireNonNull(object.key()), object));
        Query query = meta.rows().query().using(db.alias()).filter(Keys.in("pk", keys.keySet()));
        return Changes.update(query, changes);
    }

    static Node value(FieldMeta field, @Nullable Object value) {
        return new Node.Call("FieldValue", List.of(new Node.Param(value)), List.of(field.name()));
    }
}
