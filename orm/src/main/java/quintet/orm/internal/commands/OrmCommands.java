package quintet.orm.internal.commands;

import java.util.List;
import quintet.core.Command;
import quintet.core.HasCommands;

/** The commands this module offers to every site. */
public final class OrmCommands implements HasCommands {
    @Override
    public List<Command> commands() {
        return List.of(
                new DbShellCommand(),
                new FlushCommand(),
                new InspectDbCommand(),
                new MakeMigrationsCommand(),
                new MigrateCommand(),
                new OptimizeMigrationCommand(),
                new SqlMigrateCommand(),
                new ShowMigrationsCommand(),
                new SqlFlushCommand(),
                new SqlSequenceResetCommand(),
                new SquashMigrationsCommand());
    }
}
