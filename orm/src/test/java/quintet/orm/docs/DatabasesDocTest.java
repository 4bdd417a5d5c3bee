package quintet.orm.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.orm.Transactions.atomic;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import library.Book;
import library.Book_;
import library.LibrarySite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.ConnectionUrl;
import quintet.core.Deadline;
import quintet.core.Site;
import quintet.orm.Atomic;
import quintet.orm.CaptureQueries;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.Isolation;
import quintet.orm.PoolStatus;
import quintet.orm.QueryTimeout;

/** The examples of the pages on databases, transactions and speed. */
class DatabasesDocTest {
    private Site site;

    @BeforeEach
    void open() {
        site = LibrarySite.onFile();
        LibrarySite.seed();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void optionsOfConnections() {
        // region: options
        Database database = Database.of(ConnectionUrl.parse("mariadb://app:secret@db.internal/shop"))
                .poolSize(20)
                .timeout(Duration.ofSeconds(5)) // to wait for a connection
                .statementTimeout(Duration.ofSeconds(30))
                .isolation(Isolation.REPEATABLE_READ)
                .maxAge(Duration.ofMinutes(10))
                .keepIdle(2, Duration.ofMinutes(5))
                .timeZone(ZoneId.of("Europe/Berlin"))
                .leakAfter(Duration.ofSeconds(20))
                .initSql("SET SESSION lock_wait_timeout = 5");
        Database file = Database.of(ConnectionUrl.parse("sqlite:db.sqlite3"))
                .initSql("PRAGMA cache_size = -64000")
                .transactionMode("EXCLUSIVE");
        // endregion
        assertThat(database.options().isolation()).isEqualTo(Isolation.REPEATABLE_READ);
        assertThat(file.options().begin()).isEqualTo("EXCLUSIVE");
        assertThatThrownBy(() -> file.transactionMode("later"))
                .hasMessageContaining("DEFERRED, IMMEDIATE or EXCLUSIVE");
    }

    @Test
    void timeLimits() {
        // region: time
        List<Book> books = Book.objects
                .filter(Book_.stock.gt(0))
                .timeout(Duration.ofSeconds(2))
                .list();
        long count = Deadline.within(Duration.ofSeconds(10), () -> Book.objects.count()); // all statements together
        // endregion
        assertThat(books).hasSize(4);
        assertThat(count).isEqualTo(5);
        assertThatThrownBy(() -> Book.objects.timeout(Duration.ZERO).list()).isInstanceOf(QueryTimeout.class);
    }

    @Test
    void statusOfThePool() {
        // region: status
        PoolStatus status = Databases.current().main().status();
        String line = status.active() + " of " + status.max() + " in use, " + status.waiting() + " waiting";
        // endregion
        assertThat(line).isEqualTo("0 of 11 in use, 0 waiting");
    }

    @Test
    void transactionsThatAreTriedAgain() {
        // region: retry
        atomic(Atomic.outermost().isolation(Isolation.SERIALIZABLE).retrying(5), () -> {
            Book emma = Book.objects.get(Book_.title.eq("Emma"));
            emma.stock = emma.stock - 1;
            emma.save();
        });
        // endregion
        assertThat(Book.objects.get(Book_.title.eq("Emma")).stock).isEqualTo(2);
    }

    @Test
    void queriesInLoops() {
        // region: repeated
        CaptureQueries queries = CaptureQueries.of(() -> {
            for (Book book : Book.objects) {
                book.tags.count(); // one query each
            }
        });
        List<CaptureQueries.Repeated> loops = queries.repeated(5);
        // "5 times at library.Views.shelf(Views.java:31): SELECT COUNT(*) ..."
        // endregion
        assertThat(loops).hasSize(1);
    }
}
