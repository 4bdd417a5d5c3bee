package quintet.orm.internal.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import quintet.orm.Migration;
import quintet.orm.Migration.Dependency;
import quintet.orm.Operation;
import quintet.orm.internal.migrations.schema.SchemaField;
import quintet.orm.internal.migrations.schema.SchemaModel;

/** Decides which migrations must run to reach a target, and runs them on one connection. */
public final class MigrationExecutor {
    private final Connection connection;
    private final MigrationLoader loader;
    private final MigrationRecorder recorder;
    private final MigrationRules rules;

    /** Everything may change. */
    public MigrationExecutor(Connection connection, Map<String, List<Migration>> migrations) throws SQLException {
        this(connection, migrations, MigrationRules.ALL);
    }

    /** What the rules allow may change. */
    public MigrationExecutor(Connection connection, Map<String, List<Migration>> migrations, MigrationRules rules)
            throws SQLException {
        this.connection = connection;
        this.rules = rules;
        this.recorder = new MigrationRecorder(connection);
        this.loader = new MigrationLoader(migrations, recorder.applied());
    }

    /** One step of a plan. */
    public record Step(Dependency key, Migration migration, boolean backwards) {}

    /** Hears what happens, for progress on a terminal. */
    public interface Listener {
        /** Before a step. */
        default void starting(Step step, boolean fake) {}

        /** After a step; {@code faked} when nothing was executed. */
        default void finished(Step step, boolean faked) {}
    }

    public MigrationLoader loader() {
        return loader;
    }

    /** How to reach one migration of an app; the name {@code zero} means before its first. */
    public List<Step> planTo(String app, String name) {
        if (name.equals("zero")) {
            return backwardsPlan(loader.graph().roots(app));
        }
        Dependency target = loader.byPrefix(app, name);
        if (!loader.applied().contains(target)) {
            return forwardsPlan(List.of(target));
        }
        List<Dependency> next = new ArrayList<>(new TreeSet<>(loader.graph().after(target)));
        next.removeIf(key -> !key.app().equals(app));
        return backwardsPlan(next);
    }

    /** How to apply everything, or everything of one app with what it needs. */
    public List<Step> planAll(List<Dependency> leaves) {
        return forwardsPlan(leaves);
    }

    private List<Step> forwardsPlan(List<Dependency> targets) {
        Set<Dependency> applied = loader.applied();
        return loader.graph().forwards(targets).stream()
                .filter(key -> !applied.contains(key))
                .map(key -> new Step(key, loader.graph().get(key), false))
                .toList();
    }

    private List<Step> backwardsPlan(List<Dependency> targets) {
        Set<Dependency> applied = new HashSet<>(loader.applied());
        List<Step> steps = new ArrayList<>();
        for (Dependency target : targets) {
            for (Dependency key : loader.graph().backwards(target)) {
                if (applied.remove(key)) {
                    steps.add(new Step(key, loader.graph().get(key), true));
                }
            }
        }
        return steps;
    }

    /**
     * Runs a plan.
     *
     * @param fake record without executing
     * @param fakeInitial record an initial migration without executing it when its tables are there
     */
    public void run(List<Step> plan, boolean fake, boolean fakeInitial, Listener listener) throws SQLException {
        if (plan.isEmpty()) {
            return;
        }
        recorder.ensureTable();
        Map<Dependency, ProjectState> before = statesBefore();
        for (Step step : plan) {
            ProjectState state = before.getOrDefault(step.key(), ProjectState.EMPTY);
            listener.starting(step, fake);
            boolean faked;
            if (step.backwards()) {
                faked = unapply(step, state, fake);
            } else {
                faked = apply(step, state, fake, fakeInitial);
            }
            listener.finished(step, faked);
        }
    }

    /** The models before each migration: those of the whole graph so far, as all tables of other apps are there too. */
    private Map<Dependency, ProjectState> statesBefore() {
        Map<Dependency, ProjectState> states = new HashMap<>();
        ProjectState state = ProjectState.EMPTY;
        for (Dependency key : loader.graph().forwards(loader.graph().leaves(null))) {
            states.put(key, state);
            state = OperationState.apply(key.app(), loader.operations(key), state);
        }
        return states;
    }

    private boolean apply(Step step, ProjectState state, boolean fake, boolean fakeInitial) throws SQLException {
        boolean pretend = fake || (fakeInitial && step.migration().initial() && tablesExist(step, state));
        if (pretend) {
            recordApplied(step);
            return true;
        }
        MigrationRun.forwards(
                connection,
                step.key().app(),
                loader.operations(step.key()),
                state,
                step.migration().atomic(),
                rules,
                () -> recordApplied(step));
        return false;
    }

    private void recordApplied(Step step) throws SQLException {
        List<Dependency> replaced = step.migration().replaces();
        Set<Dependency> done = recorder.applied();
        for (Dependency key : replaced) {
            if (!done.contains(key)) {
                recorder.recordApplied(key);
            }
        }
        recorder.recordApplied(step.key());
    }

    private boolean unapply(Step step, ProjectState state, boolean fake) throws SQLException {
        if (fake) {
            recordUnapplied(step);
            return true;
        }
        List<Operation> operations = loader.operations(step.key());
        for (Operation operation : operations) {
            if (!operation.reversible()) {
                throw new MigrationException("Operation '" + operation.describe() + "' in " + step.key()
                        + " is not reversible. Give it a .reverse(...) to migrate backwards past it.");
            }
        }
        MigrationRun.backwards(
                connection,
                step.key().app(),
                operations,
                state,
                step.migration().atomic(),
                rules,
                () -> recordUnapplied(step));
        return false;
    }

    private void recordUnapplied(Step step) throws SQLException {
        for (Dependency key : step.migration().replaces()) {
            recorder.recordUnapplied(key);
        }
        recorder.recordUnapplied(step.key());
    }

    /** Records squashed migrations whose parts are all applied. */
    public void recordReplacements() throws SQLException {
        Set<Dependency> recorded = recorder.applied();
        for (Dependency key : loader.graph().keys()) {
            Migration migration = loader.graph().get(key);
            if (!migration.replaces().isEmpty()
                    && recorded.containsAll(migration.replaces())
                    && !recorded.contains(key)) {
                recorder.recordApplied(key);
            }
        }
    }

    /** Removes records of migrations that no longer exist and are not replaced by others; returns them. */
    public List<Dependency> prune(String app) throws SQLException {
        Set<Dependency> stale = new LinkedHashSet<>(recorder.applied());
        stale.removeIf(key -> !key.app().equals(app) || loader.graph().has(key));
        for (Dependency key : stale) {
            recorder.recordUnapplied(key);
        }
        return List.copyOf(stale);
    }

    /** Whether all that an initial migration creates is there already. */
    private boolean tablesExist(Step step, ProjectState state) throws SQLException {
        String app = step.key().app();
        ProjectState after = OperationState.apply(app, loader.operations(step.key()), state);
        boolean any = false;
        for (Operation operation : loader.operations(step.key())) {
            if (operation instanceof Operation.CreateModel o) {
                SchemaModel model = SchemaModel.of(after, new ModelKey(app, o.name()));
                boolean elsewhere = !rules.allow(app, model.state().lowerName(), Map.of());
                if (model.state().proxy() || !model.state().managed() || elsewhere) {
                    continue;
                }
                if (!MigrationRecorder.hasTable(connection, model.table())) {
                    return false;
                }
                any = true;
            } else if (operation instanceof Operation.AddField o) {
                SchemaField field =
                        SchemaModel.of(after, new ModelKey(app, o.model())).field(o.name());
                if (!rules.allow(app, field.model().state().lowerName(), Map.of())) {
                    continue;
                }
                if (!exists(field)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private boolean exists(SchemaField field) throws SQLException {
        if (field.isManyToMany()) {
            return !field.autoThrough()
                    || MigrationRecorder.hasTable(connection, field.through().table());
        }
        try (var columns =
                connection.getMetaData().getColumns(null, null, field.model().table(), null)) {
            while (columns.next()) {
                if (field.column().equals(columns.getString("COLUMN_NAME"))) {
                    return true;
                }
            }
        }
        return false;
    }
}
