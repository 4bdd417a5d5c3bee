package quintet.conform.ormsql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.conform.Values;

/** What a case changed: rows added, deleted and changed, by table. */
final class DbChanges {
    private DbChanges() {}

    static Map<String, @Nullable Object> between(
            Map<String, Map<String, Map<String, @Nullable Object>>> before,
            Map<String, Map<String, Map<String, @Nullable Object>>> after) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        after.forEach((label, rows) -> {
            Map<String, @Nullable Object> table = table(before.getOrDefault(label, Map.of()), rows);
            if (!table.isEmpty()) {
                changes.put(label, table);
            }
        });
        return changes;
    }

    private static Map<String, @Nullable Object> table(
            Map<String, Map<String, @Nullable Object>> before, Map<String, Map<String, @Nullable Object>> after) {
        List<@Nullable Object> deleted = new ArrayList<>();
        Map<String, @Nullable Object> added = new LinkedHashMap<>();
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(deleted::add);
        after.forEach((key, row) -> {
            Map<String, @Nullable Object> old = before.get(key);
            if (old == null) {
                added.put(key, row);
            } else {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                row.forEach((name, value) -> {
                    if (!Values.equal(old.get(name), value)) {
                        fields.put(name, value);
                    }
                });
                if (!fields.isEmpty()) {
                    changed.put(key, fields);
                }
            }
        });
        Map<String, @Nullable Object> table = new LinkedHashMap<>();
        if (!deleted.isEmpty()) {
            table.put("deleted", deleted);
        }
        if (!added.isEmpty()) {
            table.put("added", added);
        }
        if (!changed.isEmpty()) {
            table.put("changed", changed);
        }
        return table;
    }
}
