package library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.SiteDefinition;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.Ref;

/** Sites with the library's models. */
public final class LibrarySite {
    private LibrarySite() {}

    /** A site on a database in memory, with tables. */
    public static Site inMemory() {
        return open(ConnectionUrl.parse("sqlite::memory:"));
    }

    /** A site on a new database file, with tables. */
    public static Site onFile() {
        return open(newFile());
    }

    /** A site on an emptied PostgreSQL database, by its JDBC address, with tables. */
    public static Site onPostgres(String jdbc) {
        ConnectionUrl url = ConnectionUrl.parse(jdbc.substring("jdbc:".length()));
        try (var connection = java.sql.DriverManager.getConnection(jdbc);
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS public CASCADE");
            statement.execute("CREATE SCHEMA public");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return open(url);
    }

    /** A site on another new database of a kind ({@code sqlite}, {@code postgresql}, {@code mysql}), with tables and changed settings. */
    public static Site on(String vendor, java.util.function.UnaryOperator<Database> change) {
        return open(change.apply(Database.of(
                switch (vendor) {
                    case "postgresql" -> Postgres.newDatabase();
                    case "mysql" -> MariaDb.newDatabase();
                    default -> newFile();
                })));
    }

    private static ConnectionUrl newFile() {
        try {
            return ConnectionUrl.parse(
                    "sqlite:" + Files.createTempDirectory("library").resolve("db.sqlite3"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A site on a new database of the MariaDB server that {@code QUINTET_TEST_MARIADB} names, with tables; the database goes with the site's end. */
    public static Site onMariaDb() {
        return open(MariaDb.newDatabase());
    }

    /** A site on a database, with tables. */
    public static Site open(ConnectionUrl url) {
        return open(Database.of(url));
    }

    /** A site on a database, with tables. */
    public static Site open(Database database) {
        Site site = withoutTables(database);
        site.run(() -> Tables.create(
                Databases.current().main(), Author.class, Profile.class, Tag.class, Book.class, Review.class));
        return site;
    }

    /** A site on a database that has its tables. */
    public static Site withoutTables(Database database) {
        SiteDefinition definition = env -> Settings.of(env)
                .secretKey("a-long-random-secret-key-for-the-tests-of-models")
                .with(database)
                .apps(LibraryApp.class);
        return Site.open(definition, Env.of(java.util.Map.of()));
    }

    /** Some authors, books, tags and reviews. */
    public static void seed() {
        Author jane = author("Jane Austen", 41);
        Author leo = author("Leo Tolstoy", 82);
        Author ursula = author("Ursula K. Le Guin", 88);
        Author young = author("New Writer", 20);
        young.mentor = Ref.of(ursula);
        young.save();
        Tag classic = tag("classic");
        Tag russian = tag("russian");
        Tag fantasy = tag("fantasy");
        Book emma = book("Emma", "1", jane, "9.50", LocalDate.of(1815, 12, 23), 3, 4.5);
        Book pride = book("Pride and Prejudice", "2", jane, "7.25", LocalDate.of(1813, 1, 28), 0, 5.0);
        Book war = book("War and Peace", "3", leo, "19.99", LocalDate.of(1869, 1, 1), 2, null);
        Book earthsea = book("A Wizard of Earthsea", "4", ursula, "12.00", LocalDate.of(1968, 11, 1), 7, 4.0);
        book("Untitled", "5", ursula, "1.00", null, 1, null);
        emma.tags.addAll(List.of(classic));
        pride.tags.addAll(List.of(classic));
        war.tags.addAll(List.of(classic, russian));
        earthsea.tags.addAll(List.of(fantasy));
        review(emma, leo, 5, "Fine");
        review(emma, ursula, 3, "Slow");
        review(war, jane, 4, "Long");
        review(earthsea, jane, 5, "Magic");
        Profile profile = new Profile();
        profile.author = Ref.of(jane);
        profile.bio = "From Steventon";
        profile.save();
    }

    private static Author author(String name, int age) {
        return Author.objects.create(a -> {
            a.name = name;
            a.age = age;
        });
    }

    private static Tag tag(String name) {
        return Tag.objects.create(t -> t.name = name);
    }

    private static Book book(
            String title,
            String isbn,
            Author author,
            String price,
            @org.jspecify.annotations.Nullable LocalDate published,
            int stock,
            @org.jspecify.annotations.Nullable Double rating) {
        return Book.objects.create(b -> {
            b.title = title;
            b.isbn = isbn;
            b.author = Ref.of(author);
            b.price = new BigDecimal(price);
            b.published = published;
            b.stock = stock;
            b.rating = rating;
        });
    }

    private static void review(Book book, Author by, int stars, String body) {
        Review.objects.create(r -> {
            r.book = Ref.of(book);
            r.by = Ref.of(by);
            r.stars = stars;
            r.body = body;
        });
    }
}
