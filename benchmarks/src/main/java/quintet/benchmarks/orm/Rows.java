package quintet.benchmarks.orm;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain objects for those who map rows by hand, the SQL they all use, and how they read a row. */
final class Rows {
    static final int BOOKS = 5_000;
    static final int AUTHORS = 100;
    static final String COLUMNS = "b.id, b.title, b.isbn, b.author_id, b.price, b.published, b.stock, b.in_print";
    static final String GET = "SELECT " + COLUMNS + " FROM shop_book b WHERE b.id = ?";
    static final String LIST = "SELECT " + COLUMNS + " FROM shop_book b WHERE b.stock > ? ORDER BY b.id ASC LIMIT ?";
    static final String JOIN =
            "SELECT " + COLUMNS + ", a.id, a.name FROM shop_book b JOIN shop_author a ON a.id = b.author_id"
                    + " WHERE b.stock > ? ORDER BY b.id ASC LIMIT ?";
    static final String TAGS = "SELECT m.book_id, t.id, t.name FROM shop_tag t JOIN shop_book_tags m ON m.tag_id = t.id"
            + " WHERE m.book_id IN (";
    static final String UPDATE = "UPDATE shop_book SET stock = ? WHERE id = ?";
    static final String INSERT = "INSERT INTO shop_entry (name, amount, code) VALUES (?, ?, ?)";
    static final String AGGREGATE =
            "SELECT author_id, COUNT(*), SUM(stock) FROM shop_book GROUP BY author_id ORDER BY author_id";

    private Rows() {}

    static final class Author {
        long id;
        String name = "";
    }

    static final class Tag {
        long id;
        String name = "";
    }

    static final class Book {
        long id;
        String title = "";
        String isbn = "";
        long authorId;
        BigDecimal price = BigDecimal.ZERO;

        @Nullable
        LocalDate published;

        int stock;
        boolean inPrint;

        @Nullable
        Author author;

        final List<Tag> tags = new ArrayList<>();
    }

    record PerAuthor(long author, long books, long stock) {}

    static Book book(ResultSet rows, boolean sqlite) throws SQLException {
        Book book = new Book();
        book.id = rows.getLong(1);
        book.title = rows.getString(2);
        book.isbn = rows.getString(3);
        book.authorId = rows.getLong(4);
        book.price = rows.getBigDecimal(5);
        book.published = sqlite ? day(rows.getString(6)) : rows.getObject(6, LocalDate.class);
        book.stock = rows.getInt(7);
        book.inPrint = rows.getBoolean(8);
        return book;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    static Book joined(ResultSet rows, boolean sqlite) throws SQLException {
        Book book = book(rows, sqlite);
        Author author = new Author();
        author.id = rows.getLong(9);
        author.name = rows.getString(10);
        book.author = author;
        return book;
    }

    static Tag tag(ResultSet rows) throws SQLException {
        Tag tag = new Tag();
        tag.id = rows.getLong(2);
        tag.name = rows.getString(3);
        return tag;
    }

    /** Gives a book one of its tags. */
    static boolean attach(Map<Long, Book> books, long key, Tag tag) {
        Book book = books.get(key);
        return book != null && book.tags.add(tag);
    }

    static String questions(int count) {
        return "?, ".repeat(count - 1) + "?)";
    }

    /** The key for the n-th call. */
    static long key(int n) {
        return n % BOOKS + 1L;
    }
}
