package quintet.conform.ormsql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives keys of added rows names that do not depend on what a sequence counted before. */
final class NewKeys {
    private NewKeys() {}

    static Map<?, ?> named(Map<?, ?> answer) {
        if (!(answer.get("db_changes") instanceof Map<?, ?> changes)) {
            return answer;
        }
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        changes.forEach((label, table) -> {
            if (table instanceof Map<?, ?> parts && parts.get("added") instanceof Map<?, ?> added) {
                names.put(String.valueOf(label), names(added));
            }
        });
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(answer);
        copy.put("db_changes", changes(changes, names));
        copy.put("result", result(answer.get("result"), names));
        return copy;
    }

    private static Map<String, String> names(Map<?, ?> added) {
        TreeMap<Long, String> numbers = new TreeMap<>();
        for (Object key : added.keySet()) {
            if (String.valueOf(key).matches("\\d+")) {
                numbers.put(Long.valueOf(String.valueOf(key)), String.valueOf(key));
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        numbers.values().forEach(key -> names.put(key, "new " + (names.size() + 1)));
        return names;
    }

    private static Map<Object, @Nullable Object> changes(Map<?, ?> changes, Map<String, Map<String, String>> names) {
        Map<Object, @Nullable Object> result = new LinkedHashMap<>();
        changes.forEach((label, table) -> {
            Map<Object, @Nullable Object> parts = new LinkedHashMap<>((Map<?, ?>) table);
            Map<String, String> own = names.getOrDefault(String.valueOf(label), Map.of());
            if (parts.get("added") instanceof Map<?, ?> added) {
                Map<Object, @Nullable Object> renamed = new LinkedHashMap<>();
                added.forEach((key, row) ->
                        renamed.put(own.getOrDefault(String.valueOf(key), String.valueOf(key)), row(row, own)));
                parts.put("added", renamed);
            }
            result.put(label, parts);
        });
        return result;
    }

    private static Object row(Object row, Map<String, String> names) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>((Map<?, ?>) row);
        copy.computeIfPresent("id", (name, id) -> names.getOrDefault(String.valueOf(id), String.valueOf(id)));
        return copy;
    }

    private static @Nullable Object result(@Nullable Object value, Map<String, Map<String, String>> names) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> result(item, names)).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(key, result(item, names)));
        Map<String, String> own = names.getOrDefault(String.valueOf(map.get("$model")), Map.of());
        if (copy.get("pk") != null && map.get("$model") != null) {
            copy.put("pk", own.getOrDefault(String.valueOf(map.get("pk")), String.valueOf(map.get("pk"))));
        }
        return copy;
    }
}
