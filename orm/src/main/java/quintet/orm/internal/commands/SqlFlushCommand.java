package quintet.orm.internal.commands;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import quintet.core.Command;
import quintet.orm.Database;
import quintet.orm.Db;

/** {@code sqlflush}: shows the SQL of {@code flush}. */
@CommandLine.Command(description = "Prints the SQL that flush would execute.")
public final class SqlFlushCommand extends Command {
    @Option(names = "--database", description = DatabaseChoice.DESCRIPTION)
    private String database = Database.DEFAULT;

    @Override
    protected void handle() {
        Db db = DatabaseChoice.of(database);
        List<String> lines = FlushSql.of(db);
        if (lines.isEmpty()) {
            err().println("No tables found.");
            return;
        }
        out().println("BEGIN;");
        lines.forEach(out()::println);
        out().println("COMMIT;");
    }
}
