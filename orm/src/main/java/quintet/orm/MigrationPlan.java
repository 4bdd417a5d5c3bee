package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import quintet.orm.Migration.Dependency;
import quintet.orm.internal.migrations.MigrationException;
import quintet.orm.internal.migrations.MigrationExecutor;
import quintet.orm.internal.migrations.MigrationRules;

/** The migrations that must be applied or undone to reach a target, in order; made by {@link Migrations}. */
@CheckReturnValue
public final class MigrationPlan {
    private final MigrationExecutor executor;
    private final List<MigrationExecutor.Step> steps;
    private final boolean fake;
    private final boolean fakeInitial;

    MigrationPlan(MigrationExecutor executor, List<MigrationExecutor.Step> steps) {
        this(executor, steps, false, false);
    }

    private MigrationPlan(
            MigrationExecutor executor, List<MigrationExecutor.Step> steps, boolean fake, boolean fakeInitial) {
        this.executor = executor;
        this.steps = List.copyOf(steps);
        this.fake = fake;
        this.fakeInitial = fakeInitial;
    }

    /** A copy that records the migrations without executing them. */
    public MigrationPlan fake() {
        return new MigrationPlan(executor, steps, true, fakeInitial);
    }

    /** A copy that takes an app's first migration as applied when its tables are there. */
    public MigrationPlan fakeInitial() {
        return new MigrationPlan(executor, steps, fake, true);
    }

    /** A copy without steps. */
    public MigrationPlan none() {
        return new MigrationPlan(executor, List.of(), fake, fakeInitial);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The steps in order. */
    public List<Step> steps() {
        return steps.stream().map(MigrationPlan::step).toList();
    }

    /**
     * Runs the plan. Each migration is a transaction of its own where the database can: one that fails leaves nothing behind, and
     * those before it stay applied.
     */
    public void run(Progress progress) {
        try {
            executor.run(steps, fake, fakeInitial, new MigrationExecutor.Listener() {
                @Override
                public void starting(MigrationExecutor.Step step, boolean pretend) {
                    progress.starting(step(step));
                }

                @Override
                public void finished(MigrationExecutor.Step step, boolean faked) {
                    progress.finished(step(step), faked);
                }
            });
        } catch (SQLException e) {
            throw new MigrationException("The database failed: " + e.getMessage(), e);
        }
    }

    /** Runs the plan silently. */
    public void run() {
        run(Progress.SILENT);
    }

    private static Step step(MigrationExecutor.Step step) {
        return new Step(step.key(), step.backwards(), step.migration().operations());
    }

    /** A migration to apply, or to undo. */
    public record Step(Dependency migration, boolean backwards, List<Operation> operations) {}

    /** Hears what a plan does. */
    public interface Progress {
        /** Says nothing. */
        Progress SILENT = new Progress() {};

        /** Before a step. */
        default void starting(Step step) {}

        /** After a step; {@code faked} when it was recorded without being executed. */
        default void finished(Step step, boolean faked) {}
    }

    /** For {@link Migrations}. */
    static MigrationExecutor executor(
            Connection connection, java.util.Map<String, List<Migration>> migrations, MigrationRules rules) {
        try {
            return new MigrationExecutor(connection, migrations, rules);
        } catch (SQLException e) {
            throw new MigrationException("Cannot read which migrations are applied: " + e.getMessage(), e);
        }
    }
}
