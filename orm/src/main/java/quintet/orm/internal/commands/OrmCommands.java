package quintet.orm.internal.commands;

import java.util.List;
import quintet.core.Command;
import quintet.core.HasCommands;

/** What the database module adds to the command line. Found through {@code META-INF/services}. */
public final class OrmCommands implements HasCommands {
    /** Made by the service loader. */
    public OrmCommands() {}

    @Override
    public List<Command> commands() {
        return List.of(new Migrate(), new MakeMigrations());
    }
}
