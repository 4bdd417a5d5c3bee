package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.MigrationFields;
import quintet.orm.internal.meta.ModelRegistry;

/** A field as the calls that make it: {@code charField(200).unique()}. */
final class FieldSource {
    private static final Map<String, String> FACTORIES = Map.ofEntries(
            Map.entry("AutoField", "autoField"),
            Map.entry("BigAutoField", "bigAutoField"),
            Map.entry("SmallAutoField", "smallAutoField"),
            Map.entry("CharField", "charField"),
            Map.entry("TextField", "textField"),
            Map.entry("EmailField", "emailField"),
            Map.entry("URLField", "urlField"),
            Map.entry("SlugField", "slugField"),
            Map.entry("SmallIntegerField", "smallIntegerField"),
            Map.entry("IntegerField", "integerField"),
            Map.entry("BigIntegerField", "bigIntegerField"),
            Map.entry("PositiveSmallIntegerField", "positiveSmallIntegerField"),
            Map.entry("PositiveIntegerField", "positiveIntegerField"),
            Map.entry("PositiveBigIntegerField", "positiveBigIntegerField"),
            Map.entry("DecimalField", "decimalField"),
            Map.entry("FloatField", "floatField"),
            Map.entry("BooleanField", "booleanField"),
            Map.entry("DateField", "dateField"),
            Map.entry("DateTimeField", "dateTimeField"),
            Map.entry("TimeField", "timeField"),
            Map.entry("DurationField", "durationField"),
            Map.entry("UUIDField", "uuidField"),
            Map.entry("BinaryField", "binaryField"),
            Map.entry("JSONField", "jsonField"),
            Map.entry("GenericIPAddressField", "genericIpAddressField"),
            Map.entry("FileField", "fileField"),
            Map.entry("ImageField", "imageField"),
            Map.entry("FilePathField", "filePathField"),
            Map.entry("ForeignKey", "foreignKey"),
            Map.entry("OneToOneField", "oneToOneField"),
            Map.entry("ManyToManyField", "manyToManyField"),
            Map.entry("ArrayField", "arrayField"),
            Map.entry("HStoreField", "hstoreField"),
            Map.entry("IntegerRangeField", "integerRangeField"),
            Map.entry("BigIntegerRangeField", "bigIntegerRangeField"),
            Map.entry("DecimalRangeField", "decimalRangeField"),
            Map.entry("DateRangeField", "dateRangeField"),
            Map.entry("DateTimeRangeField", "dateTimeRangeField"),
            Map.entry("SearchVectorField", "searchVectorField"),
            Map.entry("GeneratedField", "generatedField"),
            Map.entry("CompositePrimaryKey", "compositePrimaryKey"));

    /** Options that are switched on by a call without arguments. */
    private static final Map<String, String> SWITCHES = Map.of(
            "null", "nullable",
            "blank", "blank",
            "unique", "unique",
            "primary_key", "primaryKey",
            "db_index", "dbIndex",
            "auto_now", "autoNow",
            "auto_now_add", "autoNowAdd");

    private static final Map<String, String> SETTERS = Map.ofEntries(
            Map.entry("db_default", "dbDefault"),
            Map.entry("verbose_name", "verboseName"),
            Map.entry("help_text", "helpText"),
            Map.entry("db_column", "dbColumn"),
            Map.entry("db_comment", "dbComment"),
            Map.entry("db_collation", "dbCollation"),
            Map.entry("max_length", "maxLength"),
            Map.entry("related_name", "relatedName"),
            Map.entry("related_query_name", "relatedQueryName"),
            Map.entry("to_field", "toField"),
            Map.entry("db_table", "dbTable"),
            Map.entry("through", "through"));

    private final JavaSource source;

    FieldSource(JavaSource source) {
        this.source = source;
    }

    String field(FieldState field) {
        if (field.equals(MigrationFields.autoId(field.type()))) {
            return call("autoId", field.type().equals("BigAutoField") ? "" : JavaSource.string(field.type()));
        }
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(field.options());
        StringBuilder text = new StringBuilder(factory(field.type(), rest));
        if (isParentLink(rest)) {
            List.of("auto_created", "parent_link", "primary_key", "serialize").forEach(rest::remove);
            text.append(".parentLink()");
        }
        rest.forEach((name, value) -> text.append(option(name, value)));
        return text.toString();
    }

    private static boolean isParentLink(Map<String, @Nullable Object> options) {
        return Boolean.TRUE.equals(options.get("auto_created"))
                && Boolean.TRUE.equals(options.get("parent_link"))
                && Boolean.TRUE.equals(options.get("primary_key"))
                && Boolean.FALSE.equals(options.get("serialize"));
    }

    private String call(String method, String arguments) {
        source.useStatic("quintet.orm.MigrationFields." + method);
        return method + "(" + arguments + ")";
    }

    /** The factory call, which takes the options it states out of the map. */
    private String factory(String type, Map<String, @Nullable Object> options) {
        String factory = FACTORIES.get(type);
        if (factory == null) {
            String text = call("field", JavaSource.string(type) + ", " + source.value(options));
            options.clear();
            return text;
        }
        return switch (type) {
            case "CharField" -> call(factory, optional(options.remove("max_length")));
            case "DecimalField" -> {
                Object digits = options.remove("max_digits");
                Object places = options.remove("decimal_places");
                yield call(factory, digits == null ? "" : digits + ", " + (places == null ? 0 : places));
            }
            case "EmailField" -> {
                options.remove("max_length", 254L);
                yield call(factory, "");
            }
            case "FileField", "ImageField" -> {
                Object folder = options.remove("upload_to");
                yield folder instanceof FieldState.Call made
                        ? call(factory, "\"\"") + ".uploadToCall(" + JavaSource.string(made.name()) + ")"
                        : call(factory, optional(folder));
            }
            case "FilePathField" -> {
                Object path = options.remove("path");
                yield call(factory, source.value(path == null ? "" : path));
            }
            case "ForeignKey", "OneToOneField", "ManyToManyField" -> call(factory, target(options.remove("to")));
            case "ArrayField" -> {
                Object base = options.remove("base_field");
                Object size = options.remove("size");
                yield call(factory, source.value(base) + (size == null ? "" : ", " + size));
            }
            case "GeneratedField" -> {
                Object expression = options.remove("expression");
                Object output = options.remove("output_field");
                Object stored = options.remove("db_persist");
                yield call(
                        factory, source.value(expression) + ", " + source.value(output) + ", " + source.value(stored));
            }
            case "CompositePrimaryKey" -> {
                Object parts = options.remove("fields");
                yield call(factory, parts instanceof Collection<?> c ? source.arguments(c) : "");
            }
            default -> call(factory, "");
        };
    }

    /** The model a relation points to; one that a setting names is written as that setting. */
    private String target(@Nullable Object to) {
        ModelRegistry.Swappable swappable =
                to instanceof String label ? ModelRegistry.current().swappable(label) : null;
        if (swappable == null) {
            return optional(to);
        }
        return call(
                "swappable", JavaSource.string(swappable.setting()) + ", " + JavaSource.string(swappable.standard()));
    }

    private String optional(@Nullable Object value) {
        return value == null ? "" : source.value(value);
    }

    private String option(String name, @Nullable Object value) {
        if (Boolean.TRUE.equals(value) && SWITCHES.containsKey(name)) {
            return "." + SWITCHES.get(name) + "()";
        }
        if (value != null && SETTERS.containsKey(name)) {
            return "." + SETTERS.get(name) + "(" + source.value(value) + ")";
        }
        return switch (name) {
            case "db_index" -> ".dbIndex(false)";
            case "editable" -> Boolean.FALSE.equals(value) ? ".notEditable()" : plain(name, value);
            case "db_constraint" -> ".withoutDbConstraint()";
            case "default" ->
                value instanceof FieldState.Call c
                        ? ".defaultCall(" + JavaSource.string(c.name()) + ")"
                        : ".defaultValue(" + source.value(value) + ")";
            case "on_delete" -> {
                source.useStatic("quintet.fields.OnDelete." + value);
                yield ".onDelete(" + value + ")";
            }
            case "choices" -> {
                if (value instanceof FieldState.Call c) {
                    yield ".choicesCall(" + JavaSource.string(c.name()) + ")";
                }
                String pairs = value instanceof Collection<?> c ? flat(c) : null;
                yield pairs == null ? plain(name, value) : ".choices(" + pairs + ")";
            }
            case "storage" ->
                value instanceof FieldState.Call made
                        ? ".storageCall(" + JavaSource.string(made.name()) + ")"
                        : plain(name, value);
            case "limit_choices_to" -> limit(name, value);
            case "validators" -> {
                List<?> classes = value instanceof List<?> list ? list : List.of();
                List<String> names = classes.stream()
                        .filter(FieldState.Call.class::isInstance)
                        .map(call -> ((FieldState.Call) call).name())
                        .toList();
                yield names.isEmpty() || names.size() < classes.size()
                        ? plain(name, value)
                        : ".validators(" + source.arguments(names) + ")";
            }
            case "error_messages" -> {
                StringBuilder calls = new StringBuilder();
                ((Map<?, ?>) Objects.requireNonNull(value))
                        .forEach((code, message) ->
                                calls.append(".errorMessage(" + source.arguments(List.of(code, message)) + ")"));
                yield calls.toString();
            }
            case "db_columns" ->
                value instanceof Collection<?> columns
                        ? ".dbColumns(" + source.arguments(columns) + ")"
                        : plain(name, value);
            case "through_fields" ->
                value instanceof Collection<?> ends && ends.size() == 2
                        ? ".throughFields(" + source.arguments(ends) + ")"
                        : plain(name, value);
            default -> plain(name, value);
        };
    }

    private String limit(String name, @Nullable Object value) {
        if (value instanceof FieldState.Call call) {
            return ".limitChoicesToCall(" + JavaSource.string(call.name()) + ")";
        }
        if (!(value instanceof Map<?, ?> lookups)) {
            return plain(name, value);
        }
        List<@Nullable Object> flat = new ArrayList<>();
        lookups.forEach((lookup, wanted) -> {
            flat.add(lookup);
            flat.add(wanted);
        });
        return ".limitChoicesTo(" + source.arguments(flat) + ")";
    }

    private String plain(String name, @Nullable Object value) {
        return ".with(" + JavaSource.string(name) + ", " + source.value(value) + ")";
    }

    /** Pairs one after the other, or null when the choices are grouped. */
    private @Nullable String flat(Collection<?> pairs) {
        StringBuilder text = new StringBuilder();
        for (Object pair : pairs) {
            if (!(pair instanceof List<?> p)
                    || p.size() != 2
                    || p.get(1) instanceof Collection<?>
                    || p.get(0) == null) {
                return null;
            }
            text.append(text.isEmpty() ? "" : ", ").append(source.arguments(p));
        }
        return text.toString();
    }
}
