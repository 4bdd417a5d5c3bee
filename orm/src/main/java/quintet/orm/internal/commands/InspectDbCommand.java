package quintet.orm.internal.commands;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.orm.Database;
import quintet.orm.DatabaseException;
import quintet.orm.Db;

/** {@code inspectdb}: writes models for the tables of a database. */
@CommandLine.Command(description = "Prints models for the tables of a database that exists already.")
public final class InspectDbCommand extends Command {
    @Parameters(arity = "0..*", paramLabel = "TABLE", description = "the tables; all unless given")
    private List<String> tables = new ArrayList<>();

    @Option(names = "--database", description = DatabaseChoice.DESCRIPTION)
    private String database = Database.DEFAULT;

    @Option(names = "--include-views", description = "also views")
    private boolean views;

    @Option(names = "--include-partitions", description = "also the partitions of partitioned tables")
    private boolean partitions;

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        Db db = DatabaseChoice.of(database);
        try {
            db.withConnection(connection -> {
                print(connection, db);
                return true;
            });
        } catch (DatabaseException e) {
            throw new CommandError(String.valueOf(e.getMessage()));
        }
    }

    private void print(Connection connection, Db db) throws SQLException {
        TableReader reader = new TableReader(connection, db.vendor());
        List<String> found = tables.isEmpty() ? reader.names(views, partitions) : tables;
        ModelSource source = new ModelSource(found);
        out().println(
                        "// Models for tables that exist. They are a start: put each class into a file of its own, look at");
        out().println(
                        "// onDelete, lengths and names, and take out .unmanaged() where migrations shall change the table.");
        for (String table : found) {
            TableReader.Table read = reader.read(table);
            out().println();
            if (read == null) {
                out().println("// There is no table '" + table + "'.");
            } else {
                out().print(source.of(read));
            }
        }
    }
}
