package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.Converter.INT;
import static quintet.http.Converter.SLUG;
import static quintet.http.Routes.path;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quintet.http.Request;
import quintet.http.Route;
import quintet.orm.QuerySet;
import quintet.views.shelf.Book;
import quintet.views.shelf.Book_;

class ObjectViewsTest extends ShelfTest {
    static class LongBooks extends ListView<Book> {
        LongBooks() {
            paginateBy(3);
            orphans(1);
        }

        @Override
        protected QuerySet<Book> queryset(Request request) {
            return Book.objects.filter(Book_.title.startsWith("B"));
        }

        @Override
        protected void context(Request request, Map<String, @Nullable Object> context) {
            context.put(
                    "object_count",
                    ((Page<?>) context.get("page_obj")).paginator().count());
        }
    }

    static class BookPage extends DetailView<Book> implements UserPassesTest {
        @Override
        public boolean testUser(Request request, Identity user) throws Exception {
            return object(request).title.startsWith("B");
        }

        @Override
        public boolean raiseException() {
            return true;
        }
    }

    @Override
    Route[] routes() {
        return new Route[] {
            path("long/", new LongBooks()),
            path("none/", ListView.of(Book.objects.none()).allowEmpty(false)),
            path("newest/", ListView.of(Book.objects).ordering(Book_.published.desc())),
            path("by-slug/<slug>/", SLUG, DetailView.of(Book.objects)),
            path("both/<pk>/<slug>/", INT, SLUG, DetailView.of(Book.objects).pkAndSlug()),
            path("guarded/<pk>/", INT, new BookPage()),
            path("nowhere/", DetailView.of(Book.objects)),
            path("delete/<pk>/", INT, DeleteView.of(Book.objects).successUrl("/gone/{slug}/")),
        };
    }

    @Test
    void aListIsReadAnewForEachRequest() {
        assertThat(site.get("/books/").text()).isEqualTo("none");
        book("Beta", null);
        assertThat(site.get("/books/").text()).isEqualTo("[Beta by Ada]");
        book("Alpha", null);
        book("Gamma", null);
        assertThat(site.get("/books/").text()).isEqualTo("[Alpha by Ada][Beta by Ada] page 1 of 2 next 2");
        assertThat(site.get("/books/?page=2").text()).isEqualTo("[Gamma by Ada] page 2 of 2");
        assertThat(site.get("/books/?page=last").text()).isEqualTo("[Gamma by Ada] page 2 of 2");
        assertThat(site.get("/books/?page=3").status()).isEqualTo(404);
        assertThat(site.get("/books/?page=x").status()).isEqualTo(404);
    }

    @Test
    void aSubclassGivesItsModelQueryAndContext() {
        for (int i = 0; i < 7; i++) {
            book("B" + i, null);
        }
        book("Other", null);
        assertThat(site.get("/long/").text()).endsWith("page 1 of 2 next 2");
        assertThat(site.get("/long/?page=2").text())
                .isEqualTo("[B3 by Ada][B4 by Ada][B5 by Ada][B6 by Ada] page 2 of 2");
    }

    @Test
    void emptyListsMayBeRefusedAndListsOrdered() {
        assertThat(site.get("/none/").status()).isEqualTo(404);
        book("Old", java.time.LocalDate.of(1900, 1, 1));
        book("New", java.time.LocalDate.of(2000, 1, 1));
        assertThat(site.get("/newest/").text()).isEqualTo("[New by Ada][Old by Ada]");
    }

    @Test
    void aDetailIsFoundByKeyOrSlug() {
        Book book = book("Beta", null);
        String expected = "Beta " + book.id + " " + writer.id + " On the shelf in /books/" + book.id + "/";
        assertThat(site.get("/books/" + book.id + "/").text()).isEqualTo(expected);
        assertThat(site.get("/by-slug/beta/").text()).isEqualTo(expected);
        assertThat(site.get("/both/" + book.id + "/beta/").text()).isEqualTo(expected);
        assertThat(site.get("/both/" + book.id + "/alpha/").status()).isEqualTo(404);
        assertThat(site.get("/books/999/").status()).isEqualTo(404);
        assertThat(site.get("/nowhere/").status()).isEqualTo(500);
    }

    @Test
    void theObjectIsThereForMixinsToo() {
        Book beta = book("Beta", null);
        Book alpha = book("Alpha", null);
        assertThat(site.get("/guarded/" + beta.id + "/").status()).isEqualTo(200);
        assertThat(site.get("/guarded/" + alpha.id + "/").status()).isEqualTo(403);
    }

    @Test
    void deletingAsksFirst() {
        Book book = book("Beta", null);
        assertThat(site.get("/delete/" + book.id + "/").text()).isEqualTo("Delete Beta?");
        assertThat(site.post("/delete/" + book.id + "/").header("Location")).isEqualTo("/gone/beta/");
        assertThat(site.get("/books/").text()).isEqualTo("none");
        assertThat(site.post("/delete/" + book.id + "/").status()).isEqualTo(404);
    }
}
