package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.orm.Aggregates.avg;
import static quintet.orm.Aggregates.count;
import static quintet.orm.Aggregates.max;
import static quintet.orm.Aggregates.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import library.Author;
import library.Author_;
import library.Book;
import library.Book_;
import library.Genre;
import library.LibrarySite;
import library.Profile;
import library.Review;
import library.Review_;
import library.Tag;
import library.Tag_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.NotFound;
import quintet.core.Site;

/** Queries on SQLite, against the rows of {@link LibrarySite#seed}. */
class QueryTest {
    private static final Expr<Author, Long> TITLES = count(Author_.books()).as("titles");

    private Site site;

    @BeforeEach
    void open() {
        site = openSite();
        LibrarySite.seed();
    }

    /** Another database in subclasses. */
    Site openSite() {
        return LibrarySite.inMemory();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static List<String> titles(Queries<Book> books) {
        return books.stream().map(b -> b.title).toList();
    }

    @Test
    void listsInTheDefaultOrder() {
        assertThat(titles(Book.objects))
                .containsExactly("A Wizard of Earthsea", "Emma", "Pride and Prejudice", "Untitled", "War and Peace");
        Book emma = Book.objects.get(Book_.isbn.eq("1"));
        assertThat(emma.price).isEqualTo(new BigDecimal("9.50"));
        assertThat(emma.published).isEqualTo(LocalDate.of(1815, 12, 23));
        assertThat(emma.genre).isEqualTo(Genre.NOVEL);
        assertThat(emma.uid).isNotNull();
        assertThat(emma.created).isNotNull();
        assertThat(emma.inPrint).isTrue();
    }

    @Test
    void filtersByTypedTokensAndByDjangosSpelling() {
        assertThat(titles(Book.objects.filter(
                        Book_.title.icontains("peace").or(Book_.author().name.icontains("guin")))))
                .containsExactly("A Wizard of Earthsea", "Untitled", "War and Peace");
        assertThat(titles(Book.objects.filter("author__name__icontains", "guin")))
                .containsExactly("A Wizard of Earthsea", "Untitled");
        assertThat(titles(Book.objects.filter("published__year__lt", 1850)))
                .containsExactly("Emma", "Pride and Prejudice");
        assertThat(titles(Book.objects.exclude(Book_.published.year().lt(1850))))
                .containsExactly("A Wizard of Earthsea", "Untitled", "War and Peace");
        assertThat(titles(Book.objects.filter(Book_.genre.eq(Genre.NOVEL)))).hasSize(5);
        assertThat(titles(Book.objects.filter("genre", "n"))).hasSize(5);
        assertThat(titles(Book.objects.filter(Book_.stock.in(2, 3)))).containsExactly("Emma", "War and Peace");
        assertThat(titles(Book.objects.filter(Book_.stock.in(List.of())))).isEmpty();
        assertThat(titles(Book.objects.filter(Book_.published.month().eq(1))))
                .containsExactly("Pride and Prejudice", "War and Peace");
        assertThat(titles(Book.objects.filter(Book_.title.regex("^[AE]"))))
                .containsExactly("A Wizard of Earthsea", "Emma");
        assertThat(titles(Book.objects.filter(Book_.published.isNull()))).containsExactly("Untitled");
        assertThat(titles(Book.objects.filter(Book_.price.between(new BigDecimal("7"), new BigDecimal("10")))))
                .containsExactly("Emma", "Pride and Prejudice");
        assertThat(titles(Book.objects.filter(Book_.rating.ne(5.0))))
                .containsExactly("A Wizard of Earthsea", "Emma", "Untitled", "War and Peace");
    }

    @Test
    void percentSignsAndUnderscoresAreNoWildcards() {
        assertThat(titles(Book.objects.filter(Book_.title.contains("%")))).isEmpty();
        assertThat(titles(Book.objects.filter(Book_.title.contains("_")))).isEmpty();
    }

    @Test
    void conditionsOfOneFilterSpeakOfTheSameRelatedRow() {
        assertThat(titles(Book.objects.filter(
                        Book_.reviews().stars.eq(5).and(Book_.reviews().body.eq("Slow")))))
                .isEmpty();
        assertThat(titles(Book.objects
                        .filter(Book_.reviews().stars.eq(5))
                        .filter(Book_.reviews().body.eq("Slow"))))
                .containsExactly("Emma");
    }

    @Test
    void excludingByARelationToManyLeavesOutRowsThatHaveAnySuch() {
        assertThat(titles(Book.objects.exclude(Book_.reviews().stars.eq(5))))
                .containsExactly("Pride and Prejudice", "Untitled", "War and Peace");
        assertThat(titles(Book.objects.exclude(Book_.tags().name.eq("classic"))))
                .containsExactly("A Wizard of Earthsea", "Untitled");
        assertThat(titles(Book.objects.filter(Book_.reviews().isNull())))
                .containsExactly("Pride and Prejudice", "Untitled");
        assertThat(titles(Book.objects.exclude(Book_.reviews().isNull())))
                .containsExactly("A Wizard of Earthsea", "Emma", "War and Peace");
        assertThat(Author.objects.exclude(Author_.books().reviews().stars.gte(4)).orderBy("name").stream()
                        .map(a -> a.name))
                .containsExactly("New Writer");
    }

    @Test
    void orIsAnOuterJoin() {
        assertThat(Author.objects
                        .filter(Author_.books().title.eq("Emma").or(Author_.name.eq("New Writer")))
                        .orderBy(Author_.name)
                        .stream()
                        .map(a -> a.name))
                .containsExactly("Jane Austen", "New Writer");
    }

    @Test
    void loadsReferencesOfPeersWithOneQuery() {
        CaptureQueries queries = CaptureQueries.of(() -> {
            for (Book book : Book.objects.all()) {
                assertThat(book.author.get().name).isNotEmpty();
            }
        });
        assertThat(queries.count()).isEqualTo(2);
        CaptureQueries joined = CaptureQueries.of(() -> {
            for (Book book : Book.objects.selectRelated(Book_.author())) {
                assertThat(book.author.get().name).isNotEmpty();
            }
        });
        assertThat(joined.count()).isEqualTo(1);
        Book alone = Book.objects.fetchMode(FetchMode.RAISE).get(Book_.title.eq("Emma"));
        assertThat(alone.author.id()).isNotNull();
    }

    @Test
    void tellsAListenerOfStatementsWithTheirValues() {
        List<CaptureQueries.Statement> heard = new java.util.ArrayList<>();
        CaptureQueries.listen(
                heard::add, () -> Book.objects.filter(Book_.title.eq("Emma")).count());
        assertThat(heard).singleElement().satisfies(statement -> {
            assertThat(statement.sql()).contains("?");
            assertThat(statement.parameters()).containsExactly("Emma");
        });
    }

    @Test
    void tellsAListenerOfStatementsThatFailToo() {
        Db db = Databases.current().main();
        List<String> heard = new java.util.ArrayList<>();
        CaptureQueries.listen(statement -> heard.add(statement.sql()), () -> {
            assertThatThrownBy(() -> db.query("SELECT a FROM nowhere", row -> 1))
                    .isInstanceOf(DatabaseException.class);
            assertThatThrownBy(() -> db.execute("DELETE FROM nowhere")).isInstanceOf(DatabaseException.class);
            assertThatThrownBy(() -> db.query("SELECT 1 / ?, 2", row -> row.getInt(9), 1))
                    .isInstanceOf(DatabaseException.class);
            return 0;
        });
        assertThat(heard).containsExactly("SELECT a FROM nowhere", "DELETE FROM nowhere", "SELECT 1 / ?, 2");
    }

    @Test
    void prefetchesRelationsToMany() {
        CaptureQueries queries = CaptureQueries.of(() -> {
            List<Book> books =
                    Book.objects.prefetchRelated(Book_.tags(), Book_.reviews()).list();
            Book war = books.getLast();
            assertThat(war.tags.stream().map(t -> t.name)).containsExactlyInAnyOrder("classic", "russian");
            assertThat(books.get(1).reviews.list()).hasSize(2);
            assertThat(books.get(1).reviews.list().getFirst().book.get()).isSameAs(books.get(1));
        });
        assertThat(queries.count()).isEqualTo(3);
        List<Author> authors =
                Author.objects.prefetchRelated("books__reviews").orderBy("name").list();
        assertThat(authors.getFirst().books.list()).hasSize(2);
        assertThat(CaptureQueries.of(() -> authors.getFirst()
                                .books
                                .list()
                                .getFirst()
                                .reviews
                                .list())
                        .count())
                .isZero();
    }

    @Test
    void annotatesAndFiltersByAggregates() {
        List<Author> authors = Author.objects
                .annotate(TITLES)
                .filter(TITLES.gte(1L))
                .orderBy(TITLES.desc(), Author_.name.asc())
                .list();
        assertThat(authors.stream().map(a -> a.name + " " + TITLES.of(a)))
                .containsExactly("Jane Austen 2", "Ursula K. Le Guin 2", "Leo Tolstoy 1");
        assertThat(Book.objects.aggregate(sum(Book_.stock))).isEqualTo(13);
        assertThat(Book.objects.aggregate(avg(Book_.rating))).isEqualTo(4.5);
        assertThat(Book.objects.aggregate(max(Book_.price))).isEqualByComparingTo("19.99");
        assertThat(Book.objects.none().aggregate(sum(Book_.stock))).isNull();
        assertThat(Author.objects
                        .annotate(TITLES)
                        .aggregate(List.of(
                                max(new Expr<Author, Long>(TITLES.node())).as("most"))))
                .isEqualTo(Map.of("most", 2L));
    }

    record Shelf(String title, String author, BigDecimal price) {}

    record PerAuthor(String name, long books) {}

    record Stocked(String title, int rating) {}

    @Test
    void readsValuesIntoRecords() {
        List<Shelf> shelf = Book.objects
                .filter(Book_.stock.gt(0))
                .orderBy(Book_.price)
                .values(Book_.title, Book_.author().name, Book_.price)
                .into(Shelf::new);
        assertThat(shelf).first().isEqualTo(new Shelf("Untitled", "Ursula K. Le Guin", new BigDecimal("1.00")));
        assertThat(Book.objects
                        .values(Book_.author().name)
                        .annotate(Aggregates.<Book>countAll().as("n"))
                        .orderBy(Book_.author().name)
                        .into(PerAuthor::new))
                .containsExactly(
                        new PerAuthor("Jane Austen", 2),
                        new PerAuthor("Leo Tolstoy", 1),
                        new PerAuthor("Ursula K. Le Guin", 2));
        assertThat(Book.objects.values("title", "author__name").list().getFirst())
                .isEqualTo(Map.of("title", "A Wizard of Earthsea", "author__name", "Ursula K. Le Guin"));
        assertThat(Book.objects.values(Book_.title).limit(2).list()).containsExactly("A Wizard of Earthsea", "Emma");
    }

    @Test
    void countsSlicesAndChecks() {
        assertThat(Book.objects.count()).isEqualTo(5);
        assertThat(Book.objects.filter(Book_.tags().name.eq("classic")).count()).isEqualTo(3);
        assertThat(Book.objects.filter(Book_.reviews().stars.gte(3)).count()).isEqualTo(4);
        assertThat(Book.objects.filter(Book_.reviews().stars.gte(3)).distinct().count())
                .isEqualTo(3);
        assertThat(titles(Book.objects.slice(1, 3))).containsExactly("Emma", "Pride and Prejudice");
        assertThat(titles(Book.objects.slice(1, 4).slice(1, 2))).containsExactly("Pride and Prejudice");
        assertThat(titles(Book.objects.offset(3))).containsExactly("Untitled", "War and Peace");
        assertThat(Book.objects.slice(1, 3).count()).isEqualTo(2);
        assertThat(Book.objects.filter(Book_.title.eq("Emma")).exists()).isTrue();
        assertThat(Book.objects.filter(Book_.title.eq("Nope")).exists()).isFalse();
        assertThat(Book.objects.first().orElseThrow().title).isEqualTo("A Wizard of Earthsea");
        assertThat(Book.objects.last().orElseThrow().title).isEqualTo("War and Peace");
        assertThat(titles(Book.objects.orderBy(Book_.published.desc().nullsLast())))
                .endsWith("Untitled");
        assertThat(titles(Book.objects.orderBy(Book_.published.asc().nullsFirst())))
                .startsWith("Untitled");
        assertThat(Book.objects.filter(Book_.published.isNotNull()).latest("published").title)
                .isEqualTo("A Wizard of Earthsea");
        QuerySet<Book> published = Book.objects.filter(Book_.published.isNotNull());
        assertThat(published.latest(Book_.published)).isEqualTo(published.latest("published"));
        assertThat(published.earliest(Book_.author(), Book_.published))
                .isEqualTo(published.earliest("author", "published"));
        assertThat(published.earliest(Book_.published)).isEqualTo(published.latest("-published"));
        assertThat(titles(Book.objects.orderBy("-author__name", "title")))
                .startsWith("A Wizard of Earthsea", "Untitled");
        assertThat(Book.objects.dates("published", "year", true))
                .startsWith(LocalDate.of(1968, 1, 1))
                .hasSize(4);
    }

    @Test
    void getsOneOrSaysWhy() {
        assertThatThrownBy(() -> Book.objects.get(99L)).isInstanceOf(DoesNotExist.class);
        assertThatThrownBy(() -> Book.objects.getOr404(99L)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Book.objects.get(Book_.stock.gte(0))).isInstanceOf(MultipleObjectsReturned.class);
        assertThatThrownBy(() -> Book.objects.filter("titel", "x").list())
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("titel")
                .hasMessageContaining("Did you mean 'title'?");
        assertThatThrownBy(() -> Book.objects.filter("title__contain", "x").list())
                .hasMessageContaining("contains");
        assertThatThrownBy(() -> Book.objects.filter("stock", "many").list()).hasMessageContaining("a number");
    }

    @Test
    void updatesWithExpressions() {
        assertThat(Book.objects.filter(Book_.stock.gt(0)).update(Book_.stock.to(Book_.stock.minus(1))))
                .isEqualTo(4);
        assertThat(Book.objects.aggregate(sum(Book_.stock))).isEqualTo(9);
        assertThat(Book.objects
                        .filter(Book_.author().name.eq("Jane Austen"))
                        .update(Book_.price.to(new BigDecimal("5"))))
                .isEqualTo(2);
        assertThat(Book.objects.get(Book_.title.eq("Emma")).price).isEqualTo(new BigDecimal("5.00"));
    }

    @Test
    void walksRelationsBackWithoutADeclaration() {
        assertThat(Tag.objects.filter(Book_.Reverse.tags().title.eq("War and Peace")).orderBy("name").stream()
                        .map(t -> t.name))
                .containsExactly("classic", "russian");
        assertThat(Author.objects.filter(Review_.Reverse.by().stars.eq(3)).stream()
                        .map(a -> a.name))
                .containsExactly("Ursula K. Le Guin");
        assertThat(Author.objects.filter("review__stars", 3).count()).isEqualTo(1);
    }

    @Test
    void oneToOneRelationsWorkBothWays() {
        Author jane = Author.objects.selectRelated(Author_.profile()).get(Author_.name.eq("Jane Austen"));
        assertThat(CaptureQueries.of(() -> assertThat(jane.profile.get().bio).startsWith("From"))
                        .count())
                .isZero();
        Author leo = Author.objects.get(Author_.name.eq("Leo Tolstoy"));
        assertThat(leo.profile.find()).isEmpty();
        assertThat(Profile.objects
                        .get(Cond.<Profile>lookup("author__name", "Jane Austen"))
                        .author
                        .get()
                        .name)
                .isEqualTo("Jane Austen");
    }

    @Test
    void subqueriesAndExists() {
        Queries<Review> good = Review.objects.filter(Review_.stars.eq(5)).filter("book", Functions.outer(Book_.id));
        assertThat(titles(Book.objects.filter(Functions.<Book>exists(good))))
                .containsExactly("A Wizard of Earthsea", "Emma");
        assertThat(titles(Book.objects.filter(Book_.author().in(Author.objects.filter(Author_.age.gt(85))))))
                .containsExactly("A Wizard of Earthsea", "Untitled");
        assertThat(titles(Book.objects.filter("tags__in", Tag.objects.filter(Tag_.name.startsWith("r")))))
                .containsExactly("War and Peace");
        assertThat(titles(Book.objects
                        .filter(Book_.title.eq("Emma"))
                        .union(Book.objects.filter(Book_.stock.eq(7)))
                        .orderBy("title")))
                .containsExactly("A Wizard of Earthsea", "Emma");
    }

    @Test
    void loadsSomeFieldsOnly() {
        Book emma = Book.objects.only(Book_.title).get(Book_.title.eq("Emma"));
        assertThat(emma.deferredFields()).contains("isbn", "price", "author").doesNotContain("id", "title");
        emma.title = "Emma!";
        emma.save();
        assertThat(Book.objects.get(Book_.title.eq("Emma!")).isbn).isEqualTo("1");
        emma.refresh(List.of("price"));
        assertThat(emma.price).isEqualTo(new BigDecimal("9.50"));
    }

    @Test
    void aFieldThatWasLeftOutAndIsGivenAValueIsSaved() {
        Book emma = Book.objects.only(Book_.title).get(Book_.title.eq("Emma"));
        emma.isbn = "77";
        emma.fetch(Book_.isbn);
        assertThat(emma.isbn).isEqualTo("77");
        emma.save();
        Book again = Book.objects.get(emma.id);
        assertThat(again.isbn).isEqualTo("77");
        assertThat(again.price).isEqualTo(new BigDecimal("9.50"));
        assertThat(emma.isWhole()).isFalse();
        emma.fetch(Book_.price);
        assertThat(emma.price).isEqualTo(new BigDecimal("9.50"));
    }

    @Test
    void keepsSqlByForm() {
        Book.objects.filter(Book_.stock.gt(1)).list();
        int before = Databases.current().main().cache().size();
        Book.objects.filter(Book_.stock.gt(5)).list();
        assertThat(Databases.current().main().cache().size()).isEqualTo(before);
        assertThat(titles(Book.objects.filter(Book_.stock.eq(7)))).containsExactly("A Wizard of Earthsea");
        assertThat(titles(Book.objects.filter(Book_.stock.eq(0)))).containsExactly("Pride and Prejudice");
    }

    @Test
    void looksIntoJson() {
        Book.objects.filter(Book_.title.eq("Emma")).update(Book_.extra.to(Map.of("lang", "en", "n", 3L)));
        Book.objects.filter(Book_.title.eq("War and Peace")).update(Book_.extra.to(Map.of("lang", "ru", "old", true)));
        assertThat(titles(Book.objects.filter(Book_.extra.key("lang").eq("en"))))
                .containsExactly("Emma");
        assertThat(titles(Book.objects.filter("extra__lang__in", List.of("ru", "fr"))))
                .containsExactly("War and Peace");
        assertThat(titles(Book.objects.filter("extra__lang__istartswith", "E"))).containsExactly("Emma");
        assertThat(titles(Book.objects.filter("extra__old", true))).containsExactly("War and Peace");
        assertThat(titles(Book.objects.filter("extra__old__in", List.of(true, 7))))
                .containsExactly("War and Peace");
        assertThat(Book.objects.filter("extra__old", 1).exists()).isFalse();
        assertThat(Book.objects.filter("extra__old", false).exists()).isFalse();
        assertThat(titles(Book.objects.filter(Book_.extra.hasKey("n")))).containsExactly("Emma");
        assertThat(titles(Book.objects.filter(Book_.extra.hasAnyKeys("n", "old"))))
                .containsExactly("Emma", "War and Peace");
        assertThat(Book.objects.get(Book_.title.eq("Emma")).extra).isEqualTo(Map.of("lang", "en", "n", 3L));
        assertThat(Book.objects
                        .filter(Book_.extra.isNotNull())
                        .values(Book_.extra.key("lang"))
                        .annotate(Aggregates.<Book>countAll().as("n"))
                        .into((lang, n) -> lang + " " + n))
                .containsExactlyInAnyOrder("en 1", "ru 1");
    }

    @Test
    void hostileNamesAndValuesStayHarmless() {
        String hostile = "x'; DROP TABLE library_book; --";
        assertThat(titles(Book.objects.filter(Book_.title.eq(hostile)))).isEmpty();
        assertThat(titles(Book.objects.filter(Book_.extra.key(hostile).eq("x"))))
                .isEmpty();
        assertThatThrownBy(() -> Book.objects.orderBy(hostile).list()).isInstanceOf(QueryError.class);
        assertThatThrownBy(() -> Book.objects.filter(hostile, 1).list()).isInstanceOf(QueryError.class);
        assertThatThrownBy(() ->
                        Book.objects.annotate(count(Book_.tags()).as(hostile)).list())
                .isInstanceOf(QueryError.class);
        assertThatThrownBy(() -> Book.objects.dates("published", hostile, false))
                .isInstanceOf(QueryError.class);
        assertThatThrownBy(() -> Book.objects
                        .annotate(Book_.created.truncatedTo(hostile).as("cut"))
                        .list())
                .isInstanceOf(QueryError.class);
        assertThat(Book.objects.count()).isEqualTo(5);
    }
}
