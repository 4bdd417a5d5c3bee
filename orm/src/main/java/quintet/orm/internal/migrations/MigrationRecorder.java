package quintet.orm.internal.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quintet.orm.FieldState;
import quintet.orm.Migration.Dependency;
import quintet.orm.MigrationFields;
import quintet.orm.internal.migrations.schema.ConstraintNames;
import quintet.orm.internal.migrations.schema.SchemaEditor;
import quintet.orm.internal.migrations.schema.SchemaEditors;
import quintet.orm.internal.migrations.schema.SchemaModel;

/** Reads and writes the table that says which migrations are applied; Django's table, row for row. */
public final class MigrationRecorder {
    private static final String TABLE = "django_migrations";

    private final Connection connection;
    private final String product;

    public MigrationRecorder(Connection connection) throws SQLException {
        this.connection = connection;
        this.product = MigrationRun.product(connection);
    }

    /** Whether a table exists. */
    static boolean hasTable(Connection connection, String table) throws SQLException {
        String vendor = MigrationRun.vendor(connection);
        String sql = switch (vendor) {
            case "sqlite" -> "SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = ?";
            case "mysql" ->
                "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?";
            default -> "SELECT 1 FROM pg_class WHERE oid = to_regclass(?)";
        };
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, vendor.equals("postgresql") ? '"' + table + '"' : table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** The applied migrations in the order they were applied; none when the table does not exist. */
    public Set<Dependency> applied() throws SQLException {
        Set<Dependency> applied = new LinkedHashSet<>();
        if (!hasTable(connection, TABLE)) {
            return applied;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT app, name FROM " + TABLE + " ORDER BY id")) {
            while (rows.next()) {
                applied.add(new Dependency(rows.getString(1), rows.getString(2)));
            }
        }
        return applied;
    }

    /** Creates the table if it is not there. */
    public void ensureTable() throws SQLException {
        if (hasTable(connection, TABLE)) {
            return;
        }
        Map<String, FieldState> fields = new LinkedHashMap<>();
        fields.put("id", MigrationFields.autoId());
        fields.put("app", MigrationFields.charField(255));
        fields.put("name", MigrationFields.charField(255));
        fields.put("applied", MigrationFields.dateTimeField());
        ModelState model = new ModelState("migrations", "Migration", fields, Map.of("db_table", TABLE), List.of());
        try (Statement statement = connection.createStatement()) {
            SchemaEditor editor = SchemaEditors.of(
                    product,
                    sql -> {
                        try {
                            statement.execute(sql);
                        } catch (SQLException e) {
                            throw new MigrationException("Cannot create the table " + TABLE + ": " + e.getMessage(), e);
                        }
                    },
                    ConstraintNames::new);
            editor.createModel(SchemaModel.of(ProjectState.EMPTY.with(model), model));
            editor.finish();
        }
    }

    /** Notes that a migration was applied, now. */
    public void recordApplied(Dependency key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + TABLE + " (app, name, applied) VALUES (?, ?, ?)")) {
            statement.setString(1, key.app());
            statement.setString(2, key.name());
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            if (!product.equals("postgresql")) {
                statement.setString(3, now.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS")));
            } else {
                statement.setObject(3, now);
            }
            statement.executeUpdate();
        }
    }

    /** Notes that a migration is no longer applied. */
    public void recordUnapplied(Dependency key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM " + TABLE + " WHERE app = ? AND name = ?")) {
            statement.setString(1, key.app());
            statement.setString(2, key.name());
            statement.executeUpdate();
        }
    }
}
