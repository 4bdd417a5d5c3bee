package quintet.orm.internal.commands;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.orm.Database;
import quintet.orm.Migrations;
import quintet.orm.internal.migrations.MigrationException;

/** {@code sqlmigrate}: shows the SQL of a migration. */
@CommandLine.Command(description = "Prints the SQL of a migration.")
public final class SqlMigrateCommand extends Command {
    @Parameters(index = "0", paramLabel = "APP", description = "the app's label")
    private String app = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "the migration, or the start of its name")
    private String name = "";

    @Option(names = "--database", description = "the alias of the database")
    private String database = Database.DEFAULT;

    @Option(names = "--backwards", description = "the SQL that undoes it")
    private boolean backwards;

    @Override
    protected void handle() {
        try {
            List<String> lines = DatabaseChoice.of(database)
                    .withConnection(c -> Migrations.of(site()).sql(c, app, name, backwards));
            lines.forEach(out()::println);
        } catch (MigrationException e) {
            throw new CommandError(String.valueOf(e.getMessage()));
        }
    }
}
