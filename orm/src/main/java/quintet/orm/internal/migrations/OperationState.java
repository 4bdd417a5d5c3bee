package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.ConstraintState;
import quintet.orm.FieldState;
import quintet.orm.IndexState;
import quintet.orm.Operation;
import quintet.orm.PostgresOperation;

/** What operations do to the models. */
public final class OperationState {
    private OperationState() {}

    /** The options {@code AlterModelOptions} is about; those it does not name return to their defaults. */
    static final Set<String> ALTERABLE_OPTIONS = Set.of(
            "base_manager_name",
            "default_manager_name",
            "default_related_name",
            "get_latest_by",
            "managed",
            "ordering",
            "permissions",
            "default_permissions",
            "select_on_save",
            "verbose_name",
            "verbose_name_plural");

    /** The models after all operations. */
    public static ProjectState apply(String app, List<? extends Operation> operations, ProjectState state) {
        ProjectState result = state;
        for (Operation operation : operations) {
            result = apply(app, operation, result);
        }
        return result;
    }

    /** The models after the operation. */
    public static ProjectState apply(String app, Operation operation, ProjectState state) {
        return switch (operation) {
            case Operation.CreateModel o ->
                state.with(new ModelState(app, o.name(), o.fields(), o.options(), o.bases()));
            case Operation.DeleteModel o ->
                state.without(present(state, app, o.name()).key());
            case Operation.RenameModel o -> renameModel(app, o.oldName(), o.newName(), state);
            case Operation.AlterModelTable o -> option(state, app, o.name(), "db_table", o.table());
            case Operation.AlterModelTableComment o -> option(state, app, o.name(), "db_table_comment", o.comment());
            case Operation.AlterUniqueTogether o -> together(state, app, o.name(), "unique_together", o.groups());
            case Operation.AlterIndexTogether o -> together(state, app, o.name(), "index_together", o.groups());
            case Operation.AlterOrderWithRespectTo o ->
                option(state, app, o.name(), "order_with_respect_to", o.field());
            case Operation.AlterModelOptions o -> alterOptions(state, app, o);
            case Operation.AddField o -> field(state, app, o.model(), o.name(), kept(o.field(), o.preserveDefault()));
            case Operation.AlterField o -> field(state, app, o.model(), o.name(), kept(o.field(), o.preserveDefault()));
            case Operation.RemoveField o -> removeField(state, app, o);
            case Operation.RenameField o -> RenameFieldState.apply(state, app, o);
            case Operation.AddIndex o -> indexes(state, app, o.model(), list -> list.add(o.index()));
            case Operation.RemoveIndex o ->
                indexes(
                        state,
                        app,
                        o.model(),
                        list -> list.removeIf(i -> i.name().equals(o.name())));
            case Operation.RenameIndex o -> renameIndex(state, app, o);
            case Operation.AddConstraint o -> constraints(state, app, o.model(), list -> list.add(o.constraint()));
            case Operation.RemoveConstraint o ->
                constraints(
                        state,
                        app,
                        o.model(),
                        list -> list.removeIf(c -> c.name().equals(o.name())));
            case Operation.AlterConstraint o ->
                constraints(
                        state,
                        app,
                        o.model(),
                        list -> list.replaceAll(c -> c.name().equals(o.name()) ? o.constraint() : c));
            case Operation.RunSql o -> apply(app, o.stateOperations(), state);
            case Operation.RunJava o -> state;
            case Operation.SeparateDatabaseAndState o -> apply(app, o.state(), state);
            case Operation.Custom o -> apply(app, o.stateOperations(), state);
            case PostgresOperation.AddIndexConcurrently o ->
                apply(app, new Operation.AddIndex(o.model(), o.index()), state);
            case PostgresOperation.RemoveIndexConcurrently o ->
                apply(app, new Operation.RemoveIndex(o.model(), o.name()), state);
            case PostgresOperation.AddConstraintNotValid o ->
                apply(app, new Operation.AddConstraint(o.model(), o.constraint()), state);
            case PostgresOperation o -> state;
        };
    }

    private static FieldState kept(FieldState field, boolean preserveDefault) {
        return preserveDefault ? field : field.without("default");
    }

    private static ModelState present(ProjectState state, String app, String name) {
        return state.get(new ModelKey(app, name));
    }

    private static ProjectState option(
            ProjectState state, String app, String model, String option, @Nullable Object value) {
        return state.with(present(state, app, model).withOption(option, value));
    }

    private static ProjectState together(
            ProjectState state, String app, String model, String option, List<List<String>> groups) {
        return option(state, app, model, option, groups.isEmpty() ? null : groups);
    }

    private static ProjectState alterOptions(ProjectState state, String app, Operation.AlterModelOptions o) {
        ModelState model = present(state, app, o.name());
        Map<String, @Nullable Object> options = new LinkedHashMap<>(model.options());
        options.keySet()
                .removeIf(key -> ALTERABLE_OPTIONS.contains(key) && !o.options().containsKey(key));
        options.putAll(o.options());
        return state.with(model.withOptions(options));
    }

    private static ProjectState field(ProjectState state, String app, String model, String name, FieldState field) {
        ModelState found = present(state, app, model);
        Map<String, FieldState> fields = new LinkedHashMap<>(found.fields());
        fields.put(name, field);
        return state.with(found.withFields(fields));
    }

    private static ProjectState removeField(ProjectState state, String app, Operation.RemoveField o) {
        ModelState found = present(state, app, o.model());
        Map<String, FieldState> fields = new LinkedHashMap<>(found.fields());
        if (fields.remove(o.name()) == null) {
            throw new MigrationException("There is no field '" + o.name() + "' to remove from " + found.key()
                    + " at this point of the history. Its fields: "
                    + found.fields().keySet());
        }
        return state.with(found.withFields(fields));
    }

    private static ProjectState indexes(
            ProjectState state, String app, String model, java.util.function.Consumer<List<IndexState>> change) {
        ModelState found = present(state, app, model);
        List<IndexState> all = new ArrayList<>(found.indexes());
        change.accept(all);
        return state.with(found.withOption("indexes", all.isEmpty() ? null : List.copyOf(all)));
    }

    private static ProjectState constraints(
            ProjectState state, String app, String model, java.util.function.Consumer<List<ConstraintState>> change) {
        ModelState found = present(state, app, model);
        List<ConstraintState> all = new ArrayList<>(found.constraints());
        change.accept(all);
        return state.with(found.withOption("constraints", all.isEmpty() ? null : List.copyOf(all)));
    }

    private static ProjectState renameIndex(ProjectState state, String app, Operation.RenameIndex o) {
        if (o.oldName() != null) {
            return indexes(
                    state,
                    app,
                    o.model(),
                    list -> list.replaceAll(i -> i.name().equals(o.oldName()) ? i.name(o.newName()) : i));
        }
        ModelState model = present(state, app, o.model());
        List<List<String>> groups = model.together("index_together");
        groups.remove(o.oldFields());
        ProjectState without = together(state, app, o.model(), "index_together", groups);
        return indexes(
                without,
                app,
                o.model(),
                list -> list.add(
                        IndexState.of(o.oldFields().toArray(String[]::new)).name(o.newName())));
    }

    private static ProjectState renameModel(String app, String oldName, String newName, ProjectState state) {
        ModelKey from = present(state, app, oldName).key();
        ModelKey to = new ModelKey(app, newName);
        return state.map(model -> {
            ModelState named = model.key().equals(from) ? model.withName(newName) : model;
            Map<String, FieldState> fields = new LinkedHashMap<>();
            named.fields().forEach((name, field) -> fields.put(name, redirect(field, named.app(), from, to, newName)));
            List<String> bases = named.bases().stream()
                    .map(base -> ModelKey.parse(base, named.app()).equals(from) ? to.toString() : base)
                    .toList();
            return new ModelState(named.app(), named.name(), fields, named.options(), bases);
        });
    }

    private static FieldState redirect(FieldState field, String app, ModelKey from, ModelKey to, String newName) {
        FieldState result = field;
        if (field.option("to") instanceof String target
                && ModelKey.parse(target, app).equals(from)) {
            result = result.with("to", to.toString());
        }
        if (field.option("through") instanceof String through
                && ModelKey.parse(through, app).equals(from)) {
            result = result.with("through", to.app() + "." + newName);
        }
        return result;
    }
}
