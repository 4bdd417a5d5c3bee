package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.Operation;
import quintet.orm.SchemaExpr;

/** Which models and fields operations have to do with; decides what may change places. */
final class References {
    private References() {}

    /** Whether the operation may have to do with the model; true where it cannot be told. */
    static boolean model(Operation operation, String name, String app) {
        return switch (operation) {
            case Operation.CreateModel o -> createReferences(o, name, app);
            case Operation.DeleteModel o -> true;
            case Operation.RenameModel o -> same(o.oldName(), name) || same(o.newName(), name);
            case Operation.AlterModelTable o -> same(o.name(), name);
            case Operation.AlterModelTableComment o -> same(o.name(), name);
            case Operation.AlterUniqueTogether o -> same(o.name(), name);
            case Operation.AlterIndexTogether o -> same(o.name(), name);
            case Operation.AlterOrderWithRespectTo o -> same(o.name(), name);
            case Operation.AlterModelOptions o -> same(o.name(), name);
            case Operation.AddField o -> same(o.model(), name) || points(o.model(), o.field(), name, null, app);
            case Operation.AlterField o -> same(o.model(), name) || points(o.model(), o.field(), name, null, app);
            case Operation.RemoveField o -> same(o.model(), name);
            case Operation.RenameField o -> same(o.model(), name);
            default -> true;
        };
    }

    private static boolean createReferences(Operation.CreateModel o, String name, String app) {
        if (same(o.name(), name)) {
            return true;
        }
        ModelKey key = new ModelKey(app, name);
        return o.bases().stream().anyMatch(base -> ModelKey.parse(base, app).equals(key))
                || o.fields().values().stream().anyMatch(f -> points(o.name(), f, name, null, app));
    }

    /** Whether the operation may have to do with the field. */
    static boolean field(Operation operation, String model, String field, String app) {
        return switch (operation) {
            case Operation.AddField o ->
                (same(o.model(), model) && o.name().equals(field)) || points(o.model(), o.field(), model, field, app);
            case Operation.AlterField o ->
                (same(o.model(), model) && o.name().equals(field)) || points(o.model(), o.field(), model, field, app);
            case Operation.RemoveField o -> same(o.model(), model) && o.name().equals(field);
            case Operation.RenameField o ->
                same(o.model(), model) && (same(o.oldName(), field) || same(o.newName(), field));
            case Operation.AlterUniqueTogether o -> inGroups(o.name(), o.groups(), model, field);
            case Operation.AlterIndexTogether o -> inGroups(o.name(), o.groups(), model, field);
            case Operation.AlterOrderWithRespectTo o ->
                same(o.name(), model) && (o.field() == null || o.field().equals(field));
            default -> model(operation, model, app);
        };
    }

    private static boolean inGroups(String name, List<List<String>> groups, String model, String field) {
        return same(name, model) && (groups.isEmpty() || groups.stream().anyMatch(g -> g.contains(field)));
    }

    /** Whether a field of {@code owner} points to the model, or to its field. */
    static boolean points(String owner, FieldState field, String model, @Nullable String target, String app) {
        ModelKey key = new ModelKey(app, model);
        if (field.option("to") instanceof String to) {
            ModelKey pointed = to.equals("self") ? new ModelKey(app, owner) : ModelKey.parse(to, app);
            Object toField = field.option("to_field");
            if (pointed.equals(key) && (target == null || toField == null || toField.equals(target))) {
                return true;
            }
        }
        return field.option("through") instanceof String through
                && ModelKey.parse(through, app).equals(key)
                && (target == null
                        || !(field.option("through_fields") instanceof List<?> ends)
                        || ends.contains(target));
    }

    static boolean same(String a, String b) {
        return a.equalsIgnoreCase(b);
    }

    /** The fields an expression reads. */
    static Set<String> fieldNames(@Nullable Object expression) {
        Set<String> names = new LinkedHashSet<>();
        List<@Nullable Object> open = new ArrayList<>();
        open.add(expression);
        while (!open.isEmpty()) {
            switch (open.removeLast()) {
                case String name -> names.add(name);
                case SchemaExpr.F f -> names.add(f.name());
                case SchemaExpr.Func f -> open.addAll(f.args());
                case SchemaExpr.Combined c -> {
                    open.add(c.left());
                    open.add(c.right());
                }
                case SchemaExpr.OrderBy o -> open.add(o.expression());
                case SchemaExpr.Q q -> open.addAll(q.children());
                case SchemaExpr.Test t -> {
                    names.add(t.lookup().split("__")[0]);
                    if (t.value() instanceof SchemaExpr) {
                        open.add(t.value());
                    }
                }
                case null, default -> {}
            }
        }
        return names;
    }
}
