package quintet.orm.internal.commands;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.orm.DatabaseException;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.MigrationPlan;
import quintet.orm.Migrations;
import quintet.orm.internal.migrations.MigrationException;

/** Applies the migrations that the database has not seen. */
@CommandLine.Command(description = "Brings the database up to date with the migrations.")
public final class Migrate extends Command {
    @CommandLine.Parameters(index = "0", arity = "0..1", description = "The label of one app; otherwise all.")
    @Nullable String app;

    @CommandLine.Parameters(index = "1", arity = "0..1", description = "The migration to go to, or zero.")
    @Nullable String migration;

    @CommandLine.Option(names = "--database", description = "The alias of the database.")
    String database = "default";

    @CommandLine.Option(names = "--fake", description = "Records the migrations without running them.")
    boolean fake;

    @CommandLine.Option(names = "--fake-initial", description = "Records a first migration whose tables are there.")
    boolean fakeInitial;

    @Override
    protected void handle() {
        Db db = Databases.current().get(database);
        try {
            db.run(true, "migrate", link -> {
                run(plan(Migrations.of(site()), link.raw()));
                link.forget();
                return null;
            });
        } catch (DatabaseException | MigrationException e) {
            throw new CommandError(String.valueOf(e.getMessage()));
        }
    }

    private MigrationPlan plan(Migrations migrations, Connection connection) {
        MigrationPlan plan = app == null
                ? migrations.plan(connection)
                : migration == null
                        ? migrations.plan(connection, app)
                        : migrations.plan(connection, app, migration);
        MigrationPlan faked = fake ? plan.fake() : plan;
        return fakeInitial ? faked.fakeInitial() : faked;
    }

    private void run(MigrationPlan plan) {
        if (plan.isEmpty()) {
            out().println("No migrations to apply.");
            return;
        }
        plan.run(new MigrationPlan.Progress() {
            @Override
            public void starting(MigrationPlan.Step step) {
                out().print((step.backwards() ? "  Unapplying " : "  Applying ") + step.migration() + "...");
                out().flush();
            }

            @Override
            public void finished(MigrationPlan.Step step, boolean faked) {
                out().println(faked ? " FAKED" : " OK");
            }
        });
    }
}
