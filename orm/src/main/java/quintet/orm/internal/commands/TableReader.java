package quintet.orm.internal.commands;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a database says about its tables, by JDBC's own means. */
final class TableReader {
    /**
     * A column.
     *
     * @param type the database's word for the type, in lower case
     * @param target the table it points to, when it is a foreign key
     */
    record Column(
            String name,
            String type,
            int size,
            int digits,
            boolean nullable,
            boolean generated,
            boolean unique,
            @Nullable String target) {}

    /**
     * A foreign key with several columns, which are in the order of the other table's primary key.
     *
     * @param unique whether no two rows share the values
     */
    record Link(List<String> columns, String target, List<String> targetKey, boolean unique) {}

    /** A table, with the names of the columns of its primary key in order, and the foreign keys that have several columns. */
    record Table(String name, List<Column> columns, List<String> key, List<Link> links) {}

    private final Connection connection;
    private final DatabaseMetaData data;
    private final String vendor;

    TableReader(Connection connection, String vendor) throws SQLException {
        this.connection = connection;
        this.data = connection.getMetaData();
        this.vendor = vendor;
    }

    /** Tables in the order of their names, without those of the database itself. */
    List<String> names(boolean views, boolean partitions) throws SQLException {
        List<String> types = new ArrayList<>(List.of("TABLE", "BASE TABLE", "PARTITIONED TABLE"));
        if (views) {
            types.addAll(List.of("VIEW", "MATERIALIZED VIEW"));
        }
        Set<String> names = new TreeSet<>();
        try (ResultSet rows =
                data.getTables(connection.getCatalog(), connection.getSchema(), "%", types.toArray(String[]::new))) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        names.removeIf(name -> name.startsWith("sqlite_"));
        if (!partitions && vendor.equals("postgresql")) {
            names.removeAll(partitions());
        }
        return List.copyOf(names);
    }

    private Set<String> partitions() throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT relname FROM pg_class WHERE relispartition");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** A table; null when there is none of this name. */
    @Nullable
    Table read(String table) throws SQLException {
        if (!names(true, true).contains(table)) {
            return null; // some drivers throw when they are asked for the keys of what is not there
        }
        List<Keys> foreign = foreignKeys(table);
        Map<String, String> targets = new LinkedHashMap<>();
        foreign.stream()
                .filter(one -> one.from().size() == 1)
                .forEach(one -> targets.put(one.from().getFirst(), one.target()));
        List<String> key = key(table);
        List<List<String>> uniques = uniques(table);
        Set<String> unique = new HashSet<>();
        uniques.stream().filter(columns -> columns.size() == 1).forEach(unique::addAll);
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows = data.getColumns(connection.getCatalog(), connection.getSchema(), escaped(table), "%")) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME");
                String type = String.valueOf(rows.getString("TYPE_NAME")).toLowerCase(Locale.ROOT);
                boolean generated = "YES".equals(rows.getString("IS_AUTOINCREMENT")) || type.contains("serial");
                int digits = rows.getInt("DECIMAL_DIGITS");
                // SQLite's driver counts the digits behind the point twice.
                int size = rows.getInt("COLUMN_SIZE") - (vendor.equals("sqlite") ? digits : 0);
                columns.add(new Column(
                        name,
                        type,
                        size,
                        digits,
                        rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls && !key.contains(name),
                        generated,
                        unique.contains(name) && !key.equals(List.of(name)),
                        targets.get(name)));
            }
        }
        return columns.isEmpty() ? null : new Table(table, columns, key, links(foreign, uniques));
    }

    /** The foreign keys with several columns that point to primary keys. */
    private List<Link> links(List<Keys> foreign, List<List<String>> uniques) throws SQLException {
        List<Link> links = new ArrayList<>();
        for (Keys one : foreign) {
            List<String> targetKey = one.from().size() > 1 ? key(one.target()) : List.of();
            // SQLite leaves out what is the primary key.
            List<String> to = one.to().contains("") ? targetKey : one.to();
            if (targetKey.size() == one.from().size() && Set.copyOf(to).equals(Set.copyOf(targetKey))) {
                List<String> columns = targetKey.stream()
                        .map(column -> one.from().get(to.indexOf(column)))
                        .toList();
                boolean unique =
                        uniques.stream().anyMatch(all -> all.size() == columns.size() && all.containsAll(columns));
                links.add(new Link(columns, one.target(), targetKey, unique));
            }
        }
        return links;
    }

    private String escaped(String table) throws SQLException {
        String escape = data.getSearchStringEscape();
        return table.replace("_", escape + "_").replace("%", escape + "%");
    }

    private List<String> key(String table) throws SQLException {
        Map<Integer, String> byPlace = new java.util.TreeMap<>();
        try (ResultSet rows = data.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (rows.next()) {
                byPlace.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(byPlace.values());
    }

    /** A foreign key as the database has it. */
    private record Keys(String target, List<String> from, List<String> to) {}

    private List<Keys> foreignKeys(String table) throws SQLException {
        Map<String, Keys> byName = new LinkedHashMap<>();
        if (vendor.equals("sqlite")) {
            // Its driver has no names that tell several keys to one table apart.
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id, seq")) {
                statement.setString(1, table);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        add(byName, rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
                    }
                }
            }
            return List.copyOf(byName.values());
        }
        try (ResultSet rows = data.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (rows.next()) {
                add(
                        byName,
                        rows.getString("FK_NAME"),
                        rows.getString("PKTABLE_NAME"),
                        rows.getString("FKCOLUMN_NAME"),
                        rows.getString("PKCOLUMN_NAME"));
            }
        }
        return List.copyOf(byName.values());
    }

    private static void add(Map<String, Keys> byName, String name, String target, String from, @Nullable String to) {
        Keys keys = byName.computeIfAbsent(name, n -> new Keys(target, new ArrayList<>(), new ArrayList<>()));
        keys.from().add(from);
        keys.to().add(to == null ? "" : to);
    }

    /** The columns of each unique index. */
    private List<List<String>> uniques(String table) throws SQLException {
        Map<String, List<String>> byIndex = new HashMap<>();
        try (ResultSet rows = data.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, true, true)) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                if (column != null && !rows.getBoolean("NON_UNIQUE")) {
                    byIndex.computeIfAbsent(String.valueOf(rows.getString("INDEX_NAME")), name -> new ArrayList<>())
                            .add(column.replaceAll("^\"|\"$", ""));
                }
            }
        }
        return List.copyOf(byIndex.values());
    }
}
