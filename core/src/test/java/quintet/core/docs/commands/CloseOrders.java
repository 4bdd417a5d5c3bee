package quintet.core.docs.commands;

import picocli.CommandLine;
import quintet.core.Command;
import quintet.core.CommandError;

// region: command
@CommandLine.Command(description = "Closes orders that nobody paid.")
public final class CloseOrders extends Command {
    @CommandLine.Option(names = "--days", description = "after how many days (default: 14)", defaultValue = "14")
    public int days;

    @CommandLine.Option(names = "--dry-run", description = "only say what would be closed")
    private boolean dryRun;

    @Override
    protected void handle() {
        if (days < 1) {
            throw new CommandError("--days must be at least 1.");
        }
        out().println((dryRun ? "Would close" : "Closed") + " orders older than " + days + " days.");
    }
}
// endregion
