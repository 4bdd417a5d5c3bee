package quintet.orm.internal.commands;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.orm.Migrations;
import quintet.orm.internal.migrations.MigrationException;

/** {@code optimizemigration}: joins the operations of a migration where they can be joined. */
@CommandLine.Command(description = "Joins operations of a migration where one does for several.")
public final class OptimizeMigrationCommand extends Command {
    @Parameters(index = "0", paramLabel = "APP", description = "the app's label")
    private String app = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "the migration, or the start of its name")
    private String name = "";

    @Option(names = "--check", description = "writes nothing; fails when the migration can be optimized")
    private boolean check;

    @Override
    protected void handle() {
        try {
            Migrations migrations = Migrations.of(site());
            Migrations.Squashed optimized = migrations.optimize(app, name);
            int after = optimized.migration().operations().size();
            if (after == optimized.operationsBefore()) {
                say("No optimizations possible.");
                return;
            }
            say("Optimizing from " + optimized.operationsBefore() + " operations to " + after + " operations.");
            if (check) {
                throw new CommandError("", 1);
            }
            Path file = migrations.write(optimized, true);
            say(style().success("Optimized migration ")
                    + (file.startsWith(site().root()) ? site().root().relativize(file) : file));
        } catch (MigrationException | IllegalArgumentException e) {
            throw new CommandError(String.valueOf(e.getMessage()));
        }
    }
}
