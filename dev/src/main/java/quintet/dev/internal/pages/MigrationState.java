package quintet.dev.internal.pages;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.MigrationQuestions;
import quintet.orm.Migrations;
import quintet.orm.ModelHistory;

/**
 * How the default database stands to the migrations, and these to the models.
 *
 * @param shown all migrations in order
 * @param unapplied those to apply, with their SQL
 * @param changedApps apps whose models have changed since their last migration
 * @param problem why this is not known; null if it is
 */
public record MigrationState(
        List<Step> shown,
        List<Step> unapplied,
        Set<String> changedApps,
        @Nullable String problem) {
    /**
     * A migration.
     *
     * @param name app and name: {@code polls.0001_initial}
     * @param applied whether the database has it
     * @param sql what it runs; empty unless it is to be applied
     */
    public record Step(String name, boolean applied, String sql) {}

    /** The state of a site's default database; never fails. */
    public static MigrationState of(Site site) {
        try {
            return site.call(() -> {
                Databases databases = Databases.current();
                if (!databases.aliases().contains(Database.DEFAULT)) {
                    return unknown("The settings name no database.");
                }
                Migrations migrations = Migrations.of(site);
                return databases.main().withConnection(connection -> read(migrations, connection));
            });
        } catch (RuntimeException e) {
            return unknown(Shown.message(e.getMessage()));
        }
    }

    private static MigrationState unknown(String problem) {
        return new MigrationState(List.of(), List.of(), Set.of(), problem);
    }

    private static MigrationState read(Migrations migrations, Connection connection) {
        List<Step> all = new ArrayList<>();
        List<Step> unapplied = new ArrayList<>();
        for (Migrations.Shown migration : migrations.showPlan(connection)) {
            String name = migration.migration().toString();
            if (migration.applied()) {
                all.add(new Step(name, true, ""));
            } else {
                Step step = new Step(name, false, sql(migrations, connection, migration));
                all.add(step);
                unapplied.add(step);
            }
        }
        return new MigrationState(all, unapplied, changes(migrations), null);
    }

    private static String sql(Migrations migrations, Connection connection, Migrations.Shown migration) {
        try {
            return String.join(
                    "\n",
                    migrations.sql(
                            connection,
                            migration.migration().app(),
                            migration.migration().name(),
                            false));
        } catch (RuntimeException e) {
            return "-- Its SQL is not known beforehand: " + e.getMessage();
        }
    }

    private static Set<String> changes(Migrations migrations) {
        Set<String> apps = new TreeSet<>();
        try {
            for (ModelHistory.Planned planned : migrations.changes(Set.of(), MigrationQuestions.assuming())) {
                apps.add(planned.app());
            }
        } catch (RuntimeException e) {
            // The history is broken; what is wrong with it is said by the commands.
        }
        return apps;
    }

    /** Applies all that is not applied. */
    public static void apply(Site site) {
        site.run(() -> Databases.current().main().changingTables(connection -> {
            Migrations.of(site).plan(connection).run();
            return true;
        }));
    }
}
