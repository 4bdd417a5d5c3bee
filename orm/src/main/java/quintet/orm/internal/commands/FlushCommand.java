package quintet.orm.internal.commands;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.orm.Database;
import quintet.orm.DatabaseException;
import quintet.orm.Db;

/** {@code flush}: empties the tables of all models. */
@CommandLine.Command(description = "Deletes all rows of all models; tables and records of migrations stay.")
public final class FlushCommand extends Command {
    @Option(names = "--database", description = DatabaseChoice.DESCRIPTION)
    private String database = Database.DEFAULT;

    @Option(
            names = {"--noinput", "--no-input"},
            description = "does not ask whether that is really wanted")
    private boolean noInput;

    @Override
    protected void handle() {
        Db db = DatabaseChoice.of(database);
        List<String> lines = FlushSql.of(db);
        if (lines.isEmpty()) {
            say("There is nothing to flush: the database has no tables of models.");
            return;
        }
        if (!noInput) {
            confirm(db);
        }
        try {
            db.withConnection(connection -> {
                boolean automatic = connection.getAutoCommit();
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    if (db.vendor().equals("sqlite")) {
                        statement.execute("PRAGMA defer_foreign_keys = ON");
                    }
                    for (String line : lines) {
                        statement.execute(line);
                    }
                    connection.commit();
                } catch (java.sql.SQLException e) {
                    connection.rollback();
                    throw e;
                } finally {
                    connection.setAutoCommit(automatic);
                }
                return true;
            });
        } catch (DatabaseException e) {
            throw new CommandError("Database " + database + " couldn't be flushed: " + e.getMessage()
                    + "\nThe SQL that was tried is shown by sqlflush; has everything been migrated?");
        }
        say(style().success("Flushed " + database + "."));
    }

    private void confirm(Db db) {
        if (!terminal().isInteractive()) {
            throw new CommandError(
                    "flush deletes all rows and asks first, which needs a terminal. Without one say" + " --no-input.");
        }
        out().println("All rows of all models in the database '" + db.alias() + "' ("
                + db.settings().url() + ") will be deleted. This cannot be undone.");
        String answer = terminal().ask("Type 'yes' to go on, or 'no' to leave it: ");
        if (!"yes".equals(answer)) {
            throw new CommandError("Nothing was deleted.");
        }
    }
}
