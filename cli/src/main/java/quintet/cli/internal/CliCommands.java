package quintet.cli.internal;

import java.util.List;
import quintet.core.Command;
import quintet.core.HasCommands;

/**
 * The commands that {@code ./manage} runs without opening the site; here so that help and completion know
 * them. The development server is not: a site that is open already is served by the command of the same name and the same
 * arguments in Quintet.
 */
public final class CliCommands implements HasCommands {
    @Override
    public List<Command> commands() {
        return List.of(new StartAppCommand(), new StartProjectCommand(), new TestCommand(null));
    }
}
