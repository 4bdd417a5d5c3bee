package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import library.Author;
import library.Author_;
import library.Book;
import library.Book_;
import library.LibrarySite;
import library.Review;
import library.Review_;
import library.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import quintet.core.Site;

/** Django's finer rules about queries, on each database there is. */
@ParameterizedClass
@MethodSource("databases")
class QueryRulesTest {
    @Parameter
    String vendor;

    private Site site;

    static Stream<String> databases() {
        return RandomQueryTest.databases();
    }

    @BeforeEach
    void open() {
        site = LibrarySite.on(vendor, database -> database);
        LibrarySite.seed();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Book book(String title) {
        return Book.objects.get(Book_.title.eq(title));
    }

    private static List<Object> titles(QuerySet<Book> books) {
        return books.orderBy("id").valuesList("title").list();
    }

    @Test
    void theFilterRightAfterAManyToManyRelationSpeaksOfTheRowsBetween() {
        Tag classic = Tag.objects.get("name", "classic");
        Book war = book("War and Peace");
        // Which of this book's tags does a book before 1820 have? The row between is that of this book, so none.
        assertThat(war.tags.filter("book__published__year__lt", 1820).list()).isEmpty();
        // A step between them, and any book with that tag will do.
        assertThat(war.tags
                        .orderBy("name")
                        .filter("book__published__year__lt", 1820)
                        .distinct()
                        .list())
                .containsExactly(classic);
        assertThat(war.tags.exclude("book__title", "War and Peace").list()).isEmpty();
    }

    @Test
    void excludingAListWithNullLeavesOutRowsWithoutAValue() {
        assertThat(titles(Book.objects.exclude("rating__in", Arrays.asList(4.5, null))))
                .containsExactly("Pride and Prejudice", "A Wizard of Earthsea");
        assertThat(titles(Book.objects.filter("rating__in", Arrays.asList(4.5, null))))
                .containsExactly("Emma");
        assertThat(titles(Book.objects.exclude("rating__in", List.of(4.5))))
                .containsExactly("Pride and Prejudice", "War and Peace", "A Wizard of Earthsea", "Untitled");
        assertThat(titles(Book.objects.exclude("rating__in", Arrays.asList((Object) null))))
                .containsExactly("Emma", "Pride and Prejudice", "A Wizard of Earthsea");
    }

    @Test
    void theDatabaseComputesExpressionsOverNoRows() {
        QuerySet<Book> none = Book.objects.none();
        CaptureQueries queries = CaptureQueries.of(() -> {
            assertThat(none.aggregate(Aggregates.count(Book_.id))).isZero();
            assertThat(none.aggregate(Aggregates.sum(Book_.stock))).isNull();
            assertThat(none.aggregate(Aggregates.sum(Book_.stock).orElse(7))).isEqualTo(7);
        });
        assertThat(queries.count()).isZero();
        Expr<Book, Object> more = Expressions.<Book>of("Count", List.of("id"))
                .combine("+", Functions.<Book, Object>value(1))
                .as("more");
        assertThat(none.aggregate(List.of(more))).isEqualTo(Map.of("more", 1L));
        Expr<Book, Object> first = Expressions.<Book>of(
                        "Coalesce", List.of(Aggregates.sum(Book_.stock), Functions.value(3)))
                .as("first");
        CaptureQueries known = CaptureQueries.of(
                () -> assertThat(none.aggregate(List.of(first))).isEqualTo(Map.of("first", 3)));
        assertThat(known.count()).isZero();
    }

    @Test
    void loadsTheObjectsOfAFilteredRelationByItsName() {
        FilteredRelation<Book> old =
                FilteredRelation.of(Book_.author(), Book_.author().age.gt(50)).as("old");
        CaptureQueries queries = CaptureQueries.of(() -> {
            List<Book> books = Book.objects
                    .annotate(old)
                    .selectRelated("old")
                    .orderBy("id")
                    .list();
            assertThat(books)
                    .extracting(b -> b.title)
                    .containsExactly("War and Peace", "A Wizard of Earthsea", "Untitled");
            assertThat(books)
                    .extracting(b -> ((Author) b.annotation("old")).name)
                    .containsExactly("Leo Tolstoy", "Ursula K. Le Guin", "Ursula K. Le Guin");
        });
        assertThat(queries.count()).isEqualTo(1);
    }

    @Test
    void aSliceOfAPrefetchedQueryHoldsForEachOwner() {
        CaptureQueries queries = CaptureQueries.of(() -> {
            List<Author> authors = Author.objects
                    .prefetchRelated(Prefetch.of(
                                    Author_.books(),
                                    Book.objects.orderBy("-price").limit(1))
                            .into("dearest"))
                    .orderBy("id")
                    .list();
            assertThat(authors)
                    .extracting(a -> a.annotation("dearest").toString())
                    .containsExactly("[Emma]", "[War and Peace]", "[A Wizard of Earthsea]", "[]");
        });
        assertThat(queries.count()).isEqualTo(2);
        assertThat(queries.sql().getLast()).contains("ROW_NUMBER() OVER");
    }

    @Test
    void aSliceOfAPrefetchedManyToManyRelationHoldsForEachOwner() {
        List<Book> books = Book.objects
                .prefetchRelated(
                        Prefetch.of(Book_.tags(), Tag.objects.orderBy("name").slice(1, 3))
                                .into("rest"))
                .orderBy("id")
                .list();
        assertThat(books)
                .extracting(b -> b.annotation("rest").toString())
                .containsExactly("[]", "[]", "[russian]", "[]", "[]");
    }

    @Test
    void aSlicedPrefetchNeedsANameOfItsOwn() {
        QuerySet<Author> authors = Author.objects.prefetchRelated(
                Prefetch.of(Author_.books(), Book.objects.orderBy("price").limit(1)));
        assertThatThrownBy(authors::list)
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("Cannot filter a query once a slice has been taken.")
                .hasMessageContaining("into(");
        QuerySet<Review> reviews = Review.objects.prefetchRelated(Prefetch.of(Review_.book(), Book.objects.limit(1)));
        assertThatThrownBy(reviews::list)
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("A reference has one object");
    }

    @Test
    void existsOfNoRowsIsFalse() {
        assertThat(Book.objects.filter(Functions.exists(Review.objects.none())).count())
                .isZero();
        assertThat(Book.objects.exclude(Functions.exists(Review.objects.none())).count())
                .isEqualTo(5);
    }

    @Test
    void portionsStayAtTheServerUntilTheyAreWanted() {
        List<String> titles = new ArrayList<>();
        Book.objects.orderBy("id").each(2, book -> {
            titles.add(book.title);
            // The connection of the result is busy; other queries go on.
            assertThat(Book.objects.count()).isEqualTo(5);
        });
        assertThat(titles).hasSize(5).startsWith("Emma");
        Transactions.atomic(() -> {
            List<Integer> cursors = new ArrayList<>();
            Book.objects.orderBy("id").each(2, book -> {
                if (vendor.equals("postgresql")) {
                    cursors.add(Databases.current()
                            .main()
                            .query("SELECT name FROM pg_cursors", row -> row.getString(1))
                            .size());
                }
            });
            assertThat(cursors).hasSize(vendor.equals("postgresql") ? 5 : 0).doesNotContain(0);
        });
    }

    @Test
    void explainsWithTheDatabasesOptions() {
        QuerySet<Book> query = Book.objects.filter("stock", 3);
        assertThat(query.explain()).isNotBlank();
        if (vendor.equals("sqlite")) {
            assertThatThrownBy(() -> query.explain(Map.of("format", "json")))
                    .isInstanceOf(QueryError.class)
                    .hasMessageContaining("is not a recognized format");
        } else {
            assertThat(query.explain(Map.of("format", "json", "analyze", true)))
                    .contains("{")
                    .containsIgnoringCase("rows");
            assertThatThrownBy(() -> query.explain(Map.of("format", "jsn; DROP TABLE library_book")))
                    .isInstanceOf(QueryError.class)
                    .hasMessageContaining("is not a recognized format. Allowed formats: JSON");
        }
        assertThatThrownBy(() -> query.explain(Map.of("analyse", true)))
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("Unknown options: analyse");
    }

    @Test
    void slicesWithAStepAndSearchesForWords() {
        assertThat(Book.objects.orderBy("id").slice(0, 5, 2))
                .extracting(b -> b.title)
                .containsExactly("Emma", "War and Peace", "Untitled");
        WordSearch search = WordSearch.of("  wizard \"le guin\" -untitled ");
        assertThat(search.words()).containsExactly("wizard", "le guin");
        assertThat(Book.objects
                        .filter(search.in(Book_.title, Book_.author().name))
                        .list())
                .extracting(b -> b.title)
                .containsExactly("A Wizard of Earthsea");
        WordSearch and = WordSearch.of("and");
        assertThat(Book.objects
                        .filter(and.in(Book_.title))
                        .orderBy(and.rank(Book_.title, Book_.author().name).desc(), Book_.id.asc())
                        .list())
                .extracting(b -> b.title)
                .containsExactly("Pride and Prejudice", "War and Peace");
        assertThat(Book.objects
                        .filter(WordSearch.of(" - \"\" ").in(Book_.title))
                        .count())
                .isEqualTo(5);
        assertThat(Book.objects.filter(WordSearch.of("").in(Book_.title)).count())
                .isEqualTo(5);
    }

    @Test
    void anAggregateOverAWindowMakesNoGroups() {
        Expr<Book, Integer> all = Aggregates.sum(Book_.stock)
                .over(Window.partitionBy(Book_.author()))
                .as("all");
        List<Book> books = Book.objects.annotate(all).orderBy("id").list();
        assertThat(books).extracting(all::of).containsExactly(3, 3, 2, 8, 8);
        assertThat(Book.objects.annotate(all).toString()).doesNotContain("GROUP BY");
        List<Map<String, Object>> rows =
                Book.objects.orderBy("id").values("author__name").annotate(all).list();
        assertThat(rows)
                .hasSize(5)
                .first()
                .satisfies(row -> assertThat(row.get("author__name")).isEqualTo("Jane Austen"));
    }

    @Test
    void aConditionMayMixAnAggregateAndAColumn() {
        Expr<Author, Long> titles = Aggregates.count(Author_.books()).as("titles");
        assertThat(Author.objects
                        .annotate(titles)
                        .filter(titles.gte(2L).or(Author_.age.lt(30)))
                        .orderBy("id")
                        .list())
                .extracting(author -> author.name)
                .containsExactly("Jane Austen", "Ursula K. Le Guin", "New Writer");
    }

    @Test
    void numbersHaveAllTheirDigitsAndAggregatesOfNothingNoValue() {
        assertThat(Book.objects.values(Functions.<Book>pi()).list().getFirst()).isEqualTo(Math.PI);
        Double spread = Book.objects.aggregate(Aggregates.stdDev(Book_.stock));
        assertThat(spread).isCloseTo(2.4166091947189146, org.assertj.core.api.Assertions.within(1e-12));
        Double part = Book.objects
                .orderBy("id")
                .values(Functions.cumeDist().over(Window.orderedBy(Book_.id.asc())))
                .list()
                .getFirst();
        assertThat(part).isEqualTo(0.2);
        QuerySet<Book> nothing = Book.objects.filter(Book_.stock.gt(1000));
        assertThat(nothing.aggregate(Aggregates.bitOr(Book_.stock))).isNull();
        assertThat(nothing.aggregate(Aggregates.bitAnd(Book_.stock))).isNull();
    }

    @Test
    void objectsComeFromSqlWrittenByHand() {
        List<Book> books = Book.objects
                .prefetchRelated("tags")
                .raw(
                        "SELECT id, title, author_id, stock * 2 AS twice FROM library_book WHERE stock > ? ORDER BY id",
                        1);
        assertThat(books).extracting(b -> b.title).containsExactly("Emma", "War and Peace", "A Wizard of Earthsea");
        assertThat(((Number) books.getFirst().annotation("twice")).intValue()).isEqualTo(6);
        CaptureQueries queries = CaptureQueries.of(() -> {
            // Peers load together, and what was left out is loaded when asked for.
            assertThat(books).extracting(b -> b.author.get().name).contains("Leo Tolstoy");
            assertThat(books.get(1).tags.list()).hasSize(2);
        });
        assertThat(queries.count()).isEqualTo(1);
        List<Book> renamed = Book.objects.rawNamed(
                Map.of("headline", "title"), "SELECT id, isbn AS headline FROM library_book ORDER BY id");
        assertThat(renamed.getFirst().title).isEqualTo("1");
        assertThatThrownBy(() -> Book.objects.raw("SELECT title FROM library_book"))
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("Raw query must include the primary key");
        assertThatThrownBy(() -> Book.objects.rawNamed(Map.of("x", "titel"), "SELECT id FROM library_book"))
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("title");
    }

    @Test
    void aggregatesOfRowsChosenByAWindowAreComputedAroundIt() {
        Expr<Book, Integer> place = Functions.rowNumber()
                .over(Window.<Book>orderedBy(Book_.stock.desc(), Book_.id.asc()))
                .as("place");
        assertThat(Book.objects.annotate(place).filter(place.lte(3)).aggregate(Aggregates.sum(Functions.number(place))))
                .isEqualTo(6);
    }

    @Test
    void onlyPostgresHasFunctionsThatReturnSets() {
        Queries<Book> books = Book.objects.annotate(
                PostgresSets.generateSeries(1, Book_.stock).as("copy"));
        if (vendor.equals("postgresql")) {
            assertThat(books.count()).isPositive();
        } else {
            assertThatThrownBy(books::list)
                    .isInstanceOf(QueryError.class)
                    .hasMessageContaining("Only PostgreSQL has functions that return sets");
            assertThatThrownBy(books::count)
                    .isInstanceOf(QueryError.class)
                    .hasMessageContaining("Only PostgreSQL has functions that return sets");
        }
    }

    @Test
    void locksMayNameTheTablesWhoseRowsTheyLock() {
        QuerySet<Book> books =
                Book.objects.selectRelated("author").forUpdate(new RowLock(false, false, false, List.of("self")));
        if (vendor.equals("mysql")) {
            assertThatThrownBy(() -> Transactions.atomic(() -> books.list()))
                    .isInstanceOf(QueryError.class)
                    .hasMessageContaining("FOR UPDATE OF is not supported on this database backend.");
            return;
        }
        Transactions.atomic(() -> {
            CaptureQueries queries =
                    CaptureQueries.of(() -> assertThat(books.list()).hasSize(5));
            assertThat(queries.sql().getFirst())
                    .endsWith(vendor.equals("postgresql") ? " FOR UPDATE OF \"library_book\"" : " ASC");
        });
        assertThatThrownBy(() -> Book.objects
                        .forUpdate(new RowLock(false, false, false, List.of("author")))
                        .list())
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("Choices are: self.");
    }
}
