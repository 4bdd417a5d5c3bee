package quintet.views;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.ConnectionUrl;
import quintet.http.Routes;
import quintet.orm.Database;
import quintet.orm.Ref;
import quintet.sessions.MessagesApp;
import quintet.views.shelf.Book;
import quintet.views.shelf.ShelfApp;
import quintet.views.shelf.Writer;

/** Gives each test a site with books in an embedded database. */
abstract class ShelfTest {
    @TempDir
    Path folder;

    TestSite site;
    Writer writer;

    /** The routes beside those of the app. */
    quintet.http.Route[] routes() {
        return new quintet.http.Route[0];
    }

    @BeforeEach
    void open() {
        quintet.http.Route[] own = routes();
        quintet.http.Route[] all = java.util.Arrays.copyOf(own, own.length + 1);
        all[own.length] = Routes.include("", ShelfApp.class);
        site = TestSite.of(
                settings -> settings.apps(MessagesApp.class, ShelfApp.class)
                        .with(Database.of(ConnectionUrl.parse("sqlite:" + folder.resolve("shelf.sqlite3")))),
                all);
        site.site().run(() -> {
            TestTables.create();
            writer = Writer.objects.create(w -> w.name = "Ada");
        });
    }

    @AfterEach
    void close() {
        site.close();
    }

    Book book(String title, @Nullable LocalDate published) {
        return site.site()
                .call(() -> Book.objects.create(book -> {
                    book.title = title;
                    book.slug = title.toLowerCase(java.util.Locale.ROOT);
                    book.writer = Ref.of(writer);
                    book.published = published;
                    book.bought = published == null ? null : Instant.parse(published + "T22:30:00Z");
                }));
    }
}
