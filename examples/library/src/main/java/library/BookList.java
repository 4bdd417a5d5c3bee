package library;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.http.Request;
import quintet.orm.QuerySet;
import quintet.views.ListView;
import quintet.views.Page;

/** The books a reader asks for, in pages. */
class BookList extends ListView<Book> {
    @Override
    protected QuerySet<Book> queryset(Request request) {
        return Catalogue.of(request.query()).books();
    }

    @Override
    protected int pageSize(Request request) {
        return 24;
    }

    @Override
    protected void context(Request request, Map<String, @Nullable Object> context) {
        Catalogue catalogue = Catalogue.of(request.query());
        Page<?> page = (Page<?>) Objects.requireNonNull(context.get("page_obj"));
        context.put("here", "books");
        context.put("query", catalogue.text());
        context.put("filters", catalogue.filters());
        context.put("chosen", catalogue.chosen());
        context.put("page_range", page.paginator().elidedPageRange(page.number(), 2, 1));
    }
}
