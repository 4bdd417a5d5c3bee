package quintet.sample.commands;

import picocli.CommandLine;
import quintet.core.Command;

/** Says hello. */
@CommandLine.Command(description = "Says hello.")
public final class Greet extends Command {
    @Override
    protected void handle() {
        out().println("Hello from the command");
    }
}
