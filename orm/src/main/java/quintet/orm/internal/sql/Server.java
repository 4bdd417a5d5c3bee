package quintet.orm.internal.sql;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/**
 * What a database says it is: some functions exist from a version on.
 *
 * @param product the name, such as {@code PostgreSQL} or {@code MariaDB}
 * @param major the version before the point
 * @param minor the version behind it
 */
public record Server(String product, int major, int minor) {
    /** What a connection says about its database. */
    public static Server of(DatabaseMetaData data) throws SQLException {
        return new Server(
                data.getDatabaseProductName(), data.getDatabaseMajorVersion(), data.getDatabaseMinorVersion());
    }

    /** Whether it is MariaDB, where MySQL differs. */
    boolean isMariaDb() {
        return product.toLowerCase(Locale.ROOT).contains("mariadb");
    }

    /** Whether it is this version or a later one. */
    boolean isAtLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }
}
