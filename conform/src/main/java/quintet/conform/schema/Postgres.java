package quintet.conform.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A PostgreSQL server for cases that say what a database looks like afterwards: the JDBC URL in the environment variable {@code
 * QUINTET_TEST_POSTGRES}. Its schema {@code public} is emptied for each case.
 */
final class Postgres {
    private static final int WIDTH = 60;
    private static final int RIGHT = 10;

    private Postgres() {}

    /** A connection to an empty database, or null when there is no server. */
    static @Nullable Connection open() throws SQLException {
        String url = System.getenv("QUINTET_TEST_POSTGRES");
        if (url == null || url.isEmpty()) {
            return null;
        }
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
        return connection;
    }

    /** What the schema holds, in the recording's form. */
    static Map<String, @Nullable Object> resulting(Connection connection) throws SQLException {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put(
                "columns",
                rows(
                        connection,
                        "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable"
                                + " FROM information_schema.columns WHERE table_schema = 'public'"
                                + " ORDER BY table_name, ordinal_position"));
        result.put(
                "indexes",
                rows(
                        connection,
                        "SELECT indexname, replace(indexdef, 'public.', '') FROM pg_indexes"
                                + " WHERE schemaname = 'public' ORDER BY indexname"));
        result.put(
                "constraints",
                rows(
                        connection,
                        "SELECT r.relname, c.conname, pg_get_constraintdef(c.oid) FROM pg_constraint c"
                                + " JOIN pg_class r ON r.oid = c.conrelid"
                                + " WHERE c.connamespace = 'public'::regnamespace ORDER BY r.relname, c.conname"));
        return result;
    }

    /**
     * An error of the server as the client library that Django uses words it: the message, then the line of the statement around the
     * place, at most 60 characters of it, with a mark below. Null when the error is not PostgreSQL's.
     */
    static @Nullable Map<String, @Nullable Object> error(SQLException e, String message) {
        if (!(e instanceof PSQLException refused) || refused.getServerErrorMessage() == null) {
            return null;
        }
        ServerErrorMessage server = refused.getServerErrorMessage();
        String statement = message.substring(message.lastIndexOf("\n  ") + 3);
        StringBuilder text = new StringBuilder(String.valueOf(server.getMessage())).append('\n');
        if (server.getPosition() > 0) {
            text.append(excerpt(statement, server.getPosition() - 1));
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "error",
                String.valueOf(server.getSQLState()).startsWith("42") ? "ProgrammingError" : "OperationalError");
        answer.put("message", text.toString());
        return answer;
    }

    private static String excerpt(String line, int at) {
        int from = 0;
        int to = line.length();
        boolean cutLeft = false;
        boolean cutRight = false;
        if (to > WIDTH) {
            if (WIDTH >= at + RIGHT) {
                to = WIDTH;
                cutRight = true;
            } else {
                if (at + RIGHT < to) {
                    to = at + RIGHT;
                    cutRight = true;
                }
                if (to - from > WIDTH) {
                    from = to - WIDTH;
                    cutLeft = true;
                }
            }
        }
        String head = "LINE 1: " + (cutLeft ? "..." : "");
        return head + line.substring(from, to) + (cutRight ? "..." : "") + "\n" + " ".repeat(head.length() + at - from)
                + "^\n";
    }

    private static List<List<@Nullable Object>> rows(Connection connection, String sql) throws SQLException {
        List<List<@Nullable Object>> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getObject(i));
                }
                all.add(row);
            }
        }
        return all;
    }
}
