package quintet.orm.internal.sql;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import quintet.orm.OperationalError;

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

    /** The oldest version that works, as {@code 15} or {@code 10.11}; "" if any does. */
    private String oldest() {
        String name = product.toLowerCase(Locale.ROOT);
        if (isMariaDb()) {
            return "10.11";
        }
        return switch (name) {
            case "postgresql" -> "15";
            case "mysql" -> "8.4";
            case "sqlite" -> "3.37";
            default -> "";
        };
    }

    /** Refuses a server that is too old; the name says which database of the settings it is. */
    public void requireSupported(String name) {
        String oldest = oldest();
        if (oldest.isEmpty()) {
            return;
        }
        String[] parts = oldest.split("\\.");
        if (!isAtLeast(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0)) {
            throw new OperationalError(product + " " + oldest + " or later is required (found " + major + "." + minor
                    + ") for the database " + name + ". Upgrade the server, or point the settings to another one.");
        }
    }
}
