package quintet.orm;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quintet.core.CheckMessage;
import quintet.core.ConnectionUrl;
import quintet.core.Site;
import quintet.orm.internal.migrations.MigrationException;

/** Looks whether databases answer, and whether migrations wait to be applied to them. */
final class DatabaseChecks {
    private DatabaseChecks() {}

    static List<CheckMessage> reachable(Site site, String alias) {
        Databases databases = site.service(Databases.class);
        if (!databases.aliases().contains(alias)) {
            return List.of(CheckMessage.error(
                    "database.E001",
                    "There is no database '" + alias + "' in the settings.",
                    "The settings have: " + String.join(", ", databases.aliases()) + ".",
                    null));
        }
        try {
            databases.get(alias).query("SELECT 1", row -> row.getInt(1));
            return List.of();
        } catch (DatabaseException e) {
            return List.of(CheckMessage.error(
                    "database.E002", "The database '" + alias + "' does not answer: " + e.getMessage(), null, null));
        }
    }

    /** For {@code check --deploy}: rows that do not outlive the process. */
    static List<CheckMessage> deployment(Site site) {
        Databases databases = site.service(Databases.class);
        return databases.aliases().stream()
                .filter(alias -> {
                    ConnectionUrl url = databases.get(alias).settings().url();
                    return url.scheme().startsWith("sqlite")
                            && (url.path().isEmpty() || url.path().contains(":memory:"));
                })
                .map(alias -> CheckMessage.warning(
                        "quintet.W003",
                        "The database '" + alias + "' is in memory: its rows are gone when the process ends.",
                        "Name a file or a server, for example DATABASE_URL=sqlite:db.sqlite3.",
                        null))
                .toList();
    }

    /** Django's notice for those who forgot to migrate. */
    static Optional<String> unapplied(Site site) {
        Databases databases = site.service(Databases.class);
        if (!databases.aliases().contains(Database.DEFAULT)) {
            return Optional.empty();
        }
        try {
            List<MigrationPlan.Step> steps = databases
                    .main()
                    .withConnection(
                            connection -> Migrations.of(site).plan(connection).steps());
            if (steps.isEmpty()) {
                return Optional.empty();
            }
            String apps = steps.stream()
                    .map(step -> step.migration().app())
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .collect(Collectors.joining(", "));
            return Optional.of("\nYou have " + steps.size() + " unapplied migration" + (steps.size() == 1 ? "" : "s")
                    + ". Your project may not work properly until you apply the migrations for app(s): " + apps
                    + ".\nRun 'migrate' to apply them.\n");
        } catch (DatabaseException | MigrationException e) {
            return Optional.of("Whether migrations wait to be applied cannot be told: " + e.getMessage());
        }
    }
}
