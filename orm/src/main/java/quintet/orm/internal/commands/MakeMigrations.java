package quintet.orm.internal.commands;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.orm.MigrationQuestions;
import quintet.orm.Migrations;
import quintet.orm.ModelHistory;
import quintet.orm.Operation;
import quintet.orm.internal.migrations.MigrationException;

/** Writes migrations for what changed in the models. */
@CommandLine.Command(description = "Writes migrations for what changed in the models.")
public final class MakeMigrations extends Command {
    @CommandLine.Parameters(arity = "0..*", description = "The labels of apps; otherwise all.")
    Set<String> apps = Set.of();

    @CommandLine.Option(names = "--check", description = "Writes nothing; ends with 1 if something changed.")
    boolean check;

    @CommandLine.Option(names = "--dry-run", description = "Writes nothing; only says what it would write.")
    boolean dryRun;

    @Override
    protected void handle() {
        Migrations migrations = Migrations.of(site());
        List<ModelHistory.Planned> changes;
        try {
            changes = migrations.changes(apps, MigrationQuestions.refusing());
        } catch (MigrationException e) {
            throw new CommandError(String.valueOf(e.getMessage()));
        }
        if (changes.isEmpty()) {
            out().println("No changes detected");
            return;
        }
        for (ModelHistory.Planned change : changes) {
            out().println("Migrations for '" + change.app() + "':");
            out().println("  "
                    + site().root()
                            .relativize(check || dryRun ? migrations.path(change) : migrations.write(change, true)));
            for (Operation operation : change.operations()) {
                out().println("    " + operation.category().symbol() + " " + operation.describe());
            }
        }
        if (check) {
            throw new CommandError("The models have changed; run makemigrations.");
        }
    }
}
