package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import quintet.orm.MigrationApps;
import quintet.orm.Operation;
import quintet.orm.internal.migrations.schema.ConstraintNames;
import quintet.orm.internal.migrations.schema.SchemaEditor;
import quintet.orm.internal.migrations.schema.SchemaEditors;

/** The SQL of migrations as {@code sqlmigrate} shows it, each operation under its description. */
public final class MigrationSql {
    private final List<String> lines = new ArrayList<>();
    private final SchemaEditor editor;

    /** For a kind of database; names of constraints are looked up by {@code names}. */
    public MigrationSql(
            String vendor, Function<quintet.orm.internal.migrations.schema.SchemaDialect, ConstraintNames> names) {
        this.editor = SchemaEditors.of(vendor, this::collect, names);
    }

    private void collect(String sql) {
        lines.add(sql.stripTrailing().endsWith(";") ? sql : sql + ";");
    }

    /** The lines of the operations that lead on from the state. */
    public List<String> forwards(String app, List<Operation> operations, ProjectState from) {
        OperationSql runner = new OperationSql(editor, app, MigrationSql::noRows, MigrationRules.ALL);
        ProjectState state = from;
        for (Operation operation : operations) {
            ProjectState before = state;
            state = OperationState.apply(app, operation, before);
            ProjectState after = state;
            section(operation, () -> runner.forwards(operation, before, after));
        }
        editor.finish();
        return List.copyOf(lines);
    }

    /** The lines that undo the operations; the state is the one before them. */
    public List<String> backwards(String app, List<Operation> operations, ProjectState from) {
        OperationSql runner = new OperationSql(editor, app, MigrationSql::noRows, MigrationRules.ALL);
        List<ProjectState> states = new ArrayList<>(List.of(from));
        operations.forEach(o -> states.add(OperationState.apply(app, o, states.getLast())));
        for (int i = operations.size() - 1; i >= 0; i--) {
            Operation operation = operations.get(i);
            ProjectState after = states.get(i + 1);
            ProjectState before = states.get(i);
            section(operation, () -> runner.backwards(operation, after, before));
        }
        editor.finish();
        return List.copyOf(lines);
    }

    private interface Step {
        void run() throws Exception;
    }

    private void section(Operation operation, Step step) {
        lines.add("--");
        lines.add("-- " + operation.describe());
        lines.add("--");
        if (!operation.reducesToSql()) {
            lines.add("-- THIS OPERATION CANNOT BE WRITTEN AS SQL");
            return;
        }
        int before = lines.size();
        try {
            step.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new MigrationException("'" + operation.describe() + "' failed: " + e.getMessage(), e);
        }
        if (lines.size() == before) {
            lines.add("-- (no-op)");
        }
    }

    private static MigrationApps noRows(ProjectState state) {
        throw new IllegalStateException("Code of migrations does not run while SQL is collected");
    }
}
