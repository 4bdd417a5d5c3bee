package quintet.internal;

import java.util.List;
import quintet.core.Command;
import quintet.core.HasCommands;
import quintet.internal.shell.ShellCommand;

/** The commands this module offers to every site. */
public final class QuintetCommands implements HasCommands {
    @Override
    public List<Command> commands() {
        return List.of(new RunServerCommand(), new ShellCommand());
    }
}
