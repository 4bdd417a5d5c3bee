package quintet.orm.internal.migrations.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quintet.orm.internal.migrations.MigrationException;

/** The names constraints and indexes have in a live database. */
public final class DatabaseConstraintNames extends ConstraintNames {
    private static final String CONSTRAINTS = """
            SELECT c.conname, array_to_string(array(
                SELECT a.attname FROM unnest(c.conkey) WITH ORDINALITY k(n, i)
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n ORDER BY k.i), chr(1))
            FROM pg_constraint c
            WHERE c.conrelid = to_regclass(?)::oid AND c.contype = ?
            ORDER BY c.conname
            """;
    private static final String INDEXES = """
            SELECT i.relname, array_to_string(array(
                SELECT a.attname FROM unnest(x.indkey) WITH ORDINALITY k(n, i)
                LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.n ORDER BY k.i), chr(1))
            FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_am m ON m.oid = i.relam
            WHERE x.indrelid = to_regclass(?)::oid AND NOT x.indisunique AND NOT x.indisprimary
              AND x.indpred IS NULL AND x.indexprs IS NULL AND m.amname = ?
            ORDER BY i.relname
            """;

    private static final String MYSQL_KEYS = """
            SELECT constraint_name, GROUP_CONCAT(column_name ORDER BY ordinal_position SEPARATOR '\u0001')
            FROM information_schema.key_column_usage
            WHERE table_schema = DATABASE() AND table_name = ? AND referenced_table_name IS NOT NULL AND ? <> ''
            GROUP BY constraint_name ORDER BY constraint_name
            """;
    private static final String MYSQL_INDEXES = """
            SELECT index_name, GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR '\u0001')
            FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND table_name = ? AND non_unique = ? AND index_name <> 'PRIMARY'
            GROUP BY index_name ORDER BY index_name
            """;

    private final SchemaDialect dialect;
    private final Connection connection;

    public DatabaseConstraintNames(SchemaDialect dialect, Connection connection) {
        super(dialect);
        this.dialect = dialect;
        this.connection = connection;
    }

    private boolean postgres() {
        return dialect.vendor().equals("postgresql");
    }

    private boolean mysql() {
        return dialect.vendor().equals("mysql");
    }

    @Override
    public List<String> foreignKeys(SchemaField field) {
        List<String> columns = IndexSql.columns(List.of(field));
        if (mysql()) {
            return query(MYSQL_KEYS, field.model().table(), "f", columns);
        }
        return postgres() ? query(CONSTRAINTS, field.model().table(), "f", columns) : super.foreignKeys(field);
    }

    @Override
    public List<String> uniques(SchemaModel model, List<String> columns) {
        Set<String> declared = new HashSet<>();
        model.state().constraints().forEach(c -> declared.add(c.name()));
        List<String> found = new ArrayList<>(
                postgres()
                        ? query(CONSTRAINTS, model.table(), "u", columns)
                        : mysql() ? query(MYSQL_INDEXES, model.table(), "0", columns) : sqliteUniques(model, columns));
        found.removeAll(declared);
        return found;
    }

    @Override
    public List<String> indexes(SchemaModel model, List<SchemaField> fields, String suffix) {
        Set<String> declared = new HashSet<>();
        model.state().indexes().forEach(i -> declared.add(i.name()));
        List<String> columns = IndexSql.columns(fields);
        List<String> found = new ArrayList<>(
                postgres()
                        ? query(INDEXES, model.table(), "btree", columns)
                        : mysql()
                                ? query(MYSQL_INDEXES, model.table(), "1", columns)
                                : sqliteIndexes(model.table(), columns, false));
        found.removeAll(declared);
        return found;
    }

    @Override
    public List<String> checks(SchemaField field) {
        if (!postgres()) {
            return super.checks(field);
        }
        Set<String> declared = new HashSet<>();
        field.model().state().constraints().forEach(c -> declared.add(c.name()));
        List<String> found = new ArrayList<>(query(CONSTRAINTS, field.model().table(), "c", List.of(field.column())));
        found.removeAll(declared);
        return found;
    }

    /** Whether no other index starts with the column. */
    @Override
    public boolean isOnlyIndexFor(SchemaField field, String index) {
        if (!mysql()) {
            return super.isOnlyIndexFor(field, index);
        }
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT index_name FROM information_schema.statistics WHERE table_schema ="
                        + " DATABASE() AND table_name = ? AND column_name = ? AND seq_in_index = 1")) {
            statement.setString(1, field.model().table());
            statement.setString(2, IndexSql.columns(List.of(field)).getFirst());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new MigrationException(
                    "Cannot read the indexes of table '" + field.model().table() + "': " + e.getMessage(), e);
        }
        return found.equals(List.of(index));
    }

    @Override
    public List<String> primaryKeys(SchemaModel model) {
        return postgres() ? query(CONSTRAINTS, model.table(), "p", List.of()) : super.primaryKeys(model);
    }

    /** Names whose columns are exactly these; any columns when the list is empty. */
    private List<String> query(String sql, String table, String kind, List<String> columns) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, mysql() ? table : dialect.quote(table));
            statement.setString(2, kind);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<String> actual = Arrays.asList(rows.getString(2).split("\u0001", -1));
                    if (columns.isEmpty() || actual.equals(columns)) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new MigrationException("Cannot read the constraints of table '" + table + "': " + e.getMessage(), e);
        }
    }

    private List<String> sqliteUniques(SchemaModel model, List<String> columns) {
        return sqliteIndexes(model.table(), columns, true);
    }

    private List<String> sqliteIndexes(String table, List<String> columns, boolean unique) {
        List<String> found = new ArrayList<>();
        try (PreparedStatement list = connection.prepareStatement(
                "SELECT name FROM pragma_index_list(?) WHERE \"unique\" = ? AND origin = 'c' AND partial = 0 ORDER BY name")) {
            list.setString(1, table);
            list.setInt(2, unique ? 1 : 0);
            try (ResultSet rows = list.executeQuery()) {
                while (rows.next()) {
                    if (sqliteColumns(rows.getString(1)).equals(columns)) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new MigrationException("Cannot read the indexes of table '" + table + "': " + e.getMessage(), e);
        }
    }

    private List<String> sqliteColumns(String index) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement info =
                connection.prepareStatement("SELECT name FROM pragma_index_info(?) ORDER BY seqno")) {
            info.setString(1, index);
            try (ResultSet rows = info.executeQuery()) {
                while (rows.next()) {
                    columns.add(String.valueOf(rows.getString(1)));
                }
            }
        }
        return columns;
    }
}
