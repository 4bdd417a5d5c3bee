package quintet.orm.internal.commands;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quintet.orm.Db;

/** The SQL that empties the tables of all models and starts their numbers again, as Django writes it. */
final class FlushSql {
    private FlushSql() {}

    static List<String> of(Db db) {
        Set<String> tables = DatabaseChoice.tables(db);
        Set<String> existing = db.withConnection(FlushSql::tables);
        tables.retainAll(existing);
        if (tables.isEmpty()) {
            return List.of();
        }
        return switch (db.vendor()) {
            case "postgresql" ->
                List.of("TRUNCATE "
                        + tables.stream().map(db.dialect()::quoted).collect(Collectors.joining(", "))
                        + " RESTART IDENTITY;");
            case "mysql" -> mysql(db, tables);
            default -> sqlite(db, tables, existing.contains("sqlite_sequence"));
        };
    }

    private static List<String> mysql(Db db, Set<String> tables) {
        List<String> lines = new ArrayList<>(List.of("SET FOREIGN_KEY_CHECKS = 0;"));
        tables.forEach(table -> lines.add("TRUNCATE " + db.dialect().quoted(table) + ";"));
        lines.add("SET FOREIGN_KEY_CHECKS = 1;");
        return lines;
    }

    private static List<String> sqlite(Db db, Set<String> tables, boolean numbered) {
        List<String> lines = new ArrayList<>();
        tables.forEach(table -> lines.add("DELETE FROM " + db.dialect().quoted(table) + ";"));
        if (numbered) {
            lines.add("UPDATE \"sqlite_sequence\" SET \"seq\" = 0 WHERE \"name\" IN ("
                    + tables.stream()
                            .map(table -> "'" + table.replace("'", "''") + "'")
                            .collect(Collectors.joining(", "))
                    + ");");
        }
        return lines;
    }

    /** The tables that are there, SQLite's own among them. */
    static Set<String> tables(Connection connection) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                    "TABLE", "BASE TABLE", "SYSTEM TABLE", "PARTITIONED TABLE"
                })) {
            while (rows.next()) {
                found.add(rows.getString("TABLE_NAME"));
            }
        }
        return found;
    }
}
