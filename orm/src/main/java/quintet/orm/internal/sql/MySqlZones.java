package quintet.orm.internal.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import quintet.orm.QueryError;

/**
 * The time zones that a server knows, as far as it was asked. One that it does not know makes {@code CONVERT_TZ} give NULL, so that
 * a query would find nothing without a word about it.
 */
final class MySqlZones {
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    MySqlZones() {
        known.add("+00:00");
    }

    /** Refuses a zone the server does not know; asks it once for each. */
    void check(PreparedStatement statement, String name) {
        if (known.contains(name)) {
            return;
        }
        try (PreparedStatement question =
                statement.getConnection().prepareStatement("SELECT CONVERT_TZ('2000-01-01 12:00:00', '+00:00', ?)")) {
            question.setString(1, name);
            try (ResultSet rows = question.executeQuery()) {
                if (rows.next() && rows.getString(1) != null) {
                    known.add(name);
                    return;
                }
            }
        } catch (SQLException e) {
            return; // the query itself will say what is wrong
        }
        throw new QueryError(
                QueryError.Kind.VALUE,
                "The database does not know the time zone '" + name + "', so that this query would find nothing.",
                "Load the server's time zones: mariadb-tzinfo-to-sql /usr/share/zoneinfo | mariadb mysql (mysql_tzinfo_to_sql"
                        + " for MySQL). Or use UTC.");
    }
}
