package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
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

/** Moments kept in the local time of a zone, as another program wrote them; PostgreSQL's columns have a zone of their own. */
@ParameterizedClass
@MethodSource("databases")
class DatabaseZoneTest {
    private static final Instant LATE = Instant.parse("2024-02-29T20:30:15.250Z");

    @Parameter
    String vendor;

    private Site site;

    static Stream<String> databases() {
        return RandomQueryTest.databases();
    }

    @BeforeEach
    void open() {
        site = LibrarySite.on(vendor, database -> database.timeZone(ZoneId.of("+05:30")));
        LibrarySite.seed();
        Book.objects.all().update(Book_.created.to(LATE));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void columnsHoldLocalTime() {
        String kept = Databases.current()
                .main()
                .query(
                        vendor.equals("postgresql")
                                ? "SELECT to_char(created AT TIME ZONE '+05:30', 'x') FROM library_book"
                                : "SELECT created FROM library_book",
                        row -> row.getString(1))
                .getFirst();
        assertThat(kept).startsWith(vendor.equals("postgresql") ? "x" : "2024-03-01 02:00:15.25");
        assertThat(Book.objects.first().map(b -> b.created)).contains(LATE);
    }

    @Test
    void conditionsPartsAndUnitsAreOfTheMoment() {
        assertThat(Book.objects.filter(Book_.created.eq(LATE)).count()).isEqualTo(5);
        assertThat(Book.objects.filter(Book_.created.lt(LATE.plusSeconds(1))).count())
                .isEqualTo(5);
        assertThat(Book.objects
                        .filter("created__date", LocalDate.of(2024, 2, 29))
                        .count())
                .isEqualTo(5);
        assertThat(Book.objects.filter("created__hour", 20).count()).isEqualTo(5);
        assertThat(Book.objects.filter("created__year", 2024).count()).isEqualTo(5);
        assertThat(Book.objects.values(Book_.created.truncatedTo("month")).list())
                .hasSize(5)
                .containsOnly(Instant.parse("2024-02-01T00:00:00Z"));
        assertThat(Book.objects.values(Book_.created.truncatedTo("hour")).list())
                .hasSize(5)
                .containsOnly(Instant.parse("2024-02-29T20:00:00Z"));
        assertThat(Book.objects.values(Book_.created.date()).list()).hasSize(5).containsOnly(LocalDate.of(2024, 2, 29));
    }

    @Test
    void nowIsNow() {
        Book.objects.all().update(Book_.created.to(DateFunctions.now()));
        Instant now = Book.objects.orderBy("id").first().orElseThrow().created;
        assertThat(now).isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(120));
        assertThat(Book.objects.filter(Book_.created.lte(Functions.now())).count())
                .isEqualTo(5);
    }
}
