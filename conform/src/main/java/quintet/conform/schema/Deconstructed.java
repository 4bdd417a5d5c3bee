package quintet.conform.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.orm.ConstraintState;
import quintet.orm.FieldState;
import quintet.orm.IndexState;
import quintet.orm.Operation;
import quintet.orm.SchemaExpr;

/** Operations, fields and expressions in the recording's form. */
final class Deconstructed {
    private Deconstructed() {}

    static Map<String, @Nullable Object> operation(Operation operation) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("operation", operation.getClass().getSimpleName());
        result.put("args", List.of());
        result.put("kwargs", arguments(operation));
        result.put("describe", operation.describe());
        result.put("name_fragment", operation.nameFragment());
        return result;
    }

    private static Map<String, @Nullable Object> arguments(Operation operation) {
        return switch (operation) {
            case Operation.CreateModel o -> createModel(o);
            case Operation.DeleteModel o -> map("name", o.name());
            case Operation.RenameModel o -> map("old_name", o.oldName(), "new_name", o.newName());
            case Operation.AlterModelTable o -> map("name", o.name(), "table", o.table());
            case Operation.AlterModelTableComment o -> map("name", o.name(), "table_comment", o.comment());
            case Operation.AlterUniqueTogether o -> map("name", o.name(), "unique_together", o.groups());
            case Operation.AlterIndexTogether o -> map("name", o.name(), "index_together", o.groups());
            case Operation.AlterOrderWithRespectTo o -> map("name", o.name(), "order_with_respect_to", o.field());
            case Operation.AlterModelOptions o -> map("name", o.name(), "options", value(o.options()));
            case Operation.AddField o -> field(o.model(), o.name(), o.field(), o.preserveDefault());
            case Operation.AlterField o -> field(o.model(), o.name(), o.field(), o.preserveDefault());
            case Operation.RemoveField o -> map("model_name", o.model(), "name", o.name());
            case Operation.RenameField o ->
                map("model_name", o.model(), "old_name", o.oldName(), "new_name", o.newName());
            case Operation.AddIndex o -> map("model_name", o.model(), "index", value(o.index()));
            case Operation.RemoveIndex o -> map("model_name", o.model(), "name", o.name());
            case Operation.RenameIndex o ->
                o.oldName() == null
                        ? map("model_name", o.model(), "new_name", o.newName(), "old_fields", o.oldFields())
                        : map("model_name", o.model(), "new_name", o.newName(), "old_name", o.oldName());
            case Operation.AddConstraint o -> map("model_name", o.model(), "constraint", value(o.constraint()));
            case Operation.RemoveConstraint o -> map("model_name", o.model(), "name", o.name());
            case Operation.AlterConstraint o ->
                map("model_name", o.model(), "name", o.name(), "constraint", value(o.constraint()));
            default -> Map.of();
        };
    }

    private static Map<String, @Nullable Object> createModel(Operation.CreateModel o) {
        List<Object> fields = new ArrayList<>();
        o.fields().forEach((name, field) -> fields.add(List.of(name, field(field))));
        Map<String, @Nullable Object> result = map("name", o.name(), "fields", fields);
        if (!o.options().isEmpty()) {
            result.put("options", value(o.options()));
        }
        if (!o.bases().isEmpty()) {
            result.put("bases", o.bases());
        }
        return result;
    }

    private static Map<String, @Nullable Object> field(
            String model, String name, FieldState field, boolean preserveDefault) {
        Map<String, @Nullable Object> result = map("model_name", model, "name", name, "field", field(field));
        if (!preserveDefault) {
            result.put("preserve_default", false);
        }
        return result;
    }

    private static Map<String, @Nullable Object> field(FieldState field) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>(field.options());
        List<@Nullable Object> args = new ArrayList<>();
        if (field.type().equals("CompositePrimaryKey")) {
            args.addAll(Models.list(options.remove("fields")));
        }
        Map<String, @Nullable Object> kwargs = new LinkedHashMap<>();
        options.forEach((name, value) -> kwargs.put(
                name,
                name.equals("on_delete") ? Map.of("callable", "django.db.models.deletion." + value) : value(value)));
        return map("field", field.type(), "args", args, "kwargs", kwargs);
    }

    private static Map<String, @Nullable Object> object(String name, List<?> args, Map<String, ?> kwargs) {
        return map("object", name, "args", args, "kwargs", kwargs);
    }

    static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case FieldState f -> field(f);
            case FieldState.Call call -> Map.of("callable", call.name());
            case SchemaExpr e -> expression(e);
            case IndexState i -> index(i);
            case ConstraintState c -> constraint(c);
            case ConstraintState.Deferrable d -> Map.of("$repr", "Deferrable." + d);
            case BigDecimal d -> Map.of("$decimal", d.toPlainString());
            case LocalDate d -> Map.of("$date", d.toString());
            case LocalTime t -> Map.of("$time", t.toString());
            case OffsetDateTime d -> Map.of("$datetime", iso(d));
            case UUID u -> Map.of("$uuid", u.toString());
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> result = new LinkedHashMap<>();
                map.forEach((key, item) -> result.put(String.valueOf(key), value(item)));
                yield result;
            }
            case Iterable<?> items -> {
                List<@Nullable Object> result = new ArrayList<>();
                items.forEach(item -> result.add(value(item)));
                yield result;
            }
            default -> value;
        };
    }

    private static String iso(OffsetDateTime moment) {
        return moment.format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT));
    }

    private static Object expression(SchemaExpr expression) {
        return switch (expression) {
            case SchemaExpr.F f -> object("F", List.of(f.name()), Map.of());
            case SchemaExpr.Value v -> {
                List<@Nullable Object> args = new ArrayList<>();
                args.add(value(v.value()));
                yield object(
                        "Value",
                        args,
                        v.outputField() == null ? Map.of() : Map.of("output_field", field(v.outputField())));
            }
            case SchemaExpr.Func f -> {
                List<@Nullable Object> args = new ArrayList<>();
                f.args().forEach(a -> args.add(value(a)));
                Map<String, @Nullable Object> kwargs = new LinkedHashMap<>();
                f.kwargs().forEach((name, item) -> kwargs.put(name, value(item)));
                yield object(f.name(), args, kwargs);
            }
            case SchemaExpr.Combined c -> {
                List<@Nullable Object> args = new ArrayList<>();
                args.add(value(c.left()));
                args.add(c.operator());
                args.add(value(c.right()));
                yield object("CombinedExpression", args, Map.of());
            }
            case SchemaExpr.OrderBy o -> {
                Map<String, Object> kwargs = new LinkedHashMap<>(o.options());
                if (o.descending()) {
                    kwargs.put("descending", true);
                }
                yield object("OrderBy", java.util.Arrays.asList(value(o.expression())), kwargs);
            }
            case SchemaExpr.Sql s -> object("RawSQL", List.of(s.text(), List.of()), Map.of());
            case SchemaExpr.Q q -> q(q);
            case SchemaExpr.Test t -> java.util.Arrays.asList(t.lookup(), value(t.value()));
        };
    }

    private static Object q(SchemaExpr.Q q) {
        List<@Nullable Object> args = new ArrayList<>();
        q.children().forEach(child -> args.add(value(child)));
        Map<String, Object> kwargs = new LinkedHashMap<>();
        if (!q.connector().equals("AND")) {
            kwargs.put("_connector", q.connector());
        }
        if (q.negated()) {
            kwargs.put("_negated", true);
        }
        return object("Q", args, kwargs);
    }

    private static Object index(IndexState index) {
        Map<String, @Nullable Object> kwargs = map("name", index.name());
        putUnlessEmpty(kwargs, "fields", index.fields());
        putUnlessNull(kwargs, "condition", value(index.condition()));
        putUnlessEmpty(kwargs, "opclasses", index.opclasses());
        putUnlessEmpty(kwargs, "include", index.include());
        return object("Index", Models.list(value(index.expressions())), kwargs);
    }

    private static Object constraint(ConstraintState constraint) {
        Map<String, @Nullable Object> kwargs = map("name", constraint.name());
        putUnlessNull(kwargs, "violation_error_code", constraint.violationErrorCode());
        putUnlessNull(kwargs, "violation_error_message", constraint.violationErrorMessage());
        return switch (constraint) {
            case ConstraintState.Check c -> {
                kwargs.put("condition", value(c.condition()));
                yield object("CheckConstraint", List.of(), kwargs);
            }
            case ConstraintState.Unique u -> {
                putUnlessEmpty(kwargs, "fields", u.fields());
                putUnlessNull(kwargs, "condition", value(u.condition()));
                putUnlessNull(kwargs, "deferrable", value(u.deferrable()));
                putUnlessEmpty(kwargs, "include", u.include());
                putUnlessEmpty(kwargs, "opclasses", u.opclasses());
                putUnlessNull(kwargs, "nulls_distinct", u.nullsDistinct());
                yield object("UniqueConstraint", Models.list(value(u.expressions())), kwargs);
            }
            case ConstraintState.Exclusion x -> {
                List<@Nullable Object> expressions = new ArrayList<>();
                x.elements().forEach(e -> expressions.add(List.of(value(e.expression()), e.operator())));
                kwargs.put("expressions", expressions);
                putUnlessNull(kwargs, "condition", value(x.condition()));
                putUnlessNull(kwargs, "deferrable", value(x.deferrable()));
                putUnlessEmpty(kwargs, "include", x.include());
                kwargs.put("index_type", x.indexType());
                yield object("ExclusionConstraint", List.of(), kwargs);
            }
        };
    }

    private static void putUnlessEmpty(Map<String, @Nullable Object> map, String key, List<?> list) {
        if (!list.isEmpty()) {
            map.put(key, list);
        }
    }

    private static void putUnlessNull(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            result.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return result;
    }
}
