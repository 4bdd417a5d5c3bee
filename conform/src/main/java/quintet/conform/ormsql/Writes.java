package quintet.conform.ormsql;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quintet.orm.Conflict;
import quintet.orm.QuerySet;

/** Steps that write. */
final class Writes {
    private static final List<String> NAMES = Arrays.asList(
            "create", "update", "delete", "get_or_create", "update_or_create", "bulk_create", "bulk_update");
    private static final List<String> ON_OBJECTS = Arrays.asList("add", "remove", "set", "clear", "save");

    private Writes() {}

    static Object write(QuerySet<Object> set, Call call) {
        Map<String, @Nullable Object> kwargs = call.kwargs();
        return switch (call.name()) {
            case "create" -> set.create(kwargs);
            case "update" -> set.update(kwargs);
            case "delete" -> set.delete();
            case "get_or_create" -> set.getOrCreate(lookups(kwargs), map(kwargs.get("defaults")));
            case "update_or_create" ->
                kwargs.containsKey("create_defaults")
                        ? set.updateOrCreate(
                                lookups(kwargs), map(kwargs.get("defaults")), map(kwargs.get("create_defaults")))
                        : set.updateOrCreate(lookups(kwargs), map(kwargs.get("defaults")));
            case "bulk_create" -> bulkCreate(set, call);
            case "bulk_update" -> {
                List<String> fields = strings(call.arg(1));
                List<Object> objects = objects(call.arg(0));
                yield kwargs.get("batch_size") instanceof Number size
                        ? set.bulkUpdate(objects, fields, size.intValue())
                        : set.bulkUpdate(objects, fields.toArray(String[]::new));
            }
            default -> throw new IllegalArgumentException("No step " + call.name());
        };
    }

    private static Map<String, @Nullable Object> lookups(Map<String, @Nullable Object> kwargs) {
        Map<String, @Nullable Object> lookups = new TreeMap<>(kwargs);
        lookups.remove("defaults");
        lookups.remove("create_defaults");
        return lookups;
    }

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> result.put(String.valueOf(key), item));
        }
        return result;
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // all models are Object here
    private static List<Object> objects(@Nullable Object value) {
        return (List<Object>) Objects.requireNonNull(value);
    }

    private static Object bulkCreate(QuerySet<Object> set, Call call) {
        Conflict conflict = call.flag("ignore_conflicts")
                ? Conflict.IGNORE
                : call.flag("update_conflicts")
                        ? Conflict.update(
                                strings(call.kwargs().get("update_fields")),
                                strings(call.kwargs().get("unique_fields")))
                        : Conflict.FAIL;
        return call.kwargs().get("batch_size") instanceof Number size
                ? set.bulkCreate(objects(call.arg(0)), conflict, size.intValue())
                : set.bulkCreate(objects(call.arg(0)), conflict);
    }

    static boolean isWrite(String name) {
        return NAMES.contains(name);
    }

    static boolean writes(List<?> steps) {
        return steps.stream()
                .map(step -> String.valueOf(((List<?>) step).getFirst()))
                .anyMatch(name -> NAMES.contains(name) || ON_OBJECTS.contains(name));
    }
}
