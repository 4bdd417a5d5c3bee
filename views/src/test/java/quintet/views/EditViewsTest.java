package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.Converter.INT;
import static quintet.http.Routes.path;

import org.junit.jupiter.api.Test;
import quintet.forms.FormSpec;
import quintet.http.Response;
import quintet.http.Route;
import quintet.orm.CaptureQueries;
import quintet.views.shelf.Book;
import quintet.views.shelf.Book_;

class EditViewsTest extends ShelfTest {
    static class BookEdit extends UpdateView<Book> implements LoginRequired, SuccessMessage {
        BookEdit() {
            form(FormSpec.of(Book.class, Book_.title, Book_.slug));
        }

        @Override
        public String successMessage() {
            return "{title} was saved.";
        }
    }

    static class BookNew extends CreateView<Book> {
        @Override
        protected FormSpec<Book> form(quintet.http.Request request) {
            return FormSpec.of(Book.class, Book_.title, Book_.slug, Book_.writer());
        }
    }

    @Override
    Route[] routes() {
        return new Route[] {path("edit/<pk>/", INT, new BookEdit()), path("new/", new BookNew())};
    }

    @Test
    void aNewObjectIsSavedWhenTheFormIsRight() {
        assertThat(site.get("/new/").text()).startsWith("title=;slug=;writer=");
        assertThat(site.post("/new/", "title", "", "slug", "x", "writer", "" + writer.id)
                        .text())
                .startsWith("title ");
        Response saved = site.post("/new/", "title", "Beta", "slug", "beta", "writer", "" + writer.id);
        assertThat(saved.status()).isEqualTo(302);
        assertThat(saved.header("Location")).matches("/books/\\d+/");
        assertThat(site.get("/books/").text()).isEqualTo("[Beta by Ada]");
    }

    @Test
    void anObjectIsChangedByThoseWhoAreLoggedIn() {
        Book book = book("Alpha", null);
        String url = "/edit/" + book.id + "/";
        assertThat(site.get(url).header("Location")).isEqualTo("/accounts/login/?next=" + url);
        site.before(request -> request.set(Identity.KEY, MixinTest.user("ada")));
        assertThat(site.get(url).text()).isEqualTo("title=Alpha;slug=alpha; of Alpha");
        assertThat(site.post(url, "title", "Omega", "slug", "o m").text()).startsWith("slug ");
        Response saved = site.post(url, "title", "Omega", "slug", "omega");
        assertThat(saved.header("Location")).isEqualTo("/books/" + book.id + "/");
        assertThat(saved.cookie("messages")).isNotNull();
        assertThat(site.get("/books/").text()).isEqualTo("[Omega by Ada]");
        assertThat(site.get("/edit/999/").status()).isEqualTo(404);
    }

    @Test
    void aRenderReadsAListOnceAndItsReferencesTogether() {
        book("Alpha", null);
        book("Beta", null);
        CaptureQueries queries = site.site()
                .call(() -> CaptureQueries.of(
                        () -> assertThat(site.get("/books/").status()).isEqualTo(200)));
        assertThat(queries.count()).as(queries.toString()).isEqualTo(3); // count, books, writers
    }
}
