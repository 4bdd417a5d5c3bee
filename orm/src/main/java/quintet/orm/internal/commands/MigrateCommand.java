package quintet.orm.internal.commands;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.orm.Database;
import quintet.orm.DatabaseException;
import quintet.orm.MigrationPlan;
import quintet.orm.MigrationQuestions;
import quintet.orm.Migrations;
import quintet.orm.ModelHistory;
import quintet.orm.Signals;
import quintet.orm.internal.migrations.MigrationException;

/** {@code migrate}: applies migrations, or undoes them. */
@CommandLine.Command(description = "Brings the database's tables up to the migrations, or back to an earlier one.")
public final class MigrateCommand extends Command {
    @Parameters(index = "0", arity = "0..1", paramLabel = "APP", description = "an app's label; all apps unless given")
    private @Nullable String app;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "a migration, or the start of its name; zero undoes all of the app")
    private @Nullable String name;

    @Option(names = "--database", description = "the alias of the database")
    private String database = Database.DEFAULT;

    @Option(names = "--fake", description = "records migrations without executing them")
    private boolean fake;

    @Option(names = "--fake-initial", description = "takes first migrations as applied when their tables are there")
    private boolean fakeInitial;

    @Option(names = "--plan", description = "shows what would be done")
    private boolean plan;

    @Option(names = "--check", description = "fails when there is something to do, and does nothing")
    private boolean check;

    @Option(names = "--prune", description = "forgets records of migrations of the app that no longer exist")
    private boolean prune;

    @Option(names = "--run-syncdb", description = "makes the tables of apps that have no migrations too")
    private boolean runSyncdb;

    @Option(
            names = {"--noinput", "--no-input"},
            description = "asks nothing; this command never does")
    @SuppressWarnings("unused") // taken so that scripts written for Django work
    private boolean noInput;

    /** The steps that were run; null when nothing was to be run at all. */
    private @Nullable List<MigrationPlan.Step> ran;

    @Override
    protected void handle() {
        try {
            DatabaseChoice.of(database).changingTables(connection -> {
                run(connection, Migrations.of(site()).in(database));
                return true;
            });
            if (ran != null) {
                // After the connection was given back: receivers use the models.
                Signals.POST_MIGRATE.send(database, new Signals.MigrateEvent(database, ran));
            }
        } catch (MigrationException | DatabaseException | IllegalArgumentException e) {
            // The last: an app that is not there.
            throw new CommandError(String.valueOf(e.getMessage()));
        }
    }

    private void run(Connection connection, Migrations migrations) {
        if (prune) {
            prune(connection, migrations);
            return;
        }
        MigrationPlan steps = steps(connection, migrations);
        if (plan) {
            show(steps);
            return;
        }
        if (check) {
            if (!steps.isEmpty()) {
                throw new CommandError("There are migrations to apply. Run: migrate");
            }
            return;
        }
        ran = steps.steps();
        Signals.PRE_MIGRATE.send(database, new Signals.MigrateEvent(database, ran));
        say("Operations to perform:");
        if (runSyncdb) {
            say("  Synchronize unmigrated app" + (app == null ? "s: " : ": ")
                    + String.join(", ", unmigrated(migrations)));
        }
        say("  " + target(connection, migrations));
        if (runSyncdb) {
            synchronize(connection, migrations);
        }
        say("Running migrations:");
        if (steps.isEmpty()) {
            say("  No migrations to apply.");
            warnOfChanges(migrations);
            return;
        }
        MigrationPlan chosen = fake ? steps.fake() : steps;
        (fakeInitial ? chosen.fakeInitial() : chosen).run(new Lines());
    }

    private MigrationPlan steps(Connection connection, Migrations migrations) {
        if (app == null) {
            return migrations.plan(connection);
        }
        if (!runSyncdb) {
            return name == null ? migrations.plan(connection, app) : migrations.plan(connection, app, name);
        }
        site().app(app);
        if (!migrations.unmigrated().contains(app)) {
            throw new CommandError(
                    "Can't use run_syncdb with app '" + app + "' as it has migrations. Say: migrate " + app);
        }
        if (name != null) {
            throw new CommandError("App '" + app + "' does not have migrations, so there is no '" + name + "' in it.");
        }
        return migrations.plan(connection).none();
    }

    private Set<String> unmigrated(Migrations migrations) {
        return app == null ? new TreeSet<>(migrations.unmigrated()) : Set.of(app);
    }

    private void synchronize(Connection connection, Migrations migrations) {
        say("Synchronizing apps without migrations:");
        say("  Creating tables...");
        migrations.createTables(connection, unmigrated(migrations), table -> say("    Creating table " + table));
    }

    private String target(Connection connection, Migrations migrations) {
        if (app != null && name != null) {
            return name.equals("zero")
                    ? "Unapply all migrations: " + app
                    : "Target specific migration: " + fullName(connection, migrations) + ", from " + app;
        }
        Set<String> apps = new TreeSet<>();
        if (app != null) {
            if (!runSyncdb) {
                apps.add(app);
            }
        } else {
            migrations
                    .show(connection, Set.of())
                    .forEach(s -> apps.add(s.migration().app()));
        }
        return "Apply all migrations: " + (apps.isEmpty() ? "(none)" : String.join(", ", apps));
    }

    private String fullName(Connection connection, Migrations migrations) {
        return migrations.show(connection, Set.of(String.valueOf(app))).stream()
                .map(s -> s.migration().name())
                .filter(n -> n.startsWith(String.valueOf(name)))
                .findFirst()
                .orElse(String.valueOf(name));
    }

    private void prune(Connection connection, Migrations migrations) {
        if (app == null) {
            throw new CommandError("Migrations can be pruned only when an app is specified.");
        }
        say("Pruning migrations:");
        List<String> gone = migrations.prune(connection, app);
        gone.forEach(n -> say("  Pruning " + app + "." + n + " OK"));
        if (gone.isEmpty()) {
            say("  No migrations to prune.");
        }
    }

    private void show(MigrationPlan steps) {
        out().println("Planned operations:");
        if (steps.isEmpty()) {
            out().println("  No planned migration operations.");
        }
        for (MigrationPlan.Step step : steps.steps()) {
            out().println(step.migration());
            step.operations().forEach(o -> out().println("    " + (step.backwards() ? "Undo " : "") + o.describe()));
        }
    }

    private void warnOfChanges(Migrations migrations) {
        Set<String> changed = new TreeSet<>();
        try {
            for (ModelHistory.Planned planned : migrations.changes(Set.of(), MigrationQuestions.assuming())) {
                changed.add(planned.app());
            }
        } catch (MigrationException e) {
            return;
        }
        if (runSyncdb) {
            // Their tables were just made from the models.
            changed.removeAll(migrations.unmigrated());
        }
        if (!changed.isEmpty()) {
            out().println("  Your models in app(s): '" + String.join("', '", new ArrayList<>(changed))
                    + "' have changes that are not yet reflected in a migration, and so won't be applied.");
            out().println("  Run 'makemigrations' to make new migrations, and then re-run 'migrate' to apply them.");
        }
    }

    /** One line for each migration. */
    private final class Lines implements MigrationPlan.Progress {
        @Override
        public void starting(MigrationPlan.Step step) {
            if (verbosity() == 0) {
                return;
            }
            out().print("  " + (step.backwards() ? "Unapplying " : "Applying ") + step.migration() + "...");
            out().flush();
        }

        @Override
        public void finished(MigrationPlan.Step step, boolean faked) {
            say(faked ? " FAKED" : style().success(" OK"));
            out().flush();
        }
    }
}
