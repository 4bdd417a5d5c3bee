package quintet.benchmarks.orm;

import static quintet.orm.Aggregates.count;
import static quintet.orm.Aggregates.sum;

import java.util.ArrayList;
import java.util.List;
import quintet.benchmarks.shop.Author;
import quintet.benchmarks.shop.Book;
import quintet.benchmarks.shop.Book_;
import quintet.benchmarks.shop.Entry;
import quintet.orm.Aggregates;

/** Quintet, as its documentation says. Runs within a site. */
final class Quintet implements Contender {
    record PerAuthor(long author, long books, long stock) {}

    @Override
    public String name() {
        return "quintet";
    }

    @Override
    public int run(Task task, int n) {
        return switch (task) {
            case GET -> Book.objects.get(Rows.key(n)).id > 0 ? 1 : 0;
            case LIST_20 -> list(20).size();
            case LIST_1000 -> list(1000).size();
            case JOIN -> join();
            case PREFETCH ->
                Book.objects
                        .filter(Book_.stock.gt(0))
                        .prefetchRelated(Book_.tags())
                        .orderBy(Book_.id.asc())
                        .limit(20)
                        .list()
                        .size();
            case INSERT_1000 -> insert(n);
            case UPDATE -> Book.objects.filter(Book_.id.eq(Rows.key(n))).update(Book_.stock.to(n % 50 + 1));
            case AGGREGATE ->
                Book.objects
                        .orderBy(Book_.author().id.asc())
                        .values(Book_.author().id)
                        .annotate(Aggregates.<Book>countAll().as("books"))
                        .annotate(sum(Book_.stock).as("total"))
                        .into((author, books, stock) -> new PerAuthor(author, books, stock))
                        .size();
        };
    }

    private static List<Book> list(int limit) {
        return Book.objects
                .filter(Book_.stock.gt(0))
                .orderBy(Book_.id.asc())
                .limit(limit)
                .list();
    }

    private static int join() {
        List<Book> books = Book.objects
                .filter(Book_.stock.gt(0))
                .selectRelated(Book_.author())
                .orderBy(Book_.id.asc())
                .limit(20)
                .list();
        for (Book book : books) {
            Author author = book.author.get();
            if (author.name.isEmpty()) {
                throw new IllegalStateException("an author without a name");
            }
        }
        return books.size();
    }

    private static int insert(int n) {
        List<Entry> entries = new ArrayList<>(1000);
        for (int i = 0; i < 1000; i++) {
            Entry entry = new Entry();
            entry.name = "entry " + i;
            entry.amount = i;
            entry.code = n;
            entries.add(entry);
        }
        return Entry.objects.bulkCreate(entries).size();
    }

    /** A query of a form that is known, up to its SQL. */
    static int warm() {
        return Book.objects
                .filter(Book_.stock.gt(0), Book_.title.startsWith("B"))
                .exclude(Book_.author().name.eq("x"))
                .orderBy(Book_.title.asc())
                .limit(20)
                .toString()
                .length();
    }

    /** The same of a form that nobody asked for before. */
    static int cold(int n) {
        return Book.objects
                .filter(Book_.stock.gt(0), Book_.title.startsWith("B"))
                .exclude(Book_.author().name.eq("x"))
                .annotate(count(Book_.id).as("n" + n))
                .orderBy(Book_.title.asc())
                .limit(20)
                .toString()
                .length();
    }

    @Override
    public void close() {}
}
