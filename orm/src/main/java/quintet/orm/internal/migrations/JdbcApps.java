package quintet.orm.internal.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import quintet.orm.MigrationApps;
import quintet.orm.MigrationRows;
import quintet.orm.internal.migrations.schema.JdbcRows;
import quintet.orm.internal.migrations.schema.SchemaEditors;
import quintet.orm.internal.migrations.schema.SchemaModel;

/** What code steps of migrations work with, on the connection of the migration. */
final class JdbcApps implements MigrationApps {
    private final Connection connection;
    private final String vendor;
    private final String product;

    private final ProjectState state;

    JdbcApps(Connection connection, String vendor, String product, ProjectState state) {
        this.connection = connection;
        this.vendor = vendor;
        this.product = product;
        this.state = state;
    }

    @Override
    public MigrationRows model(String app, String name) {
        SchemaModel model = SchemaModel.of(state, new ModelKey(app, name));
        return new JdbcRows(connection, SchemaEditors.dialect(product), model);
    }

    @Override
    public int execute(String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new MigrationException(
                    "The database refused a statement of the migration: " + e.getMessage() + System.lineSeparator()
                            + "  " + sql,
                    e);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public String vendor() {
        return vendor;
    }
}
