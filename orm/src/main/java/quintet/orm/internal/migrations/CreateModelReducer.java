package quintet.orm.internal.migrations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.ConstraintState;
import quintet.orm.FieldState;
import quintet.orm.IndexState;
import quintet.orm.Operation;

/** What the creation of a model becomes together with a later change of it. */
final class CreateModelReducer {
    private final Operation.CreateModel model;

    CreateModelReducer(Operation.CreateModel model) {
        this.model = model;
    }

    Reducer.@Nullable Outcome reduce(Operation second) {
        if (second instanceof Operation.DeleteModel d && is(d.name())) {
            return Boolean.TRUE.equals(model.options().get("proxy")) ? null : new Reducer.Outcome.Joined(List.of());
        }
        Operation.CreateModel joined = switch (second) {
            case Operation.RenameModel o
            when is(o.oldName()) ->
                new Operation.CreateModel(o.newName(), model.fields(), model.options(), model.bases());
            case Operation.AlterModelOptions o when is(o.name()) -> options(o);
            case Operation.AlterModelTable o when is(o.name()) -> option("db_table", o.table());
            case Operation.AlterModelTableComment o when is(o.name()) -> option("db_table_comment", o.comment());
            case Operation.AlterUniqueTogether o when is(o.name()) -> option("unique_together", o.groups());
            case Operation.AlterIndexTogether o when is(o.name()) -> option("index_together", o.groups());
            case Operation.AlterOrderWithRespectTo o when is(o.name()) -> option("order_with_respect_to", o.field());
            case Operation.AddField o when is(o.model()) -> model.field(o.name(), o.field());
            case Operation.AlterField o when is(o.model()) -> alter(o);
            case Operation.RemoveField o when is(o.model()) -> remove(o.name());
            case Operation.RenameField o when is(o.model()) -> rename(o.oldName(), o.newName());
            default -> index(second);
        };
        return joined == null ? null : new Reducer.Outcome.Joined(List.of(joined));
    }

    private Operation.@Nullable CreateModel index(Operation second) {
        return switch (second) {
            case Operation.AddIndex o
            when is(o.model()) -> option("indexes", Reducer.plus(model.options().get("indexes"), o.index()));
            case Operation.RemoveIndex o
            when is(o.model()) ->
                option(
                        "indexes",
                        without("indexes", i -> ((IndexState) i).name().equals(o.name())));
            case Operation.AddConstraint o
            when is(o.model()) ->
                option("constraints", Reducer.plus(model.options().get("constraints"), o.constraint()));
            case Operation.RemoveConstraint o
            when is(o.model()) -> option("constraints", without("constraints", c -> named(c, o.name())));
            case Operation.AlterConstraint o
            when is(o.model()) ->
                option("constraints", Reducer.plus(without("constraints", c -> named(c, o.name())), o.constraint()));
            default -> null;
        };
    }

    private static boolean named(Object constraint, String name) {
        return ((ConstraintState) constraint).name().equals(name);
    }

    private List<?> without(String option, java.util.function.Predicate<Object> which) {
        return model.options().get(option) instanceof List<?> list
                ? list.stream().filter(item -> !which.test(item)).toList()
                : List.of();
    }

    private boolean is(String name) {
        return References.same(model.name(), name);
    }

    private Operation.CreateModel option(String name, @Nullable Object value) {
        return model.option(name, value);
    }

    private Operation.CreateModel options(Operation.AlterModelOptions o) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>(model.options());
        options.putAll(o.options());
        options.keySet()
                .removeIf(key -> OperationState.ALTERABLE_OPTIONS.contains(key)
                        && !o.options().containsKey(key));
        return new Operation.CreateModel(model.name(), model.fields(), options, model.bases());
    }

    private Operation.CreateModel alter(Operation.AlterField o) {
        Map<String, FieldState> fields = new LinkedHashMap<>(model.fields());
        fields.replace(o.name(), o.field());
        return new Operation.CreateModel(model.name(), fields, model.options(), model.bases());
    }

    private Operation.CreateModel remove(String field) {
        Map<String, FieldState> fields = new LinkedHashMap<>(model.fields());
        fields.keySet().removeIf(name -> name.equalsIgnoreCase(field));
        Map<String, @Nullable Object> options = new LinkedHashMap<>(model.options());
        for (String option : List.of("unique_together", "index_together")) {
            List<List<String>> groups = groups(option).stream()
                    .map(group ->
                            group.stream().filter(name -> !name.equals(field)).toList())
                    .filter(group -> !group.isEmpty())
                    .toList();
            if (groups.isEmpty()) {
                options.remove(option);
            } else {
                options.put(option, groups);
            }
        }
        options.remove("order_with_respect_to", field);
        return new Operation.CreateModel(model.name(), fields, options, model.bases());
    }

    private Operation.CreateModel rename(String from, String to) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>(model.options());
        for (String option : List.of("unique_together", "index_together")) {
            if (!groups(option).isEmpty()) {
                options.put(
                        option,
                        groups(option).stream()
                                .map(group -> group.stream()
                                        .map(name -> name.equals(from) ? to : name)
                                        .toList())
                                .toList());
            }
        }
        options.replace("order_with_respect_to", from, to);
        return new Operation.CreateModel(
                model.name(), Reducer.renamed(model.fields(), from, to), options, model.bases());
    }

    private List<List<String>> groups(String option) {
        return new ModelState("", model.name(), Map.of(), model.options(), List.of()).together(option);
    }
}
