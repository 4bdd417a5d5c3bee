package quintet.orm.internal.migrations;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.fields.Range;

/**
 * Brings field options into one form: values equal to the class's defaults are dropped, values a class always states are added,
 * and the order is fixed. Two fields are equal exactly when their normal forms are.
 */
public final class FieldOptions {
    private FieldOptions() {}

    private static final List<String> ORDER = List.of(
            "verbose_name",
            "primary_key",
            "max_length",
            "unique",
            "blank",
            "null",
            "db_index",
            "default",
            "db_default",
            "editable",
            "serialize",
            "unique_for_date",
            "unique_for_month",
            "unique_for_year",
            "choices",
            "help_text",
            "db_column",
            "db_columns",
            "db_comment",
            "db_tablespace",
            "auto_created",
            "validators",
            "error_messages",
            "db_collation",
            "limit_choices_to",
            "related_name",
            "related_query_name",
            "on_delete",
            "parent_link",
            "db_table",
            "db_constraint",
            "to",
            "through",
            "through_fields",
            "to_field",
            "symmetrical",
            "max_digits",
            "decimal_places",
            "auto_now",
            "auto_now_add",
            "upload_to",
            "storage",
            "width_field",
            "height_field",
            "path",
            "match",
            "recursive",
            "allow_files",
            "allow_folders",
            "unpack_ipv4",
            "protocol",
            "base_field",
            "size",
            "default_bounds",
            "encoder",
            "decoder",
            "db_persist",
            "expression",
            "output_field",
            "fields",
            "args");

    /** What every field has unless told otherwise. */
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("primary_key", false),
            Map.entry("unique", false),
            Map.entry("blank", false),
            Map.entry("null", false),
            Map.entry("db_index", false),
            Map.entry("editable", true),
            Map.entry("serialize", true),
            Map.entry("help_text", ""),
            Map.entry("auto_created", false),
            Map.entry("choices", List.of()),
            Map.entry("validators", List.of()),
            Map.entry("db_constraint", true),
            Map.entry("parent_link", false),
            Map.entry("auto_now", false),
            Map.entry("auto_now_add", false),
            Map.entry("unpack_ipv4", false),
            Map.entry("protocol", "both"),
            Map.entry("recursive", false),
            Map.entry("allow_files", true),
            Map.entry("allow_folders", false));

    /** The class's own defaults, where they differ from the general ones. */
    private static final Map<String, Map<String, Object>> CLASS_DEFAULTS = Map.of(
            "SlugField", Map.of("max_length", 50L, "db_index", true),
            "URLField", Map.of("max_length", 200L),
            "FileField", Map.of("max_length", 100L),
            "ImageField", Map.of("max_length", 100L),
            "FilePathField", Map.of("max_length", 100L),
            "ForeignKey", Map.of("db_index", true),
            "OneToOneField", Map.of("db_index", true, "unique", true),
            "BinaryField", Map.of("editable", false),
            "GeneratedField", Map.of("editable", false, "blank", true),
            "CompositePrimaryKey", Map.of("editable", false, "blank", true, "primary_key", true));

    /** Normalizes options; the result is a new map. */
    public static Map<String, @Nullable Object> normalize(String type, Map<String, ? extends @Nullable Object> given) {
        Map<String, @Nullable Object> options = new HashMap<>();
        given.forEach((name, value) -> options.put(name, plain(value)));
        addForced(type, options);
        Map<String, Object> own = CLASS_DEFAULTS.getOrDefault(type, Map.of());
        options.entrySet().removeIf(e -> isDefault(e.getKey(), e.getValue(), own));
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (String key : ORDER) {
            if (options.containsKey(key)) {
                result.put(key, options.remove(key));
            }
        }
        List<String> rest = new ArrayList<>(options.keySet());
        rest.sort(null);
        rest.forEach(key -> result.put(key, options.get(key)));
        return result;
    }

    /** Numbers of equal value in one Java type, so that they are equal objects; lists likewise. */
    public static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Byte n -> n.longValue();
            case Short n -> n.longValue();
            case Integer n -> n.longValue();
            case BigInteger n when n.bitLength() < Long.SIZE -> n.longValue();
            case Float n -> n.doubleValue();
            case Range<?> range
            when !range.isEmpty() -> Range.of(plain(range.lower()), plain(range.upper()), range.bounds());
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.forEach(item -> items.add(plain(item)));
                yield Collections.unmodifiableList(items);
            }
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
                map.forEach((key, item) -> entries.put(key, plain(item)));
                yield Collections.unmodifiableMap(entries);
            }
            case null, default -> value;
        };
    }

    private static void addForced(String type, Map<String, @Nullable Object> options) {
        if (options.get("to") instanceof String to) {
            options.put("to", to.toLowerCase(Locale.ROOT));
        }
        switch (type) {
            case "EmailField" -> options.putIfAbsent("max_length", 254L);
            case "FileField", "ImageField" -> options.putIfAbsent("upload_to", "");
            case "UUIDField", "IPAddressField", "GenericIPAddressField" -> options.remove("max_length");
            case "ManyToManyField" -> options.remove("db_index");
            case "NullBooleanField" -> {
                options.remove("null");
                options.remove("blank");
            }
            case "DateField", "DateTimeField", "TimeField" -> {
                if (Boolean.TRUE.equals(options.get("auto_now")) || Boolean.TRUE.equals(options.get("auto_now_add"))) {
                    options.remove("editable");
                    options.remove("blank");
                }
            }
            default -> {}
        }
    }

    private static boolean isDefault(String key, @Nullable Object value, Map<String, Object> own) {
        if (key.equals("default") || key.equals("db_default")) {
            return false;
        }
        if (value == null) {
            return true;
        }
        return Objects.equals(own.getOrDefault(key, DEFAULTS.get(key)), value);
    }
}
