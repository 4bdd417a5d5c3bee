package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import library.Author;
import library.Book;
import library.Book_;
import library.LibrarySite;
import library.Review;
import library.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import quintet.core.Site;

/** Corners of queries that comparison with Django found, on each database there is. */
@ParameterizedClass
@MethodSource("databases")
class QueryEdgesTest {
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

    private static List<Object> titles(QuerySet<Book> books) {
        return books.orderBy("id").valuesList("title").list();
    }

    private static Expr<Book, Object> of(String function, Object... arguments) {
        return Expressions.of(function, List.of(arguments));
    }

    private static Expr<Book, Object> f(String path) {
        return Functions.f(path);
    }

    @Test
    void excludingByAComparisonOfColumnsKeepsRowsWhereEitherIsMissing() {
        assertThat(titles(Book.objects.exclude("rating", f("rating")))).containsExactly("War and Peace", "Untitled");
        assertThat(Author.objects
                        .exclude("mentor__mentor", Functions.f("mentor__mentor"))
                        .count())
                .isEqualTo(4);
    }

    @Test
    void aFilteredRelationToManyKeepsItsConditionWhetherOrNotRowsAreThere() {
        FilteredRelation<Book> good = FilteredRelation.<Book>of("reviews", Cond.lookup("reviews__stars", 5))
                .as("good");
        assertThat(titles(Book.objects.annotate(good).filter("good__isnull", true)))
                .containsExactly("Pride and Prejudice", "War and Peace", "Untitled");
        assertThat(titles(Book.objects.annotate(good).exclude("good__isnull", true)))
                .containsExactly("Emma", "A Wizard of Earthsea");
        FilteredRelation<Book> russian = FilteredRelation.<Book>of("tags", Cond.lookup("tags__name", "russian"))
                .as("russian");
        assertThat(titles(Book.objects.annotate(russian).filter("russian__isnull", false)))
                .containsExactly("War and Peace");
        assertThat(titles(Book.objects.annotate(russian).exclude("russian__isnull", false)))
                .containsExactly("Emma", "Pride and Prejudice", "A Wizard of Earthsea", "Untitled");
    }

    @Test
    void joinsOfANegatedPathAreThereForTheConditionsAfterIt() {
        Cond<Review> negated = Cond.<Review>lookup("book__tags__isnull", true)
                .and(Cond.lookup("book__reviews__stars__lt", 3))
                .not();
        assertThat(Review.objects
                        .filter(negated.and(Cond.lookup("book__gt", 0)))
                        .filter("book__author__name__contains", "Austen")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void typesThatDoNotMixMatterOnlyWhereTheTypeIsAsked() {
        Expr<Book, Object> dearer = f("price").combine("*", Functions.value(1.5));
        assertThat(titles(Book.objects.filter("price__gt", f("price").combine("*", f("rating")))))
                .isEmpty();
        assertThat(Book.objects.filter("price__lt", dearer).count()).isEqualTo(5);
        assertThat(Book.objects.filter("title", "Emma").update(Assignment.of("price", dearer)))
                .isEqualTo(1);
        assertThat(Book.objects.get("title", "Emma").price).isEqualByComparingTo("14.25");
        assertThatThrownBy(() -> Book.objects.annotate(dearer.as("dearer")).list())
                .hasMessageContaining("Cannot infer type of '*'");
    }

    @Test
    void aUnionOfUnionsIsWhatItsPartsAre() {
        QuerySet<Book> jane = Book.objects.filter("author__name", "Jane Austen");
        QuerySet<Book> none = Book.objects.filter("title", "No such book");
        assertThat(jane.intersection(none).union(none).orderBy("id").list()).isEmpty();
        assertThat(jane.union(none)
                        .union(Book.objects.filter("title", "Untitled"))
                        .orderBy("id")
                        .list())
                .extracting(book -> book.title)
                .containsExactly("Emma", "Pride and Prejudice", "Untitled");
        assertThat(jane.difference(Book.objects.filter("title", "Emma"))
                        .union(Book.objects.filter("title", "Untitled"))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void theOrderOfDistinctValuesDoesNotChangeTheirNumber() {
        assertThat(Book.objects.orderBy("isbn").valuesList("author").distinct().count())
                .isEqualTo(3);
        assertThat(Book.objects.orderBy("isbn").distinct().count()).isEqualTo(5);
    }

    @Test
    void aReversedQueryStaysReversedInAnotherOrder() {
        assertThat(Book.objects.reverse().orderBy("id").valuesList("title").first())
                .contains("Untitled");
        assertThat(Book.objects
                        .reverse()
                        .orderBy("id")
                        .reverse()
                        .valuesList("title")
                        .first())
                .contains("Emma");
    }

    @Test
    void aQueryComparedWithEqualsGivesOneRow() {
        QuerySet<Author> authors = Author.objects.filter("age__gt", 80).orderBy("-age");
        assertThat(titles(Book.objects.filter("author", authors.limit(1))))
                .containsExactly("A Wizard of Earthsea", "Untitled");
        assertThatThrownBy(() -> Book.objects.filter("author", authors).list())
                .hasMessageContaining("must be limited to one result using slicing");
        assertThat(titles(Book.objects.filter("author__in", authors))).hasSize(3);
    }

    @Test
    void partsOfDatesAreTakenOfDatesOnly() {
        assertThatThrownBy(() ->
                        Book.objects.annotate(of("TruncYear", "stock").as("y")).list())
                .hasMessageStartingWith("'stock' isn't a DateField, TimeField, or DateTimeField.");
        assertThatThrownBy(() -> Book.objects
                        .annotate(of("ExtractYear", "title").as("y"))
                        .list())
                .hasMessageStartingWith("Extract input expression must be DateField,");
        assertThatThrownBy(() -> Book.objects
                        .annotate(of("ExtractHour", "published").as("h"))
                        .list())
                .hasMessageStartingWith("Cannot extract time component 'hour' from DateField 'published'.");
        assertThatThrownBy(() -> Book.objects
                        .annotate(of("TruncHour", "published").as("h"))
                        .list())
                .hasMessageStartingWith("Cannot truncate DateField 'published' to DateTimeField.");
        assertThatThrownBy(() -> Book.objects.datetimes("published", "year", false))
                .hasMessageStartingWith("Cannot truncate DateField 'published' to DateTimeField.");
        assertThatThrownBy(() -> Book.objects.dates("title", "year", false))
                .hasMessageStartingWith("'title' isn't a DateField, TimeField, or DateTimeField.");
        assertThatThrownBy(() -> Book.objects
                        .annotate(DateFunctions.extract(Book_.published, "year", java.time.ZoneId.of("Asia/Kolkata"))
                                .as("y"))
                        .list())
                .hasMessageStartingWith("tzinfo can only be used with DateTimeField.");
    }

    @Test
    void aReferenceCountsAsWhatItPointsToWhenTypesAreMixed() {
        Expr<Author, Object> known = Expressions.of("Coalesce", List.of("mentor", Functions.value(0)));
        assertThat(Author.objects
                        .annotate(known.as("known"))
                        .orderBy("id")
                        .valuesList("known")
                        .list())
                .extracting(value -> ((Number) value).intValue())
                .containsExactly(0, 0, 0, 3);
        assertThatThrownBy(() -> Book.objects
                        .annotate(of("Coalesce", "author", Functions.value("x")).as("v"))
                        .list())
                .hasMessageContaining("mixed types: BigAutoField, CharField");
    }

    @Test
    void anAggregateHasANameOfItsOwnOnlyIfAFieldIsAllThereIs() {
        assertThat(Book.objects.aggregate(List.of(of("Variance", "stock").withDefaultName())))
                .containsOnlyKeys("stock__variance");
        Expr<Book, Object> filtered =
                Expressions.of("Sum", List.of("stock"), Map.of("filter", Cond.lookup("in_print", true)));
        assertThatThrownBy(filtered::withDefaultName).hasMessageContaining("Complex aggregates require an alias");
        assertThatThrownBy(() ->
                        Book.objects.aggregate(List.of(of("Lower", "title").as("a"))))
                .hasMessageStartingWith("a is not an aggregate expression");
    }

    @Test
    void deletingNoRowsCountsNoModel() {
        assertThat(Review.objects.filter("stars", 1).delete()).isEqualTo(new Deleted(0, Map.of()));
    }

    @Test
    void aValueThatCannotBeWrittenIsNoStatement() {
        CaptureQueries queries = CaptureQueries.of(() -> assertThatThrownBy(
                        () -> Book.objects.filter("title", "Emma").update(Assignment.of("published", "one day")))
                .hasMessageContaining("invalid date format"));
        assertThat(queries.count()).isZero();
    }

    @Test
    void textsOfDatesAreReadAsEverywhere() {
        assertThat(titles(Book.objects.filter("published", "1813-1-28"))).containsExactly("Pride and Prejudice");
        assertThat(Book.objects.filter("created__gt", "1990-1-1").count()).isEqualTo(5);
        assertThat(Book.objects.filter("created__gt", "1990-01-01T00:00Z").count())
                .isEqualTo(5);
        assertThat(Book.objects.filter("price__gte", true).count()).isEqualTo(5);
    }

    @Test
    void whatIsLoadedForAnObjectLoadsItsRelationsTheSameWay() {
        CaptureQueries one = CaptureQueries.of(() -> {
            Book emma = Book.objects.fetchMode(FetchMode.ONE).get("title", "Emma");
            emma.reviews.list().forEach(review -> review.by.get());
        });
        assertThat(one.count()).isEqualTo(4);
        CaptureQueries peers = CaptureQueries.of(() -> {
            Book emma = Book.objects.get("title", "Emma");
            emma.reviews.list().forEach(review -> review.by.get());
        });
        assertThat(peers.count()).isEqualTo(3);
        Book blocked =
                Book.objects.fetchMode(FetchMode.RAISE).selectRelated("author").get("title", "Emma");
        assertThatThrownBy(() -> blocked.reviews.list().getFirst().by.get()).isInstanceOf(FetchBlocked.class);
    }

    @Test
    void computedDecimalsHaveThePlacesTheyHave() {
        Expr<Book, Object> price = of("Coalesce", "price", Functions.value(BigDecimal.ZERO));
        List<Object> prices = Book.objects
                .filter("title", "Emma")
                .annotate(price.as("p"))
                .valuesList("p")
                .list();
        assertThat((BigDecimal) prices.getFirst()).isEqualByComparingTo("9.5");
    }

    @Test
    void namesThatDoNotExistAreSaidWhereTheyAreGiven() {
        assertThatThrownBy(() -> Book.objects.filter("author__id__nope", 1).list())
                .hasMessageStartingWith("Unsupported lookup 'nope' for BigAutoField");
        assertThatThrownBy(() -> Book.objects.filter("reviews__nope", 1).list())
                .hasMessageStartingWith("Unsupported lookup 'nope' for ManyToOneRel");
        assertThatThrownBy(() -> Tag.objects.getOrCreate(Map.of("name", "new"), Map.of("nope", 1)))
                .hasMessageStartingWith("Invalid field name(s) for model Tag: 'nope'.");
        Book emma = Book.objects.get("title", "Emma");
        assertThatThrownBy(() -> Book.objects.bulkUpdate(List.of(emma), "reviews"))
                .hasMessageStartingWith("bulk_update() can only be used with concrete fields.");
        assertThatThrownBy(() -> Book.objects.bulkUpdate(List.of(emma), "pk"))
                .hasMessageStartingWith("Book has no field named 'pk'");
        assertThatThrownBy(() -> Book.objects.offset(-1)).hasMessageStartingWith("Negative indexing is not supported.");
    }

    @Test
    void anObjectOfAnotherModelIsNotTakenForOneOnTheWayBack() {
        Tag tag = Tag.objects.create(t -> t.name = "sea");
        assertThatThrownBy(() -> Author.objects.filter("books", tag).list())
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("Must be \"Book\" instance.");
        assertThatThrownBy(
                        () -> Author.objects.filter("books__in", List.of(tag)).list())
                .hasMessageContaining("Must be \"Book\" instance.");
        Book book = Book.objects.first().orElseThrow();
        assertThat(Author.objects.get("books", book)).isEqualTo(book.author.get());
        assertThat(Author.objects.get("books__in", List.of(book))).isEqualTo(book.author.get());
    }
}
