package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import library.Author;
import library.Book;
import library.Book_;
import library.LibrarySite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import quintet.core.Site;

/** Lookups and transforms that a site adds. {@link library.LibraryApp} registers some. */
@ParameterizedClass
@MethodSource("databases")
class CustomLookupTest {
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

    @Test
    void aLookupOfTheSiteWorksInBothForms() {
        assertThat(titles(Book.objects.filter("stock__ne", 3))).hasSize(4).doesNotContain("Emma");
        assertThat(titles(Book.objects.filter(Book_.stock.lookup("ne", 3)))).hasSize(4);
        assertThat(titles(Book.objects.exclude("stock__ne", 3))).containsExactly("Emma");
        assertThat(Author.objects.filter("books__stock__ne", 0).distinct().count())
                .isEqualTo(3);
    }

    @Test
    void aTransformOfTheSiteIsFollowedByLookupsAndOtherTransforms() {
        assertThat(titles(Book.objects.filter("title__initial", "E"))).containsExactly("Emma");
        assertThat(titles(Book.objects.filter("author__name__initial__in", List.of("J", "L"))))
                .containsExactly("Emma", "Pride and Prejudice", "War and Peace");
        assertThat(titles(Book.objects.filter("title__chars__gt", 10)))
                .containsExactly("Pride and Prejudice", "War and Peace", "A Wizard of Earthsea");
        assertThat(titles(Book.objects.filter("title__initial__chars", 1))).hasSize(5);
        assertThat(Book.objects
                        .orderBy("id")
                        .values(Book_.title.transformed("chars"))
                        .list())
                .contains(4);
        assertThat(Book.objects.orderBy("title__chars", "id").first().orElseThrow().title)
                .isEqualTo("Emma");
    }

    @Test
    void oneForAFieldIsUnknownToOthers() {
        assertThat(titles(Book.objects.filter("isbn__isFirst", true))).containsExactly("Emma");
        assertThatThrownBy(() -> Book.objects.filter("title__isFirst", true).list())
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("Unsupported lookup 'isFirst'");
    }

    @Test
    void anExecuteWrapperMayRefuseStatements() {
        ExecuteWrapper readOnly = (statement, run) -> {
            if (statement.writes()) {
                throw new IllegalStateException("only reads: " + statement.sql());
            }
            return run.get();
        };
        long count = ExecuteWrapper.<Long, RuntimeException>within(readOnly, Book.objects::count);
        assertThat(count).isEqualTo(5);
        assertThatThrownBy(() ->
                        ExecuteWrapper.<RuntimeException>within(readOnly, () -> Book.objects.update(Book_.stock.to(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("UPDATE");
        assertThat(Book.objects.filter(Book_.stock.eq(1)).count()).isEqualTo(1);
    }

    @Test
    void wrappersRunFromTheOutsideIn() {
        StringBuilder order = new StringBuilder();
        ExecuteWrapper a = (statement, run) -> {
            order.append('a');
            return run.get();
        };
        ExecuteWrapper b = (statement, run) -> {
            order.append('b');
            return run.get();
        };
        ExecuteWrapper.<RuntimeException>within(
                a, () -> ExecuteWrapper.<RuntimeException>within(b, () -> Book.objects.exists()));
        assertThat(order).hasToString("ab");
    }
}
