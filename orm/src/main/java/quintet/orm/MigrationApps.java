package quintet.orm;

import java.sql.Connection;

/** What a data migration works with: the models as they were at that point of history, and the connection. */
public interface MigrationApps {
    /** The rows of a model of that time: {@code model("library", "Book")}. */
    MigrationRows model(String app, String name);

    /** Executes one SQL statement on the connection of the migration; question marks take the parameters. */
    int execute(String sql, Object... parameters);

    /** The connection the migration runs on, inside its transaction. Do not close or commit it. */
    Connection connection();

    /** The kind of database: {@code sqlite}, {@code postgresql}, {@code mysql}. */
    String vendor();
}
