package quintet.core.internal.commands;

import java.util.List;
import quintet.core.Command;
import quintet.core.HasCommands;

/** The commands this module offers to every site. */
public final class CoreCommands implements HasCommands {
    @Override
    public List<Command> commands() {
        return List.of(
                new CheckCommand(),
                new CompletionCommand(),
                new DiffSettingsCommand(),
                new HelpCommand(),
                new VersionCommand());
    }
}
