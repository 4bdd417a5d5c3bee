package quintet.orm.internal.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import quintet.orm.Operation;
import quintet.orm.internal.migrations.schema.DatabaseConstraintNames;
import quintet.orm.internal.migrations.schema.SchemaEditor;
import quintet.orm.internal.migrations.schema.SchemaEditors;
import quintet.orm.internal.migrations.schema.SchemaModel;
import quintet.orm.internal.sql.PostgresHints;

/** Runs the operations of one migration on a connection: in one transaction, with SQLite's foreign keys off meanwhile and checked at the end. */
public final class MigrationRun {
    private final Connection connection;
    private final String vendor;
    private final String product;
    private final boolean atomic;

    private MigrationRun(Connection connection, boolean atomic) throws SQLException {
        this.connection = connection;
        this.vendor = vendor(connection);
        this.product = product(connection);
        this.atomic = atomic;
    }

    /** The kind of database a connection leads to. */
    public static String vendor(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return switch (product) {
            case "sqlite" -> "sqlite";
            case "postgresql" -> "postgresql";
            case "mysql", "mariadb" -> "mysql";
            default -> product;
        };
    }

    /** What it is called where MariaDB and MySQL differ: {@code mariadb} or {@code mysql}; else the vendor. */
    public static String product(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.equals("mariadb") ? product : vendor(connection);
    }

    /** Work inside a migration's transaction. */
    public interface Step {
        void run() throws Exception;
    }

    /** Applies operations, then does what belongs to the same transaction. */
    public static void forwards(
            Connection connection,
            String app,
            List<Operation> operations,
            ProjectState from,
            boolean atomic,
            MigrationRules rules,
            Step then) {
        start(connection, atomic, run -> {
            SchemaEditor editor = run.editor();
            OperationSql sql = new OperationSql(
                    editor, app, state -> new JdbcApps(connection, run.vendor, run.product, state), rules);
            ProjectState state = from;
            for (Operation operation : operations) {
                ProjectState next = OperationState.apply(app, operation, state);
                sql.forwards(operation, state, next);
                state = next;
            }
            editor.finish();
            then.run();
        });
    }

    /** Undoes operations, then does what belongs to the same transaction. */
    public static void backwards(
            Connection connection,
            String app,
            List<Operation> operations,
            ProjectState from,
            boolean atomic,
            MigrationRules rules,
            Step then) {
        start(connection, atomic, run -> {
            SchemaEditor editor = run.editor();
            OperationSql sql = new OperationSql(
                    editor, app, state -> new JdbcApps(connection, run.vendor, run.product, state), rules);
            List<ProjectState> states = new ArrayList<>(List.of(from));
            operations.forEach(o -> states.add(OperationState.apply(app, o, states.getLast())));
            for (int i = operations.size() - 1; i >= 0; i--) {
                sql.backwards(operations.get(i), states.get(i + 1), states.get(i));
            }
            editor.finish();
            then.run();
        });
    }

    /** Makes tables that no migration makes, all in one transaction. */
    static void createTables(Connection connection, List<SchemaModel> models, Consumer<SchemaModel> creating) {
        start(connection, true, run -> {
            SchemaEditor editor = run.editor();
            for (SchemaModel model : models) {
                creating.accept(model);
                editor.createModel(model);
            }
            editor.finish();
        });
    }

    /** Applies operations in a transaction. */
    public static void forwards(Connection connection, String app, List<Operation> operations, ProjectState from) {
        forwards(connection, app, operations, from, true, MigrationRules.ALL, () -> {});
    }

    /** Undoes operations in a transaction. */
    public static void backwards(Connection connection, String app, List<Operation> operations, ProjectState from) {
        backwards(connection, app, operations, from, true, MigrationRules.ALL, () -> {});
    }

    private SchemaEditor editor() {
        SchemaEditor editor =
                SchemaEditors.of(product, this::execute, dialect -> new DatabaseConstraintNames(dialect, connection));
        editor.transactional(atomic && !vendor.equals("mysql"));
        return editor;
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new MigrationException(
                    "The database refused a statement of the migration: " + e.getMessage() + System.lineSeparator()
                            + "  " + sql + PostgresHints.of(String.valueOf(e.getMessage())),
                    e);
        }
    }

    private interface Body {
        void run(MigrationRun run) throws Exception;
    }

    private static void start(Connection connection, boolean atomic, Body body) {
        try {
            MigrationRun run = new MigrationRun(connection, atomic);
            run.around(() -> body.run(run));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new MigrationException("The migration failed: " + e.getMessage(), e);
        }
    }

    private void around(Step work) throws Exception {
        boolean transactional = atomic && !vendor.equals("mysql");
        boolean autoCommit = connection.getAutoCommit();
        boolean keys = vendor.equals("sqlite") && autoCommit && pragma("foreign_keys");
        if (keys) {
            execute("PRAGMA foreign_keys = OFF");
        }
        try {
            if (transactional && autoCommit) {
                connection.setAutoCommit(false);
            }
            work.run();
            if (keys) {
                checkForeignKeys();
            }
            if (transactional && autoCommit) {
                connection.commit();
            }
        } catch (Exception | Error e) {
            if (transactional && autoCommit) {
                connection.rollback();
            }
            throw e;
        } finally {
            connection.setAutoCommit(autoCommit);
            if (keys) {
                execute("PRAGMA foreign_keys = ON");
            }
        }
    }

    private boolean pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.next() && rows.getInt(1) == 1;
        }
    }

    /** Rows whose references lead nowhere would otherwise stay unnoticed, since the check was off. */
    private void checkForeignKeys() throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA foreign_key_check")) {
            if (rows.next()) {
                throw new MigrationException("After the migration, row " + rows.getLong(2) + " of table '"
                        + rows.getString(1) + "' would point to a row of '" + rows.getString(3)
                        + "' that does not exist. Nothing was changed. Correct the rows first, or in a runJava step.");
            }
        }
    }
}
