package quintet.views.docs;

import static quintet.http.Converter.INT;
import static quintet.http.Converter.SLUG;
import static quintet.http.Routes.path;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.forms.FormSpec;
import quintet.http.Request;
import quintet.http.Route;
import quintet.orm.QuerySet;
import quintet.views.ArchiveIndexView;
import quintet.views.CreateView;
import quintet.views.DeleteView;
import quintet.views.DetailView;
import quintet.views.FormView;
import quintet.views.ListView;
import quintet.views.LoginRequired;
import quintet.views.MonthArchiveView;
import quintet.views.SuccessMessage;
import quintet.views.UpdateView;
import quintet.views.YearArchiveView;
import quintet.views.shelf.Book;
import quintet.views.shelf.Book_;

/** The examples of docs/generic-views.md. */
final class GenericViewsExample {
    private GenericViewsExample() {}

    static final FormSpec<Book> BOOK = BookForms.BOOK;
    static final FormSpec<BookForms.Question> QUESTION = FormSpec.of(BookForms.Question.class);

    // region: values
    static final List<Route> BOOKS = List.of(
            path(
                    "books/",
                    ListView.of(Book.objects.all(), "shelf/book_list.html").paginateBy(20)),
            path("books/<pk>/", INT, DetailView.of(Book.objects)),
            path("books/by-name/<slug>/", SLUG, DetailView.of(Book.objects)),
            path("books/<pk>/delete/", INT, DeleteView.of(Book.objects).successUrl("/books/")));
    // endregion

    // region: list
    static class LentBooks extends ListView<Book> {
        LentBooks() {
            paginateBy(20);
            contextName("books");
        }

        @Override
        protected QuerySet<Book> queryset(Request request) {
            return Book.objects.filter(Book_.state.eq(Book.State.OUT)).selectRelated(Book_.writer());
        }

        @Override
        protected void context(Request request, Map<String, @Nullable Object> context) {
            context.put("heading", "Lent at the moment");
        }
    }
    // endregion

    // region: edit
    static class BookEdit extends UpdateView<Book> implements LoginRequired, SuccessMessage {
        BookEdit() {
            form(BOOK);
        }

        @Override
        public String successMessage() {
            return "“{title}” was saved.";
        }
    }
    // endregion

    // region: forms
    static final List<Route> FORMS = List.of(
            path("books/new/", CreateView.of(Book.class, BOOK)),
            path("books/<pk>/edit/", INT, new BookEdit()),
            path(
                    "ask/",
                    FormView.of(QUESTION, "shelf/ask.html")
                            .onValid((request, question) -> System.out.println(question.text()))
                            .successUrl("/thanks/")));
    // endregion

    // region: dates
    static final List<Route> ARCHIVE = List.of(
            path("archive/", ArchiveIndexView.of(Book.objects, Book_.published)),
            path(
                    "archive/<year>/",
                    INT,
                    YearArchiveView.of(Book.objects, Book_.published).withObjects()),
            path(
                    "archive/<year>/<month>/",
                    INT,
                    INT,
                    MonthArchiveView.of(Book.objects, Book_.published).allowEmpty(true)));
    // endregion
}
