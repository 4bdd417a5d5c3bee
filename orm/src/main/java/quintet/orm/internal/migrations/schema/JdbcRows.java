package quintet.orm.internal.migrations.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.orm.MigrationRow;
import quintet.orm.MigrationRows;
import quintet.orm.SchemaExpr;
import quintet.orm.internal.migrations.MigrationException;

/** Rows of a historical model over JDBC. */
public final class JdbcRows implements MigrationRows {
    private final Connection connection;
    private final SchemaDialect dialect;
    private final SchemaModel model;
    private final List<String> conditions;
    private final List<String> order;
    private final int limit;

    /** All rows of the model. */
    public JdbcRows(Connection connection, SchemaDialect dialect, SchemaModel model) {
        this(connection, dialect, model, List.of(), List.of(), 0);
    }

    private JdbcRows(
            Connection connection,
            SchemaDialect dialect,
            SchemaModel model,
            List<String> conditions,
            List<String> order,
            int limit) {
        this.connection = connection;
        this.dialect = dialect;
        this.model = model;
        this.conditions = conditions;
        this.order = order;
        this.limit = limit;
    }

    @Override
    public MigrationRows filter(String lookup, @Nullable Object value) {
        return with(condition(model, lookup, value));
    }

    @Override
    public MigrationRows exclude(String lookup, @Nullable Object value) {
        // A comparison with NULL is neither true nor false: such rows do not match and stay.
        return with("(" + condition(model, lookup, value) + ") IS NOT TRUE");
    }

    private JdbcRows with(String condition) {
        List<String> all = new ArrayList<>(conditions);
        all.add(condition);
        return new JdbcRows(connection, dialect, model, List.copyOf(all), order, limit);
    }

    /** A condition; a path through a reference becomes a subquery. */
    private String condition(SchemaModel on, String lookup, @Nullable Object value) {
        int split = lookup.indexOf("__");
        String first = split < 0 ? lookup : lookup.substring(0, split);
        SchemaField field = on.field(
                first.endsWith("_id") && on.find(first) == null ? first.substring(0, first.length() - 3) : first);
        if (split > 0 && field.isForeignKey()) {
            SchemaModel target = field.targetModel();
            String rest = lookup.substring(split + 2);
            String name = rest.split("__")[0];
            if (name.equals("pk") || target.find(name) != null) {
                String columns = quoted(field.columnFields());
                return (field.spans() ? "(" + columns + ")" : columns) + " IN (SELECT " + quoted(field.targets())
                        + " FROM " + dialect.quote(target.table()) + " WHERE " + condition(target, rest, value) + ")";
            }
        }
        String own = field.name() + (split < 0 ? "" : lookup.substring(split));
        return new ExpressionSql(dialect, on).condition(SchemaExpr.q(own, plain(value)));
    }

    private String quoted(List<SchemaField> fields) {
        return fields.stream().map(f -> dialect.quote(f.column())).collect(Collectors.joining(", "));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof MigrationRow row ? row.id() : value;
    }

    @Override
    public MigrationRows orderBy(String... fields) {
        List<String> terms = new ArrayList<>();
        for (String field : fields) {
            boolean descending = field.startsWith("-");
            SchemaField of = model.field(descending ? field.substring(1) : field);
            List<SchemaField> columns = KeyTests.columns(of);
            for (SchemaField column : columns.isEmpty() ? List.of(of) : columns) {
                terms.add(dialect.quote(column.column()) + (descending ? " DESC" : ""));
            }
        }
        return new JdbcRows(connection, dialect, model, conditions, List.copyOf(terms), limit);
    }

    @Override
    public MigrationRows limit(int rows) {
        return new JdbcRows(connection, dialect, model, conditions, order, rows);
    }

    private String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private String table() {
        return dialect.quote(model.table());
    }

    @Override
    public List<MigrationRow> list() {
        String columns =
                model.columns().stream().map(f -> dialect.quote(f.column())).collect(Collectors.joining(", "));
        String sql = "SELECT " + columns + " FROM " + table() + where()
                + (order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order))
                + (limit > 0 ? " LIMIT " + limit : "");
        return query(sql, rows -> {
            List<MigrationRow> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row(rows));
            }
            return found;
        });
    }

    private JdbcRow row(ResultSet rows) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        int i = 1;
        for (SchemaField field : model.columns()) {
            values.put(field.name(), StoredValues.read(field, rows, i++));
        }
        return new JdbcRow(this, values);
    }

    @Override
    public Optional<MigrationRow> first() {
        MigrationRows ordered = order.isEmpty() ? orderBy(model.primaryKey().name()) : this;
        return ordered.limit(1).list().stream().findFirst();
    }

    @Override
    public MigrationRow get() {
        List<MigrationRow> found = limit(2).list();
        if (found.size() != 1) {
            throw new MigrationException((found.isEmpty() ? "No row" : "More than one row") + " of " + model.key()
                    + " matches" + (conditions.isEmpty() ? "" : " " + String.join(" AND ", conditions)));
        }
        return found.getFirst();
    }

    @Override
    public long count() {
        return query("SELECT COUNT(*) FROM " + table() + where(), rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    @Override
    public boolean exists() {
        return query("SELECT 1 FROM " + table() + where() + " LIMIT 1", ResultSet::next);
    }

    @Override
    public MigrationRow create(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        ColumnSql defaults = new ColumnSql(dialect);
        for (SchemaField field : model.columns()) {
            Object initial = field.isGenerated() || field.hasDbDefault() ? null : defaults.effectiveDefault(field);
            if (initial != null) {
                all.put(field.name(), initial);
            }
        }
        all.putAll(byColumn(values));
        String columns = all.keySet().stream()
                .map(name -> dialect.quote(model.field(name).column()))
                .collect(Collectors.joining(", "));
        String literals = all.entrySet().stream()
                .map(e -> literal(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
        String returned =
                model.columns().stream().map(f -> dialect.quote(f.column())).collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + table()
                + (all.isEmpty() ? dialect.emptyInsert() : " (" + columns + ") VALUES (" + literals + ")");
        if (dialect.product().equals("mysql")) {
            Object key = all.get(model.primaryKey().name());
            Object made = insert(sql);
            return byKey(key == null ? made : key).get();
        }
        return query(sql + " RETURNING " + returned, rows -> {
            rows.next();
            return row(rows);
        });
    }

    /** A field by its name or by the name of its key column. */
    private SchemaField known(String name) {
        return model.field(
                name.endsWith("_id") && model.find(name) == null ? name.substring(0, name.length() - 3) : name);
    }

    /** Values by the names of fields with one column each. */
    private Map<String, @Nullable Object> byColumn(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            SchemaField field = known(name);
            List<SchemaField> columns = KeyTests.columns(field);
            if (columns.isEmpty()) {
                all.put(field.name(), plain(value));
                return;
            }
            List<@Nullable Object> parts = KeyTests.values(field, columns, value);
            for (int i = 0; i < columns.size(); i++) {
                all.put(columns.get(i).name(), parts.get(i));
            }
        });
        return all;
    }

    private String literal(String field, @Nullable Object value) {
        return dialect.literal(dialect.prepare(model.field(field), value));
    }

    @Override
    public int update(Map<String, ? extends @Nullable Object> values) {
        if (values.isEmpty()) {
            return 0;
        }
        String changes = byColumn(values).entrySet().stream()
                .map(e -> dialect.quote(model.field(e.getKey()).column()) + " = " + literal(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
        return execute("UPDATE " + table() + " SET " + changes + where());
    }

    @Override
    public int delete() {
        return execute("DELETE FROM " + table() + where());
    }

    SchemaModel model() {
        return model;
    }

    /** The row with the key. */
    MigrationRows byKey(Object key) {
        return new JdbcRows(connection, dialect, model)
                .filter(model.primaryKey().name(), key);
    }

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Reader<T> reader) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return reader.read(rows);
            }
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    /** Inserts a row where nothing is given back; its key, if the server made it. */
    private Object insert(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS);
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0L;
            }
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    private int execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    private static MigrationException refused(String sql, SQLException e) {
        return new MigrationException(
                "The database refused a statement of the migration: " + e.getMessage() + System.lineSeparator() + "  "
                        + sql,
                e);
    }
}
