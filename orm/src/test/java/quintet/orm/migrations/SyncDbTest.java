package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kept.KeptApp;
import library.Author;
import library.Book;
import library.LibraryApp;
import library.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.Commands;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.orm.Database;
import quintet.orm.Ref;

/** {@code migrate --run-syncdb} on SQLite; subclasses take other databases. */
class SyncDbTest {
    private Site site;
    private final StringWriter output = new StringWriter();

    /** A new, empty database. */
    ConnectionUrl newDatabase() {
        return ConnectionUrl.parse("sqlite::memory:");
    }

    @BeforeEach
    void open() {
        site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-migrations")
                        .with(Database.of(newDatabase()))
                        .apps(LibraryApp.class, KeptApp.class),
                Env.of(Map.of()));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private int call(String... args) {
        output.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(output);
        int code = Commands.call(site, out, out, args);
        out.flush();
        return code;
    }

    @Test
    void appsWithoutMigrationsGetTheirTables() {
        assertThat(call("migrate", "--run-syncdb")).as(output.toString()).isZero();
        assertThat(output.toString())
                .startsWith("""
                        Operations to perform:
                          Synchronize unmigrated apps: library
                          Apply all migrations: kept
                        Synchronizing apps without migrations:
                          Creating tables...
                            Creating table library_author
                        """)
                .contains("    Creating table library_book\n")
                .contains("Running migrations:\n  Applying kept.0001_initial... OK\n");
        site.run(() -> {
            Author author = Author.objects.create(a -> a.name = "Ada");
            Book book = Book.objects.create(b -> {
                b.title = "Notes";
                b.isbn = "1";
                b.price = BigDecimal.ONE;
                b.author = Ref.of(author);
            });
            book.tags.addAll(List.of(Tag.objects.create(t -> t.name = "old")));
            assertThat(book.tags.all().count()).isEqualTo(1);
        });
    }

    @Test
    void aTableThatIsThereStaysAsItIs() {
        assertThat(call("migrate", "--run-syncdb")).as(output.toString()).isZero();
        site.run(() -> Author.objects.create(a -> a.name = "Ada"));
        assertThat(call("migrate", "--run-syncdb")).as(output.toString()).isZero();
        assertThat(output.toString()).endsWith("""
                        Synchronizing apps without migrations:
                          Creating tables...
                        Running migrations:
                          No migrations to apply.
                        """);
        assertThat(site.call(() -> Author.objects.count())).isEqualTo(1);
    }

    @Test
    void oneAppAlone() {
        assertThat(call("migrate", "library", "--run-syncdb"))
                .as(output.toString())
                .isZero();
        assertThat(output.toString())
                .contains("  Synchronize unmigrated app: library\n")
                .contains("  Apply all migrations: (none)\n")
                .contains("    Creating table library_book\n")
                .doesNotContain("Applying");
        assertThat(call("migrate", "kept", "--run-syncdb")).isEqualTo(1);
        assertThat(output.toString()).contains("Can't use run_syncdb with app 'kept' as it has migrations.");
        assertThat(call("migrate", "library", "0001", "--run-syncdb")).isEqualTo(1);
        assertThat(output.toString()).contains("App 'library' does not have migrations");
        assertThat(call("migrate", "libary", "--run-syncdb")).isEqualTo(1);
        assertThat(output.toString()).contains("'library'");
    }

    @Test
    void planAndCheckMakeNothing() {
        assertThat(call("migrate", "--run-syncdb", "--plan")).isZero();
        assertThat(call("migrate", "--run-syncdb", "--check")).isEqualTo(1);
        assertThat(call("migrate", "library", "--run-syncdb")).isZero();
        assertThat(output.toString()).contains("Creating table library_author");
    }
}
