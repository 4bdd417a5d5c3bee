package quintet.orm.internal.commands;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.orm.Migrations;
import quintet.orm.internal.migrations.MigrationException;

/** {@code squashmigrations}: makes one migration of several. */
@CommandLine.Command(description = "Makes one migration that stands for several.")
public final class SquashMigrationsCommand extends Command {
    @Parameters(index = "0", paramLabel = "APP", description = "the app's label")
    private String app = "";

    @Parameters(
            index = "1",
            paramLabel = "[START] END",
            arity = "1..2",
            description = "the first and the last migration, or the starts of their names; from the app's first on"
                    + " when one is given")
    private String[] names = {};

    @Option(names = "--no-optimize", description = "leaves the operations as they are")
    private boolean noOptimize;

    @Option(
            names = "--squashed-name",
            paramLabel = "NAME",
            description = "the name of the new migration, without number")
    private String squashedName = "";

    @Option(names = "--no-header", description = "leaves out the comment that says what made the file")
    private boolean noHeader;

    @Option(
            names = {"--noinput", "--no-input"},
            description = "does not ask whether that is really wanted")
    private boolean noInput;

    @Override
    protected void handle() {
        try {
            run(Migrations.of(site()));
        } catch (MigrationException | IllegalArgumentException e) {
            throw new CommandError(String.valueOf(e.getMessage()));
        }
    }

    private void run(Migrations migrations) {
        String start = names.length > 1 ? names[0] : "";
        Migrations.Squashed squashed =
                migrations.squash(app, start, names[names.length - 1], squashedName, !noOptimize);
        say(style().heading("Will squash the following migrations:"));
        squashed.replaces().forEach(key -> say(" - " + key.name()));
        if (!noInput) {
            confirm();
        }
        if (!noOptimize) {
            int after = squashed.migration().operations().size();
            say("Optimizing...");
            say(
                    after == squashed.operationsBefore()
                            ? "  No optimizations possible."
                            : "  Optimized from " + squashed.operationsBefore() + " operations to " + after
                                    + " operations.");
        }
        Path file = migrations.write(squashed, !noHeader);
        Path shown = file.startsWith(site().root()) ? site().root().relativize(file) : file;
        say(style().success("Created new squashed migration ") + shown);
        say(
                "  Commit it and leave the old ones in place: new databases use this one, others go on as they are. Once all"
                        + " have the last of the old ones, delete those and replaces().");
    }

    private void confirm() {
        if (!terminal().isInteractive()) {
            throw new CommandError("squashmigrations asks first, which needs a terminal. Without one say --no-input.");
        }
        String answer = terminal().ask("Do you wish to proceed? [y/N] ");
        if (answer == null || !answer.equalsIgnoreCase("y")) {
            throw new CommandError("Nothing was written.");
        }
    }
}
