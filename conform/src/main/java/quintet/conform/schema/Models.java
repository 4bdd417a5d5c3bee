package quintet.conform.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.orm.ConstraintState;
import quintet.orm.FieldState;
import quintet.orm.IndexState;
import quintet.orm.MigrationFields;
import quintet.orm.Operation;
import quintet.orm.Operations;
import quintet.orm.SchemaExpr;

/** Model lists of the recording as the operations that create the models. */
final class Models {
    private Models() {}

    /** The operations that create the models of a list. */
    static List<Operation> read(@Nullable Object list) {
        List<Operation> models = new ArrayList<>();
        for (Object item : list(list)) {
            models.add(model(map(item)));
        }
        return models;
    }

    private static Operation.CreateModel model(Map<?, ?> model) {
        Map<String, FieldState> fields = new LinkedHashMap<>();
        boolean keyed = false;
        for (Object item : list(model.get("fields"))) {
            List<?> spec = list(item);
            FieldState field = field(String.valueOf(spec.get(1)), map(spec.get(2)));
            keyed |= field.flag("primary_key", false) || field.type().equals("CompositePrimaryKey");
            fields.put(String.valueOf(spec.get(0)), field);
        }
        Operation.CreateModel created = Operations.createModel(String.valueOf(model.get("name")));
        if (!keyed) {
            created = created.field("id", MigrationFields.autoId());
        }
        for (Map.Entry<String, FieldState> field : fields.entrySet()) {
            created = created.field(field.getKey(), field.getValue());
        }
        if (model.get("options") instanceof Map<?, ?> options) {
            for (Map.Entry<?, ?> option : options.entrySet()) {
                created = option(created, String.valueOf(option.getKey()), option.getValue());
            }
        }
        if (model.get("bases") instanceof List<?> bases) {
            created = created.bases(bases.stream().map(String::valueOf).toArray(String[]::new));
        }
        return created;
    }

    private static Operation.CreateModel option(Operation.CreateModel model, String name, @Nullable Object value) {
        return switch (name) {
            case "indexes" -> {
                Operation.CreateModel result = model;
                for (Object index : list(value)) {
                    result = result.index((IndexState) created(index));
                }
                yield result;
            }
            case "constraints" -> {
                Operation.CreateModel result = model;
                for (Object constraint : list(value)) {
                    result = result.constraint((ConstraintState) created(constraint));
                }
                yield result;
            }
            default -> model.option(name, Tagged.decode(value));
        };
    }

    static FieldState field(String type, Map<?, ?> options) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        options.forEach((name, value) -> values.put(String.valueOf(name), value(value)));
        return MigrationFields.field(type, values);
    }

    /** An index or constraint: {@code {"$new": [class, options, expressions?]}}. */
    private static Object created(@Nullable Object item) {
        List<?> parts = list(map(item).get("$new"));
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        map(parts.get(1)).forEach((name, value) -> options.put(String.valueOf(name), value(value)));
        List<SchemaExpr> expressions = new ArrayList<>();
        if (parts.size() > 2) {
            for (Object expression : list(parts.get(2))) {
                Object read = value(expression);
                expressions.add(read instanceof SchemaExpr e ? e : SchemaExpr.f(String.valueOf(read)));
            }
        }
        return switch (String.valueOf(parts.get(0))) {
            case "Index" -> index(options, expressions);
            case "UniqueConstraint" -> unique(options, expressions);
            case "CheckConstraint" ->
                Operations.check(String.valueOf(options.get("name")), (SchemaExpr.Q) required(options, "condition"))
                        .violation(text(options, "violation_error_code"), text(options, "violation_error_message"));
            default -> throw new IllegalArgumentException("Unknown in a model's options: " + parts.get(0));
        };
    }

    private static Object required(Map<String, @Nullable Object> options, String name) {
        Object value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Missing " + name);
        }
        return value;
    }

    private static @Nullable String text(Map<String, @Nullable Object> options, String name) {
        return options.get(name) instanceof String text ? text : null;
    }

    private static String[] names(@Nullable Object list) {
        return list(list).stream().map(String::valueOf).toArray(String[]::new);
    }

    private static IndexState index(Map<String, @Nullable Object> options, List<SchemaExpr> expressions) {
        IndexState index = Operations.index(names(options.get("fields")));
        if (options.get("name") instanceof String name) {
            index = index.name(name);
        }
        if (options.get("condition") instanceof SchemaExpr.Q q) {
            index = index.condition(q);
        }
        index = index.include(names(options.get("include"))).opclasses(names(options.get("opclasses")));
        for (SchemaExpr expression : expressions) {
            index = index.expression(expression);
        }
        return index;
    }

    private static ConstraintState unique(Map<String, @Nullable Object> options, List<SchemaExpr> expressions) {
        ConstraintState.Unique unique =
                Operations.unique(String.valueOf(options.get("name")), names(options.get("fields")));
        if (options.get("condition") instanceof SchemaExpr.Q q) {
            unique = unique.condition(q);
        }
        if (options.get("deferrable") instanceof ConstraintState.Deferrable d) {
            unique = unique.deferrable(d);
        }
        if (options.get("nulls_distinct") instanceof Boolean distinct) {
            unique = unique.nullsDistinct(distinct);
        }
        unique = unique.include(names(options.get("include"))).opclasses(names(options.get("opclasses")));
        for (SchemaExpr expression : expressions) {
            unique = unique.expression(expression);
        }
        return unique.violation(text(options, "violation_error_code"), text(options, "violation_error_message"));
    }

    /** A value with the tags of this recording. */
    static @Nullable Object value(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Models::value).toList();
        }
        String tag = Tagged.tag(value);
        if (tag == null) {
            return Tagged.decode(value);
        }
        Object content = map(value).get(tag);
        return switch (tag) {
            case "$Q" -> {
                List<SchemaExpr.Q> parts = new ArrayList<>();
                map(content).entrySet().stream()
                        .sorted(java.util.Comparator.comparing(e -> String.valueOf(e.getKey())))
                        .forEach(e -> parts.add(SchemaExpr.q(String.valueOf(e.getKey()), value(e.getValue()))));
                yield SchemaExpr.all(parts.toArray(SchemaExpr.Q[]::new));
            }
            case "$or", "$and", "$xor" ->
                list(content).stream()
                        .map(part -> (SchemaExpr.Q) java.util.Objects.requireNonNull(value(part)))
                        .reduce((a, b) -> tag.equals("$or") ? a.or(b) : tag.equals("$xor") ? a.xor(b) : a.and(b))
                        .orElseThrow();
            case "$not" -> ((SchemaExpr.Q) java.util.Objects.requireNonNull(value(content))).not();
            case "$F" -> SchemaExpr.f(String.valueOf(content));
            case "$func" -> new FieldState.Call(function(String.valueOf(content)));
            case "$deferrable" -> ConstraintState.Deferrable.valueOf(String.valueOf(content));
            case "$field" ->
                field(String.valueOf(list(content).get(0)), map(list(content).get(1)));
            case "$expr" -> expression(list(content));
            default -> Tagged.decode(value);
        };
    }

    private static String function(String name) {
        return name.contains(".") ? name : "builtins." + name;
    }

    private static SchemaExpr expression(List<?> parts) {
        String name = String.valueOf(parts.get(0));
        List<Object> args = new ArrayList<>();
        Map<String, Object> kwargs = new LinkedHashMap<>();
        for (Object part : parts.subList(1, parts.size())) {
            if ("$kw".equals(Tagged.tag(part))) {
                map(map(part).get("$kw"))
                        .forEach((key, value) ->
                                kwargs.put(String.valueOf(key), java.util.Objects.requireNonNull(value(value))));
            } else {
                args.add(java.util.Objects.requireNonNull(value(part)));
            }
        }
        return switch (name) {
            case "Value" ->
                new SchemaExpr.Value(args.getFirst(), kwargs.get("output_field") instanceof FieldState f ? f : null);
            case "F" -> SchemaExpr.f(String.valueOf(args.getFirst()));
            case "op" -> SchemaExpr.combined(args.get(1), String.valueOf(args.get(0)), args.get(2));
            case "desc", "asc" -> new SchemaExpr.OrderBy(expr(args.getFirst()), name.equals("desc"), kwargs);
            default -> new SchemaExpr.Func(name, List.copyOf(args), kwargs);
        };
    }

    private static SchemaExpr expr(Object value) {
        return value instanceof SchemaExpr e ? e : SchemaExpr.f(value.toString());
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
