package quintet.core.docs.commands;

import picocli.CommandLine;
import quintet.core.Command;
import quintet.core.CommandError;

// region: subcommands
@CommandLine.Command(
        description = "Changes what is in stock.",
        subcommands = {Stock.Add.class, Stock.Empty.class})
public final class Stock extends Command {
    @Override
    protected void handle() {
        throw new CommandError("Say what to do: stock add or stock empty.", 2);
    }

    @CommandLine.Command(name = "add", description = "Adds pieces.")
    public static final class Add extends Command {
        @CommandLine.Parameters(paramLabel = "COUNT")
        private int count;

        @Override
        protected void handle() {
            say(style().success("Added " + count + "."));
            if (verbosity() > 1) {
                out().println("Site: " + site());
            }
        }
    }

    @CommandLine.Command(name = "empty", description = "Takes everything out.")
    public static final class Empty extends Command {
        @Override
        protected void handle() {
            String answer = terminal().ask("Really empty the stock? [y/N] ");
            if (!"y".equals(answer)) {
                throw new CommandError("Nothing was changed.", 3);
            }
        }
    }
}
// endregion
