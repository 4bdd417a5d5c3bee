package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import quintet.orm.FetchBlocked;
import quintet.orm.FetchMode;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.internal.RowGroup;
import quintet.orm.internal.RowState;
import quintet.orm.internal.query.Query;

/** Loads fields that were left out of a row: for one row, or for all that were loaded with it. */
public final class FieldLoader {
    private FieldLoader() {}

    /** Loads a field, unless it is there. */
    public static void load(KeyedModel<?> object, String name) {
        FieldMeta field = object.meta().field(name).declared();
        int number = field.parts().getFirst().index();
        RowState state = LeftOut.settle(object);
        if ((!field.hasColumn() && !field.isComposite()) || !state.isDeferred(number)) {
            return;
        }
        RowGroup group = state.group();
        if (group != null && group.mode() == FetchMode.RAISE) {
            throw new FetchBlocked(
                    "Fetching of " + field + " blocked. Add it to only(...), or leave it out of" + " defer(...).");
        }
        List<KeyedModel<?>> waiting = new ArrayList<>();
        if (group != null) {
            for (KeyedModel<?> peer : group.rows()) {
                if (LeftOut.settle(peer).isDeferred(number)) {
                    waiting.add(peer);
                }
            }
        }
        if (waiting.size() < 2) {
            Saver.fetch(object, field);
        } else {
            peers(waiting, field);
        }
    }

    private static void peers(List<KeyedModel<?>> rows, FieldMeta field) {
        ModelMeta<?> meta = rows.getFirst().meta();
        Map<Object, KeyedModel<?>> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(Objects.requireNonNull(row.key()), row));
        Query all = meta.rows()
                .query()
                .using(rows.getFirst().database())
                .only(List.of(field.name()))
                .orderBy(List.of());
        for (List<Object> portion : Keys.portions(byKey.keySet())) {
            for (Object object : Engine.objects(all.filter(Keys.in("pk", portion)))) {
                KeyedModel<?> fresh = (KeyedModel<?>) object;
                KeyedModel<?> row = byKey.get(fresh.key());
                if (row != null) {
                    Saver.take(row, fresh, field);
                }
            }
        }
    }
}
