package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;

/** What the rows of a SELECT are grouped by, once it has an aggregate. */
final class Grouping {
    private final List<R> chosen = new ArrayList<>();
    private boolean on;
    private boolean byModel;

    /** Whether rows are grouped. */
    boolean isOn() {
        return on;
    }

    /** By the values chosen so far; by the object if none were (null). */
    void start(@Nullable Map<String, R> values) {
        on = true;
        byModel = values == null;
        chosen.clear();
        if (values != null) {
            values.values().stream()
                    .filter(value -> !R.hasAggregate(value))
                    .forEach(value -> chosen.addAll(R.parts(value)));
        }
    }

    /** Fills GROUP BY. Columns of the model need not be named when its key is. */
    void fill(Select select, ModelMeta<?> model, boolean ordered) {
        if (!on) {
            return;
        }
        Set<R> keys = new LinkedHashSet<>();
        if (byModel) {
            for (FieldMeta field : model.keyFields()) {
                keys.add(Resolver.column(select.scope.base, field));
            }
        }
        chosen.forEach(keys::add);
        List<R.Col> columns = new ArrayList<>();
        for (Select.Item item : select.items) {
            R.parts(item.value()).forEach(value -> addGroup(value, keys, columns));
        }
        if (ordered) {
            select.orderBy.forEach(by -> addGroup(by.value(), keys, columns));
        }
        select.having.forEach(condition -> R.columns(condition, columns));
        for (R.Col column : columns) {
            boolean implied = byModel && column.join() == select.scope.base;
            if (!implied) {
                keys.add(column);
            }
        }
        keys.removeIf(key -> key instanceof R.Val || key instanceof R.Const);
        select.groupBy.addAll(keys);
    }

    private static void addGroup(R value, Set<R> keys, List<R.Col> columns) {
        if (keys.contains(value) || value instanceof R.Over) {
            return;
        }
        if (R.hasAggregate(value) || value instanceof R.Col) {
            R.columns(value, columns);
        } else if (!(value instanceof R.Query)) {
            keys.add(value);
        }
    }
}
