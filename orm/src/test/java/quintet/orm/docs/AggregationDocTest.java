package quintet.orm.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.orm.Aggregates.avg;
import static quintet.orm.Aggregates.count;
import static quintet.orm.Aggregates.countDistinct;
import static quintet.orm.Aggregates.max;
import static quintet.orm.Aggregates.stringAgg;
import static quintet.orm.Aggregates.sum;
import static quintet.orm.Functions.coalesce;
import static quintet.orm.Functions.concat;
import static quintet.orm.Functions.lag;
import static quintet.orm.Functions.number;
import static quintet.orm.Functions.outer;
import static quintet.orm.Functions.rank;
import static quintet.orm.Functions.rowNumber;
import static quintet.orm.Functions.sqrt;
import static quintet.orm.Functions.subquery;
import static quintet.orm.Functions.truncYear;
import static quintet.orm.Functions.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import library.Author;
import library.Author_;
import library.Book;
import library.Book_;
import library.LibrarySite;
import library.Review;
import library.Review_;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.Site;
import quintet.orm.Aggregate;
import quintet.orm.Expr;
import quintet.orm.Expressions;
import quintet.orm.FilteredRelation;
import quintet.orm.Prefetch;
import quintet.orm.QuerySet;
import quintet.orm.Window;
import quintet.orm.WindowFrame;
import quintet.orm.WordSearch;

/** The examples of the pages about aggregation and of the newer parts of the one about queries. */
class AggregationDocTest {
    private Site site;

    @BeforeEach
    void open() {
        site = LibrarySite.inMemory();
        LibrarySite.seed();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aggregatesOfAllRows() {
        // region: all
        Long books = Book.objects.aggregate(count(Book_.id));
        BigDecimal dearest = Book.objects.aggregate(max(Book_.price));
        Map<String, Object> both = Book.objects
                .filter(Book_.stock.gt(0))
                .aggregate(
                        List.of(sum(Book_.stock).as("copies"), avg(Book_.rating).as("rating")));
        // endregion
        assertThat(books).isEqualTo(5);
        assertThat(dearest).isEqualByComparingTo("19.99");
        assertThat(both).containsEntry("copies", 13);

        // region: options
        Aggregate<Book, Integer> old =
                sum(Book_.stock).filter(Book_.published.year().lt(1850)).orElse(0);
        Aggregate<Book, Long> genres = countDistinct(Book_.genre);
        Aggregate<Book, String> titles = stringAgg(Book_.title, "; ").orderBy(Book_.title.asc());
        // endregion
        assertThat(Book.objects.aggregate(old)).isEqualTo(3);
        assertThat(Book.objects.aggregate(genres)).isEqualTo(1);
        assertThat(Book.objects.aggregate(titles)).startsWith("A Wizard of Earthsea; Emma");
        assertThat(Book.objects.none().aggregate(old)).isZero();
    }

    @Test
    void aggregatesOfRelatedRows() {
        // region: related
        Expr<Author, Long> titles = count(Author_.books()).as("titles");
        List<Author> prolific = Author.objects
                .annotate(titles)
                .filter(titles.gte(2L))
                .orderBy(titles.desc(), Author_.name.asc())
                .list();
        String first = prolific.getFirst().name + ": " + titles.of(prolific.getFirst());
        // endregion
        assertThat(first).isEqualTo("Jane Austen: 2");

        // region: twice
        Expr<Author, Long> different = countDistinct(Author_.books()).as("titles");
        Expr<Author, Long> reviews = countDistinct(Author_.books().reviews()).as("reviews");
        Author jane = Author.objects.annotate(different, reviews).get(Author_.name.eq("Jane Austen"));
        // endregion
        assertThat(reviews.of(jane)).isEqualTo(2);
        assertThat(different.of(jane)).isEqualTo(2);
    }

    // region: rows
    record PerYear(@Nullable LocalDate year, Long books, Integer copies) {}
    // endregion

    @Test
    void groups() {
        // region: groups
        List<PerYear> years = Book.objects
                .filter(Book_.published.isNotNull())
                .orderBy()
                .values(truncYear(Book_.published).as("year"))
                .annotate(count(Book_.id).as("books"))
                .annotate(sum(Book_.stock).as("copies"))
                .orderBy("year")
                .into(PerYear::new);
        // endregion
        assertThat(years).hasSize(4);
        assertThat(years.getFirst().books()).isEqualTo(1);

        // region: having
        List<Map<String, Object>> busy = Book.objects
                .values("author__name")
                .annotate(count(Book_.id).as("books"))
                .filter("books__gt", 1)
                .orderBy("author__name")
                .list();
        // endregion
        assertThat(busy).hasSize(2);

        // region: nested
        Expr<Author, Long> each = count(Author_.books()).as("each");
        Double mean = Author.objects.annotate(each).aggregate(avg(number(each)));
        // endregion
        assertThat(mean).isEqualTo(1.25);
    }

    @Test
    void windows() {
        // region: windows
        Window<Book> byAuthor = Window.<Book>partitionBy(Book_.author()).orderBy(Book_.price.desc());
        Expr<Book, Integer> place = rank().over(byAuthor).as("place");
        Expr<Book, Integer> running = sum(Book_.stock)
                .over(Window.orderedBy(Book_.id.asc()).frame(WindowFrame.rows(null, 0)))
                .as("running");
        Expr<Book, Integer> before =
                lag(Book_.stock, 1, 0).over(Window.orderedBy(Book_.id.asc())).as("before");
        // The dearest book of each author:
        List<Book> dearest = Book.objects
                .annotate(place)
                .annotate(running, before)
                .filter(place.eq(1))
                .orderBy(Book_.id)
                .list();
        // endregion
        assertThat(dearest)
                .extracting(book -> book.title)
                .containsExactly("Emma", "War and Peace", "A Wizard of Earthsea");
        assertThat(running.of(dearest.get(1))).isEqualTo(5);
        assertThat(before.of(dearest.get(0))).isZero();

        // region: numbered
        Expr<Book, Integer> number =
                rowNumber().over(Window.orderedBy(Book_.title.asc())).as("number");
        List<Book> numbered = Book.objects.annotate(number).list();
        // endregion
        assertThat(number.of(numbered.getFirst())).isEqualTo(1);
    }

    @Test
    void subqueries() {
        // region: subquery
        Expr<Book, Integer> best = subqueryOfBest().as("best");
        Book emma = Book.objects.annotate(best).get(Book_.title.eq("Emma"));
        // endregion
        assertThat(best.of(emma)).isEqualTo(5);
    }

    // region: best
    private static Expr<Book, Integer> subqueryOfBest() {
        return subquery(Review.objects
                .filter(Review_.book().id.eq(outer(Book_.id)))
                .orderBy(Review_.stars.desc())
                .values(Review_.stars));
    }
    // endregion

    @Test
    void functions() {
        // region: functions
        List<String> labels = Book.objects
                .orderBy(Book_.title.length().asc())
                .values(concat(Book_.title.upper().left(3), value(" "), Book_.isbn.coalesce("-")))
                .list();
        List<Book> cheap = Book.objects
                .filter(Book_.price.times(2).round(0).lt(new BigDecimal(20)))
                .filter(coalesce(Book_.rating, 0.0).lt(sqrt(Book_.author().age)))
                .list();
        // endregion
        assertThat(labels).first().isEqualTo("EMM 1");
        assertThat(cheap).isNotEmpty();

        // region: custom
        QuerySet<Book> others = Book.objects.filter("stock__ne", 3).filter("title__initial", "W");
        List<Integer> lengths = Book.objects.orderBy("id").values(Book_.title.transformed("chars")).list().stream()
                .map(n -> (Integer) n)
                .toList();
        // endregion
        assertThat(others.count()).isEqualTo(1);
        assertThat(lengths).startsWith(4);

        // region: raw
        List<Book> few = Book.objects.raw("SELECT * FROM library_book WHERE stock < ? ORDER BY title", 2);
        // endregion
        assertThat(few).hasSize(2);

        // region: search
        WordSearch search = WordSearch.of("peace -emma");
        List<Book> found = Book.objects
                .filter(search.in(Book_.title, Book_.author().name))
                .orderBy(search.rank(Book_.title, Book_.author().name).desc(), Book_.title.asc())
                .list();
        // endregion
        assertThat(found).extracting(book -> book.title).containsExactly("War and Peace");
    }

    @Test
    void partsOfRelations() {
        // region: sliced
        List<Author> authors = Author.objects
                .prefetchRelated(Prefetch.of(
                                Author_.books(),
                                Book.objects.orderBy(Book_.price.desc()).limit(3))
                        .into("dearest"))
                .list();
        List<?> three = (List<?>) authors.getFirst().annotation("dearest");
        // endregion
        assertThat(three).hasSize(2);

        // region: filtered
        FilteredRelation<Author> printed = FilteredRelation.of(
                        Author_.books(), Author_.books().stock.gt(0))
                .as("printed");
        List<Map<String, Object>> perAuthor = Author.objects
                .annotate(printed)
                .values("name")
                .annotate(Expressions.<Author>of("Count", List.of("printed")).as("books"))
                .orderBy("name")
                .list();
        // endregion
        assertThat(perAuthor.getFirst()).containsEntry("name", "Jane Austen").containsEntry("books", 1L);
    }
}
