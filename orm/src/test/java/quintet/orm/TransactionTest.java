package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.orm.Transactions.atomic;
import static quintet.orm.Transactions.onCommit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import library.Book;
import library.Book_;
import library.LibrarySite;
import library.Tag;
import library.Tag_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.Site;

/** Transactions on an SQLite file. */
class TransactionTest {
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

    private static Tag tag(String name) {
        return Tag.objects.create(t -> t.name = name);
    }

    @Test
    void anExceptionUndoesAll() {
        assertThatThrownBy(() -> atomic(() -> {
                    tag("one");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(Tag.objects.filter(Tag_.name.eq("one")).exists()).isFalse();
        assertThat(Databases.current().main().pool().active()).isZero();
    }

    @Test
    void nestedOnesAreSavepoints() {
        List<String> done = new ArrayList<>();
        atomic(() -> {
            tag("kept");
            onCommit(() -> done.add("outer"));
            assertThatThrownBy(() -> atomic(() -> {
                        tag("lost");
                        onCommit(() -> done.add("inner"));
                        tag("kept");
                    }))
                    .isInstanceOf(IntegrityError.class);
            assertThat(Tag.objects.filter(Tag_.name.eq("kept")).count()).isEqualTo(1);
            assertThat(done).isEmpty();
        });
        assertThat(done).containsExactly("outer");
        assertThat(Tag.objects.filter(Tag_.name.in("kept", "lost")).count()).isEqualTo(1);
    }

    @Test
    void actionsAfterTheCommitRunAtOnceOutsideAndNeverAfterARollback() {
        List<String> done = new ArrayList<>();
        onCommit(() -> done.add("now"));
        atomic(() -> {
            onCommit(() -> done.add("never"));
            Transactions.setRollback();
        });
        atomic(() -> {
            Transactions.onCommitRobust(() -> {
                throw new IllegalStateException("logged");
            });
            onCommit(() -> done.add("after"));
        });
        assertThat(done).containsExactly("now", "after");
    }

    @Test
    void aDurableOneMustBeTheOutermost() {
        assertThatThrownBy(() -> atomic(() -> atomic(Atomic.outermost(), () -> tag("x"))))
                .isInstanceOf(TransactionError.class)
                .hasMessageContaining("outermost");
    }

    @Test
    void othersDoNotSeeWhatIsNotCommitted() throws Exception {
        AtomicReference<Boolean> seen = new AtomicReference<>();
        atomic(() -> {
            tag("hidden");
            Future<Boolean> other = site.executor().submit((Callable<Boolean>)
                    () -> Tag.objects.filter(Tag_.name.eq("hidden")).exists());
            seen.set(get(other));
        });
        assertThat(seen.get()).isFalse();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void manyWritersTakeTurnsAndLoseNothing() {
        Book emma = Book.objects.get(Book_.title.eq("Emma"));
        Book.objects.filter(Book_.id.eq(emma.id)).update(Book_.stock.to(0));
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            futures.add(site.executor().submit(() -> {
                for (int n = 0; n < 25; n++) {
                    atomic(() -> {
                        Book book = Book.objects.get(emma.id);
                        book.stock = book.stock + 1;
                        book.save();
                    });
                }
            }));
            futures.add(site.executor().submit(() -> {
                for (int n = 0; n < 25; n++) {
                    assertThat(Book.objects.count()).isEqualTo(5);
                }
            }));
        }
        futures.forEach(TransactionTest::get);
        assertThat(Book.objects.get(emma.id).stock).isEqualTo(400);
        assertThat(Databases.current().main().pool().active()).isZero();
    }

    @Test
    void streamsWithoutKeepingAConnectionAfterwards() {
        List<String> titles = new ArrayList<>();
        Book.objects.each(2, book -> {
            titles.add(book.title);
            Tag.objects.create(t -> t.name = "of-" + book.id);
        });
        assertThat(titles).hasSize(5);
        assertThatThrownBy(() -> Book.objects.each(2, book -> {
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(Databases.current().main().pool().active()).isZero();
    }

    @Test
    void outsideOfASiteTheErrorSaysSo() {
        site.close();
        assertThatThrownBy(() -> Book.objects.list())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ite");
        site = LibrarySite.inMemory();
    }
}
