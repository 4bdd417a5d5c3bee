package quintet.benchmarks.orm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** JDBC by hand, as one writes it: a connection from the pool, a prepared statement, a loop. The floor all are compared with. */
final class Jdbc implements Contender {
    private final DataSource source;
    private final boolean sqlite;

    Jdbc(DataSource source, boolean sqlite) {
        this.source = source;
        this.sqlite = sqlite;
    }

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public int run(Task task, int n) throws SQLException {
        return switch (task) {
            case GET -> get(n);
            case LIST_20 -> list(20).size();
            case LIST_1000 -> list(1000).size();
            case JOIN -> join();
            case PREFETCH -> prefetch();
            case INSERT_1000 -> insert(n);
            case UPDATE -> update(n);
            case AGGREGATE -> aggregate();
        };
    }

    private int get(int n) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(Rows.GET)) {
            statement.setLong(1, Rows.key(n));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && Rows.book(rows, sqlite).id > 0 ? 1 : 0;
            }
        }
    }

    private List<Rows.Book> list(int limit) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(Rows.LIST)) {
            statement.setInt(1, 0);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Rows.Book> books = new ArrayList<>();
                while (rows.next()) {
                    books.add(Rows.book(rows, sqlite));
                }
                return books;
            }
        }
    }

    private int join() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(Rows.JOIN)) {
            statement.setInt(1, 0);
            statement.setInt(2, 20);
            try (ResultSet rows = statement.executeQuery()) {
                List<Rows.Book> books = new ArrayList<>();
                while (rows.next()) {
                    books.add(Rows.joined(rows, sqlite));
                }
                return books.size();
            }
        }
    }

    private int prefetch() throws SQLException {
        List<Rows.Book> books = list(20);
        Map<Long, Rows.Book> byId = new HashMap<>();
        books.forEach(book -> byId.put(book.id, book));
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(Rows.TAGS + Rows.questions(books.size()))) {
            int place = 0;
            for (Rows.Book book : books) {
                statement.setLong(++place, book.id);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Rows.attach(byId, rows.getLong(1), Rows.tag(rows));
                }
            }
        }
        return books.size();
    }

    private int insert(int n) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(Rows.INSERT)) {
                for (int i = 0; i < 1000; i++) {
                    statement.setString(1, "entry " + i);
                    statement.setInt(2, i);
                    statement.setLong(3, n);
                    statement.addBatch();
                }
                int count = statement.executeBatch().length;
                connection.commit();
                return count;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private int update(int n) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(Rows.UPDATE)) {
            statement.setInt(1, n % 50 + 1);
            statement.setLong(2, Rows.key(n));
            return statement.executeUpdate();
        }
    }

    private int aggregate() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(Rows.AGGREGATE);
                ResultSet rows = statement.executeQuery()) {
            List<Rows.PerAuthor> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new Rows.PerAuthor(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
            }
            return all.size();
        }
    }

    @Override
    public void close() {}
}
