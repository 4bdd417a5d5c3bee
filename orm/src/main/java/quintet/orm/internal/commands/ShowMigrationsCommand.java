package quintet.orm.internal.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.App;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.orm.Database;
import quintet.orm.Migrations;
import quintet.orm.internal.migrations.MigrationException;

/** {@code showmigrations}: lists migrations and whether they are applied. */
@CommandLine.Command(description = "Lists migrations and which of them are applied.")
public final class ShowMigrationsCommand extends Command {
    @Parameters(paramLabel = "APP", arity = "0..*", description = "labels of the apps; all unless given")
    private List<String> apps = new ArrayList<>();

    @Option(names = "--database", description = "the alias of the database")
    private String database = Database.DEFAULT;

    @Option(
            names = {"-l", "--list"},
            description = "a list by app; this is the default")
    @SuppressWarnings("unused") // taken so that scripts written for Django work
    private boolean list;

    @Option(
            names = {"-p", "--plan"},
            description = "all migrations in the order in which they are applied; -v 2 shows what each depends on")
    private boolean plan;

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        try {
            DatabaseChoice.of(database).withConnection(connection -> {
                Migrations migrations = Migrations.of(site());
                if (plan) {
                    plan(migrations.showPlan(connection));
                } else {
                    list(migrations.show(connection, new LinkedHashSet<>(apps)));
                }
                return true;
            });
        } catch (MigrationException | IllegalArgumentException e) {
            throw new CommandError(String.valueOf(e.getMessage()));
        }
    }

    private void list(List<Migrations.Shown> shown) {
        Map<String, List<Migrations.Shown>> byApp = new LinkedHashMap<>();
        Set<String> labels = new TreeSet<>(
                apps.isEmpty() ? site().apps().stream().map(App::label).toList() : apps);
        labels.forEach(label -> byApp.put(label, new ArrayList<>()));
        shown.forEach(s -> byApp.computeIfAbsent(s.migration().app(), a -> new ArrayList<>())
                .add(s));
        byApp.forEach((app, migrations) -> {
            out().println(app);
            migrations.forEach(s -> out().println(" [" + (s.applied() ? "X" : " ") + "] "
                    + s.migration().name()));
            if (migrations.isEmpty()) {
                out().println(" (no migrations)");
            }
        });
    }

    private void plan(List<Migrations.Shown> shown) {
        for (Migrations.Shown s : shown) {
            if (!apps.isEmpty() && !apps.contains(s.migration().app())) {
                continue;
            }
            String needs = verbosity() > 1 && !s.needs().isEmpty()
                    ? " ... (" + s.needs().stream().map(Object::toString).collect(Collectors.joining(", ")) + ")"
                    : "";
            out().println("[" + (s.applied() ? "X" : " ") + "]  " + s.migration() + needs);
        }
        if (shown.isEmpty()) {
            out().println("(no migrations)");
        }
    }
}
