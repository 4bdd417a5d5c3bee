package quintet.orm.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import quintet.orm.ModelHistory;
import quintet.orm.Operation;

/** A database in memory and the history of its models, step by step. */
final class History implements AutoCloseable {
    final Connection connection;
    private ModelHistory models = ModelHistory.EMPTY;

    History() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        execute("PRAGMA foreign_keys = ON");
    }

    /** Another database. */
    History(Connection connection) {
        this.connection = connection;
    }

    void run(Operation... operations) {
        models.run(connection, "library", List.of(operations));
        models = models.apply("library", operations);
    }

    /** Applies outside of a transaction. */
    void runNotAtomic(Operation... operations) {
        models.runNotAtomic(connection, "library", List.of(operations));
        models = models.apply("library", operations);
    }

    /** Applies and undoes; the database must look as before. */
    void thereAndBack(Operation... operations) throws SQLException {
        models.run(connection, "library", List.of(operations));
        models.runBackwards(connection, "library", List.of(operations));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join("|", cells));
            }
        }
        return found;
    }

    List<String> ddl() throws SQLException {
        return rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
