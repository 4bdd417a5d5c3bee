package quintet.core.internal.commands;

import picocli.CommandLine;
import quintet.core.Command;
import quintet.core.Version;

/** {@code version}: prints Quintet's version. */
@CommandLine.Command(description = "Prints Quintet's version.")
public final class VersionCommand extends Command {
    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        out().println(Version.current());
    }
}
