package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.Converter.INT;
import static quintet.http.Converter.STR;
import static quintet.http.Routes.path;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import quintet.http.Route;
import quintet.views.shelf.Book;
import quintet.views.shelf.Book_;

class DateViewsTest extends ShelfTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2021-06-15T12:00:00Z"), ZoneOffset.UTC);

    @Override
    Route[] routes() {
        return new Route[] {
            path("all/", ArchiveIndexView.of(Book.objects, Book_.published).clock(TODAY)),
            path("bought/", ArchiveIndexView.of(Book.objects, Book_.bought).clock(TODAY)),
            path(
                    "y/<year>/",
                    INT,
                    YearArchiveView.of(Book.objects, Book_.published)
                            .withObjects()
                            .clock(TODAY)),
            path(
                    "m/<year>/<month>/",
                    INT,
                    STR,
                    MonthArchiveView.of(Book.objects, Book_.published).clock(TODAY)),
            path(
                    "mb/<year>/<month>/",
                    INT,
                    INT,
                    MonthArchiveView.of(Book.objects, Book_.bought).clock(TODAY)),
            path(
                    "me/<year>/<month>/",
                    INT,
                    INT,
                    MonthArchiveView.of(Book.objects, Book_.published)
                            .allowEmpty(true)
                            .allowFuture(true)
                            .clock(TODAY)),
            path(
                    "w/<year>/<week>/",
                    INT,
                    INT,
                    WeekArchiveView.of(Book.objects, Book_.published)
                            .weekFormat(WeekFormat.ISO)
                            .clock(TODAY)),
            path(
                    "d/<year>/<month>/<day>/",
                    INT,
                    INT,
                    INT,
                    DayArchiveView.of(Book.objects, Book_.published).clock(TODAY)),
            path("today/", TodayArchiveView.of(Book.objects, Book_.published).clock(TODAY)),
            path(
                    "o/<int:year>/<int:month>/<int:day>/<slug:slug>/",
                    DateDetailView.of(Book.objects, Book_.published).clock(TODAY)),
        };
    }

    private void books() {
        book("Early", LocalDate.of(2019, 3, 31));
        book("Spring", LocalDate.of(2021, 4, 2));
        book("April", LocalDate.of(2021, 4, 30));
        book("Now", LocalDate.of(2021, 6, 15));
        book("Future", LocalDate.of(2021, 7, 1));
        book("Undated", null);
    }

    @Test
    void theIndexShowsTheLatestAndTheYears() {
        assertThat(site.get("/all/").status()).isEqualTo(404);
        books();
        assertThat(site.get("/all/").text()).isEqualTo("Now;April;Spring;Early; years 2021 2019");
        assertThat(site.get("/bought/").text()).isEqualTo("April;Spring;Early; years 2021 2019");
    }

    @Test
    void aYearShowsItsMonthsAndNeighbours() {
        books();
        assertThat(site.get("/y/2021/").text()).isEqualTo("2021: Now;April;Spring; months 4 6 2019<>");
        assertThat(site.get("/y/2019/").text()).isEqualTo("2019: Early; months 3 <>2021");
        assertThat(site.get("/y/2020/").status()).isEqualTo(404);
    }

    @Test
    void aMonthShowsItsDaysAndNeighbours() {
        books();
        assertThat(site.get("/m/2021/apr/").text()).isEqualTo("2021-04: April;Spring; days 2 30 2019-03<>2021-06");
        assertThat(site.get("/mb/2021/4/").text()).isEqualTo("2021-04: April;Spring; days 2 30 2019-03<>");
        assertThat(site.get("/m/2021/july/").status()).isEqualTo(404);
        assertThat(site.get("/m/2021/13/").status()).isEqualTo(404);
    }

    @Test
    void emptyAndFutureMonthsAreShownIfAllowed() {
        books();
        assertThat(site.get("/me/2021/7/").text()).isEqualTo("2021-07: Future; days 1 2021-06<>2021-08");
        assertThat(site.get("/me/1999/12/").text()).isEqualTo("1999-12:  days 1999-11<>2000-01");
    }

    @Test
    void aWeekShowsItsObjects() {
        books();
        assertThat(site.get("/w/2021/13/").text()).isEqualTo("2021-03-29: Spring; 2019-03-25<>2021-04-26");
        assertThat(site.get("/w/2021/54/").status()).isEqualTo(404);
    }

    @Test
    void aDayAndTodayShowTheirObjects() {
        books();
        assertThat(site.get("/d/2021/4/30/").text())
                .isEqualTo("2021-04-30: April; 2021-04-02<>2021-06-15 2019-03<>2021-06");
        assertThat(site.get("/today/").text()).isEqualTo("2021-06-15: Now; 2021-04-30<> 2021-04<>");
        assertThat(site.get("/d/2021/7/1/").status()).isEqualTo(404);
    }

    @Test
    void oneObjectIsFoundByItsDay() {
        books();
        assertThat(site.get("/o/2021/4/30/april/").text()).startsWith("April ");
        assertThat(site.get("/o/2021/4/29/april/").status()).isEqualTo(404);
        assertThat(site.get("/o/2021/7/1/future/").status()).isEqualTo(404);
    }
}
