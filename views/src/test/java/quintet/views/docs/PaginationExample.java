package quintet.views.docs;

import static quintet.views.Shortcuts.render;

import java.util.List;
import java.util.Map;
import quintet.http.Request;
import quintet.http.Response;
import quintet.views.Page;
import quintet.views.Paginator;
import quintet.views.shelf.Book;
import quintet.views.shelf.Book_;

/** The examples of docs/pagination.md. */
final class PaginationExample {
    private PaginationExample() {}

    // region: view
    static Response list(Request request) {
        Paginator<Book> paginator =
                Paginator.of(Book.objects.orderBy(Book_.title.asc()), 20).orphans(3);
        Page<Book> page = paginator.getPage(request.query().get("page"));
        return render(
                request,
                "shelf/pages.html",
                Map.of("page_obj", page, "page_range", paginator.elidedPageRange(page.number())));
    }
    // endregion

    // region: elided
    static List<Object> around(Paginator<?> paginator) {
        return paginator.elidedPageRange(10, 2, 1); // 1 … 8 9 10 11 12 … 50
    }
    // endregion

    // region: errors
    static Paginator<String> polite(List<String> names) {
        return Paginator.of(names, 10)
                .allowEmptyFirstPage(false)
                .errorMessages(Map.of("no_results", "There are no further pages."));
    }
    // endregion
}
