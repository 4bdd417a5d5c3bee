package quintet.orm.internal.db;

import java.nio.file.Path;
import quintet.orm.Database;
import quintet.orm.internal.sql.Dialect;

/** Opens the right kind of pool. */
public final class Pools {
    private Pools() {}

    /** A pool for a database; relative paths start from {@code root}. */
    public static Pool open(Database settings, Dialect dialect, Path root) {
        if (dialect.vendor().equals("sqlite")) {
            String path = settings.url().path();
            boolean memory = path.equals(":memory:") || path.isEmpty();
            SqliteConnector connector = new SqliteConnector(
                    settings, memory ? "" : root.resolve(path).toString());
            return memory ? new SharedPool(settings, dialect, connector) : new SqlitePool(settings, dialect, connector);
        }
        return new ServerPool(settings, dialect);
    }
}
