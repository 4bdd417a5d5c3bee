package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quintet.orm.CaptureQueries;
import quintet.orm.FetchMode;
import quintet.orm.QuerySet;
import quintet.templates.Engine;
import quintet.templates.Template;
import quintet.views.shelf.Book;
import quintet.views.shelf.Book_;

/** Fields that a query left out, in templates. */
class DeferredFieldsTest extends ShelfTest {
    /** More than it takes until a template is compiled. */
    private static final int OFTEN = 3_000;

    @Test
    void aTemplateLoadsWhatTheQueryLeftOutForAllRowsAtOnce() {
        book("Alpha", null);
        book("Beta", null);
        site.site().run(() -> {
            Template page = template(
                    "{% for b in books %}{{ b.title }}/{{ b.slug }}/{{ b.get_state_display }}/{{ b.writer.name }};{% endfor %}");
            String all = "Alpha/alpha/On the shelf/Ada;Beta/beta/On the shelf/Ada;";
            List<Book> whole = Book.objects.list();
            for (int i = 0; i < OFTEN; i++) {
                page.render(Map.of("books", whole));
            }
            CaptureQueries queries = CaptureQueries.of(() -> assertThat(page.render(
                            Map.of("books", Book.objects.only(Book_.title).list())))
                    .isEqualTo(all));
            assertThat(queries.count()).isEqualTo(5);
        });
    }

    @Test
    void aQueryThatMustNotLoadMoreSaysWhichFieldIsMissing() {
        book("Alpha", null);
        site.site().run(() -> {
            QuerySet<Book> titles = Book.objects.only(Book_.title).fetchMode(FetchMode.RAISE);
            Template page = template("{{ book.slug }}");
            assertThatThrownBy(() -> page.render(Map.of("book", titles.get())))
                    .hasMessageContaining("Fetching of")
                    .hasMessageContaining("slug");
        });
    }

    private Template template(String source) {
        return site.site().service(Engine.class).from(source);
    }
}
