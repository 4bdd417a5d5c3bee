package quintet.orm.internal.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import quintet.orm.MigrationApps;

/** What code steps of migrations work with, on the connection of the migration. */
final class JdbcApps implements MigrationApps {
    private final Connection connection;
    private final String vendor;

    JdbcApps(Connection connection, String vendor) {
        this.connection = connection;
        this.vendor = vendor;
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
