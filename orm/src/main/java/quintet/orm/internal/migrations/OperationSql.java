package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import quintet.orm.ConstraintState;
import quintet.orm.IndexState;
import quintet.orm.MigrationApps;
import quintet.orm.Operation;
import quintet.orm.PostgresOperation;
import quintet.orm.internal.meta.ModelRegistry;
import quintet.orm.internal.migrations.schema.PostgresSteps;
import quintet.orm.internal.migrations.schema.SchemaEditor;
import quintet.orm.internal.migrations.schema.SchemaField;
import quintet.orm.internal.migrations.schema.SchemaModel;

/** What operations do to the database, forwards and backwards. */
public final class OperationSql {
    private final SchemaEditor editor;
    private final String app;
    private final Function<ProjectState, MigrationApps> apps;
    private final MigrationRules rules;

    /** Works on one app's models; {@code apps} gives code steps the models of their time. */
    public OperationSql(
            SchemaEditor editor, String app, Function<ProjectState, MigrationApps> apps, MigrationRules rules) {
        this.editor = editor;
        this.app = app;
        this.apps = apps;
        this.rules = rules;
    }

    /** Whether there is a way back. */
    public static boolean reversible(Operation operation) {
        return switch (operation) {
            case Operation.RunSql o -> o.reverseSql() != null;
            case Operation.RunJava o -> o.reverseCode() != null;
            case Operation.SeparateDatabaseAndState o -> o.database().stream().allMatch(Operation::reversible);
            case Operation.Custom o -> o.reversible();
            default -> true;
        };
    }

    /** Whether {@code sqlmigrate} can show all of it. */
    public static boolean reducesToSql(Operation operation) {
        return !(operation instanceof Operation.RunJava || operation instanceof Operation.Custom);
    }

    /** Applies the operation that leads from one state to the other. */
    public void forwards(Operation operation, ProjectState from, ProjectState to) throws Exception {
        switch (operation) {
            case Operation.CreateModel o -> ifTable(to, o.name(), editor::createModel);
            case Operation.DeleteModel o -> ifTable(from, o.name(), editor::deleteModel);
            case Operation.RenameModel o -> RenameModelSql.run(editor, app, o.oldName(), o.newName(), from, to);
            case Operation.AlterModelTable o -> table(o.name(), from, to);
            case Operation.AlterModelTableComment o -> comment(o.name(), to);
            case Operation.AlterUniqueTogether o -> together(o.name(), from, to);
            case Operation.AlterIndexTogether o -> indexTogether(o.name(), from, to);
            case Operation.AlterOrderWithRespectTo o -> order(o.name(), from, to);
            case Operation.AlterModelOptions o -> {}
            case Operation.AddField o -> addField(o, to);
            case Operation.RemoveField o -> removeField(o.model(), o.name(), from);
            case Operation.AlterField o -> alterField(o.model(), o.name(), o.name(), o, from, to);
            case Operation.RenameField o -> renameField(o.model(), o.oldName(), o.newName(), from, to);
            case Operation.AddIndex o -> ifTable(to, o.model(), m -> editor.addIndex(m, o.index()));
            case Operation.RemoveIndex o -> ifTable(from, o.model(), m -> editor.removeIndex(m, index(m, o.name())));
            case Operation.RenameIndex o -> renameIndex(o, from, to);
            case Operation.AddConstraint o -> ifTable(to, o.model(), m -> editor.addConstraint(m, o.constraint()));
            case Operation.RemoveConstraint o -> removeConstraint(o.model(), o.name(), from, to);
            case Operation.AlterConstraint o -> {}
            case Operation.RunSql o -> {
                if (allows(o.hints())) {
                    o.sql().forEach(editor::execute);
                }
            }
            case Operation.RunJava o -> {
                if (allows(o.hints())) {
                    o.code().run(apps.apply(from));
                }
            }
            case Operation.SeparateDatabaseAndState o -> separate(o, from);
            case Operation.Custom o -> o.forwards(apps.apply(from));
            case PostgresOperation o -> new PostgresSteps(editor).forwards(o, models(to, from));
        }
    }

    /** Undoes the operation; {@code from} is the state after it, {@code to} the one before. */
    public void backwards(Operation operation, ProjectState from, ProjectState to) throws Exception {
        switch (operation) {
            case Operation.CreateModel o -> ifTable(from, o.name(), editor::deleteModel);
            case Operation.DeleteModel o -> ifTable(to, o.name(), editor::createModel);
            case Operation.RenameModel o -> RenameModelSql.run(editor, app, o.newName(), o.oldName(), from, to);
            case Operation.AlterModelTable o -> table(o.name(), from, to);
            case Operation.AlterModelTableComment o -> comment(o.name(), to);
            case Operation.AlterUniqueTogether o -> together(o.name(), from, to);
            case Operation.AlterIndexTogether o -> indexTogether(o.name(), from, to);
            case Operation.AlterOrderWithRespectTo o -> order(o.name(), from, to);
            case Operation.AlterModelOptions o -> {}
            case Operation.AddField o -> removeField(o.model(), o.name(), from);
            case Operation.RemoveField o -> ifTable(to, o.model(), m -> editor.addField(m.field(o.name())));
            case Operation.AlterField o ->
                ifTable(
                        to,
                        o.model(),
                        m -> editor.alterField(model(from, o.model()).field(o.name()), m.field(o.name())));
            case Operation.RenameField o -> renameField(o.model(), o.newName(), o.oldName(), from, to);
            case Operation.AddIndex o -> ifTable(from, o.model(), m -> editor.removeIndex(m, o.index()));
            case Operation.RemoveIndex o -> ifTable(to, o.model(), m -> editor.addIndex(m, index(m, o.name())));
            case Operation.RenameIndex o -> renameIndexBack(o, to);
            case Operation.AddConstraint o ->
                removeConstraint(o.model(), o.constraint().name(), from, to);
            case Operation.RemoveConstraint o ->
                ifTable(to, o.model(), m -> editor.addConstraint(m, constraint(m, o.name())));
            case Operation.AlterConstraint o -> {}
            case Operation.RunSql o -> {
                if (o.reverseSql() == null) {
                    throw irreversible(operation);
                }
                if (allows(o.hints())) {
                    o.reverseSql().forEach(editor::execute);
                }
            }
            case Operation.RunJava o -> {
                if (o.reverseCode() == null) {
                    throw irreversible(operation);
                }
                if (allows(o.hints())) {
                    o.reverseCode().run(apps.apply(to));
                }
            }
            case Operation.SeparateDatabaseAndState o -> separateBack(o, to);
            case Operation.Custom o -> o.backwards(apps.apply(to));
            case PostgresOperation o ->
                new PostgresSteps(editor).backwards(o, models(to, to), name -> model(from, name));
        }
    }

    private PostgresSteps.Models models(ProjectState state, ProjectState indexed) {
        return new PostgresSteps.Models() {
            @Override
            public void with(String name, java.util.function.Consumer<SchemaModel> step) {
                ifTable(state, name, step::accept);
            }

            @Override
            public boolean allows(java.util.Map<String, Object> hints) {
                return OperationSql.this.allows(hints);
            }

            @Override
            public IndexState index(String model, String name) {
                return OperationSql.index(OperationSql.this.model(indexed, model), name);
            }
        };
    }

    private MigrationException irreversible(Operation operation) {
        return new MigrationException("Operation '" + operation.describe() + "' of app '" + app
                + "' is not reversible. Give it a .reverse(...) to migrate backwards past it.");
    }

    private boolean allows(Map<String, Object> hints) {
        return rules.allow(app, null, hints);
    }

    private interface Step {
        void on(SchemaModel model);
    }

    private SchemaModel model(ProjectState state, String name) {
        return SchemaModel.of(state, new ModelKey(app, name));
    }

    /** Proxies and unmanaged models have no table of ours. */
    private void ifTable(ProjectState state, String name, Step step) {
        SchemaModel model = model(state, name);
        if (hasTable(model)) {
            step.on(model);
        }
    }

    private boolean hasTable(SchemaModel model) {
        if (model.state().proxy() || !model.state().managed()) {
            return false;
        }
        if (!rules.allow(model.state().app(), model.state().lowerName(), Map.of())) {
            return false;
        }
        Map<String, ?> options = model.state().options();
        if (options.get("swappable") instanceof String setting && isSwapped(model, setting)) {
            return false;
        }
        if (options.get("required_db_vendor") instanceof String vendor) {
            return vendor.equals(editor.dialect().vendor());
        }
        return !(options.get("required_db_features") instanceof List<?> features)
                || editor.dialect().features().containsAll(features);
    }

    private static boolean isSwapped(SchemaModel model, String setting) {
        String label = model.state().app() + "." + model.name();
        return !ModelRegistry.current().settingLabel(setting, label).equalsIgnoreCase(label);
    }

    private void table(String name, ProjectState from, ProjectState to) {
        SchemaModel old = model(from, name);
        ifTable(to, name, now -> {
            editor.alterTable(old.table(), now.table());
            List<SchemaField> before = old.manyToMany();
            List<SchemaField> after = now.manyToMany();
            for (int i = 0; i < before.size(); i++) {
                if (after.get(i).autoThrough()) {
                    editor.alterTable(
                            before.get(i).through().table(),
                            after.get(i).through().table());
                }
            }
        });
    }

    private void comment(String name, ProjectState to) {
        ifTable(
                to,
                name,
                now -> editor.alterTableComment(
                        now, now.state().options().get("db_table_comment") instanceof String comment ? comment : null));
    }

    private void together(String name, ProjectState from, ProjectState to) {
        SchemaModel old = model(from, name);
        ifTable(
                to,
                name,
                now -> editor.alterUniqueTogether(
                        now,
                        old.state().together("unique_together"),
                        now.state().together("unique_together")));
    }

    private void indexTogether(String name, ProjectState from, ProjectState to) {
        SchemaModel old = model(from, name);
        ifTable(
                to,
                name,
                now -> editor.alterIndexTogether(
                        now, old.state().together("index_together"), now.state().together("index_together")));
    }

    private void order(String name, ProjectState from, ProjectState to) {
        SchemaModel old = model(from, name);
        ifTable(to, name, now -> {
            boolean was = old.find("_order") != null;
            boolean is = now.find("_order") != null;
            if (was && !is) {
                editor.removeField(old.field("_order"));
            } else if (is && !was) {
                editor.addField(now.field("_order"));
            }
        });
    }

    private void addField(Operation.AddField o, ProjectState to) {
        // The default given for existing rows stands in the operation; the state after it may not keep it.
        SchemaModel plain = model(to, o.model());
        ModelState state = plain.state();
        java.util.Map<String, quintet.orm.FieldState> fields = new java.util.LinkedHashMap<>(state.fields());
        fields.put(o.name(), o.field());
        SchemaModel now = SchemaModel.of(to, state.withFields(fields));
        if (hasTable(now)) {
            editor.addField(now.field(o.name()));
        }
    }

    private void removeField(String name, String field, ProjectState from) {
        ifTable(from, name, old -> editor.removeField(old.field(field)));
    }

    private void alterField(
            String name, String oldField, String newField, Operation.AlterField o, ProjectState from, ProjectState to) {
        SchemaModel old = model(from, name);
        ModelState state = model(to, name).state();
        java.util.Map<String, quintet.orm.FieldState> fields = new java.util.LinkedHashMap<>(state.fields());
        fields.put(newField, o.field());
        SchemaModel now = SchemaModel.of(to, state.withFields(fields));
        if (hasTable(now)) {
            editor.alterField(old.field(oldField), now.field(newField));
        }
    }

    private void renameField(String name, String oldName, String newName, ProjectState from, ProjectState to) {
        ifTable(to, name, now -> editor.alterField(model(from, name).field(oldName), now.field(newName)));
    }

    private static IndexState index(SchemaModel model, String name) {
        return model.state().indexes().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        "There is no index '" + name + "' on " + model.key() + " at this point of the history"));
    }

    private static ConstraintState constraint(SchemaModel model, String name) {
        return model.state().constraints().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        "There is no constraint '" + name + "' on " + model.key() + " at this point of the history"));
    }

    private void removeConstraint(String name, String constraint, ProjectState from, ProjectState to) {
        SchemaModel before = model(from, name);
        ifTable(to, name, after -> editor.removeConstraint(before, after, constraint(before, constraint)));
    }

    private void renameIndex(Operation.RenameIndex o, ProjectState from, ProjectState to) {
        ifTable(to, o.model(), now -> {
            if (o.oldName() != null) {
                editor.renameIndex(now, index(model(from, o.model()), o.oldName()), o.newName());
            } else {
                SchemaModel old = model(from, o.model());
                editor.alterIndexTogether(old, List.of(o.oldFields()), List.of());
                editor.addIndex(now, index(now, o.newName()));
            }
        });
    }

    private void renameIndexBack(Operation.RenameIndex o, ProjectState to) {
        if (o.oldName() != null) {
            ifTable(
                    to,
                    o.model(),
                    now -> editor.renameIndex(now, index(now, o.oldName()).name(o.newName()), o.oldName()));
        }
    }

    private void separate(Operation.SeparateDatabaseAndState o, ProjectState from) throws Exception {
        ProjectState state = from;
        for (Operation operation : o.database()) {
            ProjectState next = OperationState.apply(app, operation, state);
            forwards(operation, state, next);
            state = next;
        }
    }

    private void separateBack(Operation.SeparateDatabaseAndState o, ProjectState to) throws Exception {
        List<ProjectState> states = new ArrayList<>();
        ProjectState state = to;
        for (Operation operation : o.database()) {
            states.add(state);
            state = OperationState.apply(app, operation, state);
        }
        for (int i = o.database().size() - 1; i >= 0; i--) {
            backwards(o.database().get(i), state, states.get(i));
            state = states.get(i);
        }
    }
}
